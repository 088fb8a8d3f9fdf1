/** Number of colours that people are told apart by. */
const COLOURS = 8

/**
 * The colour of a person (1–8): theirs wherever they are shown, as a face, as a caret, in a conversation. Where one of
 * those who are `taken` into account has it already, the next that is free: people at one text are told apart.
 */
export function personColour(personId: string, taken: Iterable<number> = []): number {
  let sum = 0
  for (const character of personId) sum = (sum * 31 + character.charCodeAt(0)) % 65_521
  const own = sum % COLOURS
  const others = new Set(taken)
  const free = Array.from({ length: COLOURS }, (_, step) => ((own + step) % COLOURS) + 1)
  return free.find((colour) => !others.has(colour)) ?? own + 1
}

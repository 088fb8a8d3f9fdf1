/** Number of presence colours. */
const COLOURS = 8

/** First letters of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase('en')
}

/** A colour that stays with a person from page to page; inside an article the server gives each their own. */
export function colourOf(personId: string): number {
  let sum = 0
  for (const character of personId) sum = (sum * 31 + character.charCodeAt(0)) % 65_521
  return (sum % COLOURS) + 1
}

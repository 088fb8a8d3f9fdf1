/** People are named in a message by `@` and their name; the text keeps the names, the server notes the persons. */
export interface Named {
  readonly id: string
  readonly name: string
}

const WORD = /[\p{L}\p{N}_]/u

/** Who is named in a text, each once, in order [THR7]. */
export function mentionsIn(text: string, people: readonly Named[]): readonly string[] {
  return [...new Set(namesIn(text, people).flatMap(({ ids }) => ids))]
}

interface Name {
  readonly from: number
  readonly to: number
  readonly ids: readonly string[]
}

/** Where names stand in a text, with their `@`. Of two names that fit the longer is meant. */
export function namesIn(text: string, people: readonly Named[]): readonly Name[] {
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length)
  const found: Name[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (!opensName(text, at)) continue
    const fitting = longestFirst.filter(({ name }) => standsAt(text, name, at + 1))
    const [longest] = fitting
    if (!longest) continue
    // Two people of one name are both meant: nobody can tell, and neither may miss it.
    const ids = fitting.filter(({ name }) => name === longest.name).map(({ id }) => id)
    found.push({ from: at, to: at + 1 + longest.name.length, ids })
  }
  return found
}

/** Not the sign in an address. */
const opensName = (text: string, at: number) => !WORD.test(text[at - 1] ?? '')

function standsAt(text: string, name: string, at: number): boolean {
  return name !== '' && text.startsWith(name, at) && !WORD.test(text[at + name.length] ?? '')
}

/** A name that is being written. */
export interface Naming {
  /** Where its `@` stands. */
  readonly from: number
  readonly to: number
  readonly begun: string
}

const LONGEST_NAME = 60

/** The name that is being written at a caret; null when there is none. */
export function namingAt(text: string, caret: number): Naming | null {
  const from = text.lastIndexOf('@', caret - 1)
  if (from < 0 || caret - from > LONGEST_NAME || !opensName(text, from)) return null
  const begun = text.slice(from + 1, caret)
  return /[\n@]|^\s/.test(begun) ? null : { from, to: caret, begun }
}

/** People whose name, or a later word of it, begins so. */
export function fittingNames<T extends Named>(people: readonly T[], begun: string): readonly T[] {
  const wanted = begun.toLocaleLowerCase()
  return people.filter(({ name }) => {
    const known = name.toLocaleLowerCase()
    return known !== wanted && (known.startsWith(wanted) || known.includes(` ${wanted}`))
  })
}

export interface Written {
  readonly text: string
  readonly caret: number
}

/** What stands close to the word before it. */
const CLOSE = /^[.,;:!?…)\]}’”»'"\n]/u

/** The text with the name written out, and where one goes on writing: behind a space, unless what follows stands close. */
export function nameWritten(text: string, { from, to }: Naming, name: string): Written {
  const rest = text.slice(to)
  const space = CLOSE.test(rest) || rest.startsWith(' ') ? '' : ' '
  const caret = from + 1 + name.length + Number(space !== '' || rest.startsWith(' '))
  return { text: `${text.slice(0, from)}@${name}${space}${rest}`, caret }
}

/**
 * The space behind a name that was written out gives way to a mark that stands close to it, where that is typed next.
 * Null: something else was typed.
 */
export function closedUp(written: Written, now: string): Written | null {
  const { text, caret } = written
  const mark = now.charAt(caret)
  const isNext = now === text.slice(0, caret) + mark + text.slice(caret)
  if (!isNext || text.charAt(caret - 1) !== ' ' || !CLOSE.test(mark)) return null
  return { text: now.slice(0, caret - 1) + now.slice(caret), caret }
}

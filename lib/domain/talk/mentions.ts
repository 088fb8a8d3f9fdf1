/** People are named in a message by `@` and their name; the text keeps the names, the server notes the persons. */
export interface Named {
  readonly id: string
  readonly name: string
}

const WORD = /[\p{L}\p{N}_]/u

/** Who is named in a text, each once, in order. Of two names that fit the longer is meant [THR7]. */
export function mentionsIn(text: string, people: readonly Named[]): readonly string[] {
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length)
  const found = new Set<string>()
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (!opensName(text, at)) continue
    const named = longestFirst.filter(({ name }) => standsAt(text, name, at + 1))
    // Two people of one name are both meant: nobody can tell, and neither may miss it.
    for (const { id, name } of named) if (name === named[0]?.name) found.add(id)
  }
  return [...found]
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

/** The text with the name written out, and where one goes on writing. */
export function nameWritten(
  text: string,
  { from, to }: Naming,
  name: string,
): { readonly text: string; readonly caret: number } {
  const written = `@${name} `
  const rest = text.slice(to).replace(/^ /, '')
  return { text: text.slice(0, from) + written + rest, caret: from + written.length }
}

import type { Kept } from '#lib/domain/text/read-flat.ts'

/** Ids of people, sorted, with a space between: the same people are the same string. */
export type Authors = string

export const NOBODY: Authors = ''

/** All who are in one of them. */
export function unite(...all: readonly Authors[]): Authors {
  const [first = NOBODY] = all
  if (all.every((one) => one === first)) return first
  return [...new Set(all.flatMap(namesOf))].sort().join(' ')
}

export const namesOf = (authors: Authors): readonly string[] => authors.split(' ').filter(Boolean)

/** Characters [from, to) of the flat text, embeds counted. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Neighbours in the flat text that have the same authors. */
export interface AuthorRun {
  readonly length: number
  readonly authors: Authors
}

/** What a row does to the authors of a stretch. */
export interface Mark extends Stretch {
  readonly change: (authors: Authors) => Authors
}

/** The runs after a row: what it left in place has its authors, what it brought is by `person`. */
export function carryRuns(
  runs: readonly AuthorRun[],
  kept: readonly Kept[],
  person: Authors,
): readonly AuthorRun[] {
  const after: AuthorRun[] = []
  const reader = new RunReader(runs)
  let at = 0
  for (const { oldAt, newAt, length } of kept) {
    if (newAt > at) add(after, newAt - at, person)
    at = newAt
    reader.read(oldAt, oldAt + length, (run) => {
      add(after, run.length, run.authors)
      at += run.length
    })
  }
  return after
}

/** Changes the authors of stretches. Marks stand in the order of the text, and none in another. */
export function markRuns(runs: readonly AuthorRun[], marks: readonly Mark[]): readonly AuthorRun[] {
  if (!marks.length) return runs
  const after: AuthorRun[] = []
  const reader = new RunReader(runs)
  let at = 0
  const keep = ({ length, authors }: AuthorRun) => add(after, length, authors)
  for (const { from, to, change } of marks) {
    reader.read(at, from, keep)
    reader.read(from, to, ({ length, authors }) => add(after, length, change(authors)))
    at = to
  }
  reader.read(at, Number.POSITIVE_INFINITY, keep)
  return after
}

/** Those of each group of stretches. All of them stand in the order of the text. */
export function authorsOf(
  runs: readonly AuthorRun[],
  groups: readonly (readonly Stretch[])[],
): readonly Authors[] {
  const reader = new RunReader(runs)
  return groups.map((stretches) => {
    const found: Authors[] = []
    for (const { from, to } of stretches)
      reader.read(from, to, ({ authors }) => {
        if (!found.includes(authors)) found.push(authors)
      })
    return unite(...found)
  })
}

/** Reads runs by their place, onwards only; a place that was passed is looked for from the beginning. */
class RunReader {
  readonly #runs: readonly AuthorRun[]
  #index = 0
  /** Where the run at the index begins. */
  #start = 0

  constructor(runs: readonly AuthorRun[]) {
    this.#runs = runs
  }

  read(from: number, to: number, use: (run: AuthorRun) => void) {
    if (from < this.#start) [this.#index, this.#start] = [0, 0]
    for (let run = this.#runs[this.#index]; run; run = this.#runs[this.#index]) {
      const end = this.#start + run.length
      const [first, last] = [Math.max(from, this.#start), Math.min(to, end)]
      if (first < last) use({ length: last - first, authors: run.authors })
      if (end > to) return
      this.#index++
      this.#start = end
    }
  }
}

function add(runs: AuthorRun[], length: number, authors: Authors) {
  const last = runs.at(-1)
  if (last?.authors === authors) runs[runs.length - 1] = { length: last.length + length, authors }
  else if (length > 0) runs.push({ length, authors })
}

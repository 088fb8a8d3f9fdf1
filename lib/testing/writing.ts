import {
  clearAuthors,
  foldRow,
  NOTHING_WRITTEN,
  type Written,
} from '#lib/domain/review/authorship.ts'
import { extentOf } from '#lib/domain/review/extent.ts'
import { FormerAuthors } from '#lib/domain/review/former-authors.ts'
import { segment } from '#lib/domain/text/segmentation.ts'

/** Characters with an identity, so that a law can say which are kept. */
export type Characters = readonly {
  readonly id: number
  readonly char: string
  readonly by: string
}[]

export const said = (all: Characters) => all.map(({ char }) => char).join('')

const bare = (all: Characters) =>
  segment(said(all), 'en').map(([from, to]) => {
    const words = said(all).slice(from, to)
    const place = { from, to, stretches: [{ from, to }] }
    return { ...place, key: words, words, claims: [], extent: extentOf(words) }
  })

/** Stretches of characters that are kept, cut where they are not neighbours in both. */
function keptOf(before: Characters, after: Characters) {
  const places = new Map(before.map(({ id }, at) => [id, at]))
  const kept = after.flatMap(({ id }, newAt) => {
    const oldAt = places.get(id)
    return oldAt === undefined ? [] : [{ oldAt, newAt, length: 1 }]
  })
  const end = { oldAt: before.length, newAt: after.length, length: Number.POSITIVE_INFINITY }
  return [...kept, end]
}

/** An article that is written row by row. */
export class Writing {
  text: Characters = []
  written: Written = NOTHING_WRITTEN
  readonly #former = new FormerAuthors()
  #next = 0

  row(person: string, from: number, remove: number, insert: string): this {
    const added = [...insert].map((char) => ({ id: this.#next++, char, by: person }))
    const after = [...this.text.slice(0, from), ...added, ...this.text.slice(from + remove)]
    const nothing = { proposed: [], settled: [], untouched: { front: 0, behind: 0 }, shift: 0 }
    const row = { person, kept: keptOf(this.text, after), sentences: bare(after), ...nothing }
    this.written = foldRow(this.written, row, this.#former)
    this.text = after
    return this
  }

  /** Letter by letter, as people do. */
  type(person: string, at: number, words: string): this {
    for (const [k, letter] of [...words].entries()) this.row(person, at + k, 0, letter)
    return this
  }

  replace(person: string, words: string, by: string): this {
    return this.row(person, said(this.text).indexOf(words), words.length, by)
  }

  approve(words: string): this {
    this.written = clearAuthors(this.written, (one) => one.words === words, this.#former)
    return this
  }

  shown(): string[] {
    return this.written.sentences.map(({ words, authors }) => `${words} ${authors}`)
  }
}

import type * as Y from 'yjs'
import { type Dice, dice } from '#lib/testing/dice.ts'
import type { Run } from './experiment.ts'
import type { Stage } from './stage.ts'
import { wordsOf } from './words.ts'
import { foldRows, until, Writer } from './writer.ts'

export const TEXT = 'The quay was closed on Monday.\nNobody could say why. It rained all day.'

/** People and articles of an experiment, whoever writes in them. */
export interface Newsroom {
  readonly people: readonly string[]
  readonly articles: readonly string[]
}

export async function newNewsroom(
  { control }: Stage,
  people: number,
  articles: number,
): Promise<Newsroom> {
  const ids = await control.people({ count: people, roles: ['editor'] })
  const made: string[] = []
  for (let at = 0; at < articles; at++) {
    const personId = ids[at % ids.length] ?? ''
    made.push((await control.article({ personId, text: TEXT })).id)
  }
  return { people: ids, articles: made }
}

/** What was promised to writers, over all of them that ever were. */
export class Promises {
  readonly #present = new Map<string, Set<string>>()
  readonly #absent = new Map<string, Set<string>>()

  take(articleId: string, writer: Writer) {
    const { present, absent } = writer.owed()
    this.#add(this.#present, articleId, present)
    this.#add(this.#absent, articleId, absent)
  }

  get count(): number {
    const sizes = [...this.#present.values(), ...this.#absent.values()].map(({ size }) => size)
    return sizes.reduce((sum, size) => sum + size, 0)
  }

  /** Promises that the text does not keep. */
  broken(articleId: string, text: string): readonly string[] {
    const words = new Set(text.split(/[^a-z0-9]+/))
    const lost = [...(this.#present.get(articleId) ?? [])].filter((word) => !words.has(word))
    const back = [...(this.#absent.get(articleId) ?? [])].filter((word) => words.has(word))
    return [...lost.map((word) => `${word} is lost`), ...back.map((word) => `${word} is back`)]
  }

  #add(to: Map<string, Set<string>>, articleId: string, words: readonly string[]) {
    const known = to.get(articleId) ?? new Set()
    for (const word of words) known.add(word)
    to.set(articleId, known)
  }
}

/** Writers in turn on the articles. `address` is asked of each that connects. */
export async function openWriters(
  run: Run,
  stage: Stage,
  newsroom: Newsroom,
  names: readonly string[],
  address: string = stage.server.url,
): Promise<readonly Seat[]> {
  return Promise.all(
    names.map(async (name, at) => {
      const articleId = newsroom.articles[at % newsroom.articles.length] ?? ''
      const personId = newsroom.people[at % newsroom.people.length] ?? ''
      const own: Dice = dice(run.dice.int(2 ** 31))
      const { control } = stage
      const writer = new Writer({ name, personId, articleId, control, address, dice: own })
      await writer.ready()
      return { articleId, writer }
    }),
  )
}

export interface Seat {
  readonly articleId: string
  readonly writer: Writer
}

/** All go home; what they were promised stays. */
export async function leaveAll(seats: readonly Seat[]): Promise<Promises> {
  const promises = new Promises()
  for (const { articleId, writer } of seats) {
    promises.take(articleId, writer)
    await writer.leave()
  }
  return promises
}

/** Everybody has everything: those in one article see the same, and what the server holds. */
export async function untilAgreed(stage: Stage, writers: readonly Seat[]): Promise<number> {
  const textOf = (doc: Y.Doc) => wordsOf(doc.getText('text'))
  return until(async () => {
    if (writers.some(({ writer }) => !writer.isSaved)) return false
    for (const articleId of new Set(writers.map((entry) => entry.articleId))) {
      const docs = writers
        .filter((entry) => entry.articleId === articleId)
        .map(({ writer }) => writer.session.doc)
      const [first, ...others] = docs.map(textOf)
      if (others.some((text) => text !== first)) return false
      const { text } = await stage.control.text({ articleId })
      if (first?.replace(/^\n/, '') !== text) return false
    }
    return true
  }, 'all writers and the server have the same text')
}

/** The log, read and folded by nobody but us, keeps the promises and says what the server says. */
export async function checkLogs(
  stage: Stage,
  { articles }: Newsroom,
  promises: Promises,
): Promise<readonly string[]> {
  const faults: string[] = []
  for (const articleId of articles) {
    const rows = await stage.readLog(articleId)
    const gap = rows.findIndex(({ seq }, at) => seq !== at + 1)
    if (gap >= 0) faults.push(`row ${gap + 1} of ${articleId} is missing`)
    const doc = foldRows(rows)
    if (doc.store.pendingStructs) faults.push(`the log of ${articleId} has a gap`)
    faults.push(...promises.broken(articleId, wordsOf(doc.getText('text'))))
  }
  return faults
}

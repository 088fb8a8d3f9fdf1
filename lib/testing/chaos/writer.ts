import * as Y from 'yjs'
import { ArticleSession, type TicketAnswer } from '#lib/collab/browser/article-session.ts'
import { foldDocument } from '#lib/collab/fold-document.ts'
import { type ControlCalls, ControlRefused } from '#lib/testing/control.ts'
import type { Dice } from '#lib/testing/dice.ts'
import { wordsOf } from './words.ts'

// The browser keeps the number of unsent changes there.
const kept = new Map<string, string>()
globalThis.localStorage ??= {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
} as Storage

export interface WriterOptions {
  readonly name: string
  readonly personId: string
  readonly articleId: string
  readonly control: ControlCalls
  /** The server, or what leads to it: http. */
  readonly address: string
  readonly dice: Dice
}

/**
 * Somebody who writes, with the page's own session: it connects again by itself, and says what is saved. Every word is
 * one of its own, so that a lost one is known.
 */
export class Writer {
  readonly session: ArticleSession
  /** Words that were written, or erased, before the page last said "Saved". */
  readonly saved = { written: new Set<string>(), erased: new Set<string>() }
  /** From a change until the page said that it is saved. */
  readonly waits: number[] = []
  /** When the last of what the page called saved was written. */
  savedUpTo = 0
  readonly #options: WriterOptions
  #open: { written: string[]; erased: string[]; since: number; last: number } | null = null
  #erasing = new Set<string>()
  #count = 0
  #timer: NodeJS.Timeout | null = null

  constructor(options: WriterOptions) {
    this.#options = options
    const { articleId, personId } = options
    const requestTicket = () => this.#ticket()
    this.session = new ArticleSession({ articleId, personId, requestTicket, announced: () => {} })
    this.session.subscribe(() => this.#look())
  }

  async ready(): Promise<this> {
    await until(() => this.session.view.loaded, `${this.#options.name} opens`)
    return this
  }

  /** Writes a word, or now and then erases one that is saved. */
  write() {
    const { dice, name } = this.#options
    const text = this.session.doc.getText('text')
    const now = performance.now()
    this.#open ??= { written: [], erased: [], since: now, last: now }
    this.#open.last = now
    const own = [...this.saved.written].at(-1 - dice.int(20))
    if (own && !this.#erasing.has(own) && dice.chance(0.15)) {
      this.#erasing.add(own)
      this.#open.erased.push(own)
      const { at, length } = placeOf(text, own)
      text.delete(at, length)
    } else {
      const word = `${name}w${this.#count++}`
      this.#open.written.push(word)
      text.insert(gapIn(text, dice), `${word} `, {})
    }
  }

  /** Goes on writing, at most every so many milliseconds, with pauses in which the page can say "Saved". */
  start(everyMs: number) {
    const { dice } = this.#options
    this.#timer = setInterval(() => {
      const open = (this.#open?.written.length ?? 0) + (this.#open?.erased.length ?? 0)
      if (open === 0 || (open < MOST_OPEN && dice.chance(0.3))) this.write()
    }, everyMs)
  }

  pause() {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
  }

  get isSaved(): boolean {
    return this.#open === null
  }

  /** Words that must be there, and words that must not, whatever happened. */
  owed() {
    const present = [...this.saved.written].filter((word) => !this.#erasing.has(word))
    return { present, absent: [...this.saved.erased] }
  }

  async leave(): Promise<void> {
    this.pause()
    await this.session.close()
  }

  #look() {
    const open = this.#open
    if (!open || this.session.view.save.kind !== 'saved') return
    this.#open = null
    this.savedUpTo = open.last
    this.waits.push(performance.now() - open.since)
    for (const word of open.written) this.saved.written.add(word)
    for (const word of open.erased) this.saved.erased.add(word)
  }

  async #ticket(): Promise<TicketAnswer> {
    const { control, personId, articleId, address } = this.#options
    try {
      const ticket = await control.ticket({ personId, articleId })
      const url = `${address.replace('http', 'ws')}/collab/${articleId}`
      return { kind: 'ticket', ...ticket, url }
    } catch (error) {
      const gone = error instanceof ControlRefused && error.message.includes('notFound')
      return { kind: gone ? 'gone' : 'unreachable' }
    }
  }
}

/** So many changes are written before the page has said that they are saved. */
const MOST_OPEN = 5

function placeOf(text: Y.Text, word: string): { at: number; length: number } {
  const at = wordsOf(text).indexOf(`${word} `)
  return at < 0 ? { at: 0, length: 0 } : { at, length: word.length + 1 }
}

/** Behind a space, or at the end: never inside a word. */
function gapIn(text: Y.Text, dice: Dice): number {
  if (dice.chance(0.5)) return text.length
  const words = wordsOf(text)
  return words.indexOf(' ', dice.int(words.length)) + 1 || text.length
}

/** What somebody sees who opens the article for the first time. */
export function foldRows(rows: readonly { readonly update: Uint8Array }[]): Y.Doc {
  const doc = foldDocument()
  doc.transact(() => {
    for (const { update } of rows) Y.applyUpdate(doc, update)
  })
  return doc
}

const PATIENCE_MS = 60_000

/** Waits for a state; throws when it does not come. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string,
  limitMs = PATIENCE_MS,
): Promise<number> {
  const start = performance.now()
  while (!(await holds())) {
    if (performance.now() - start > limitMs) throw new Error(`Never: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return performance.now() - start
}

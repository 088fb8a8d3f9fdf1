import type { Database } from '#db/connection.ts'
import { setArticleDigest } from '#db/repositories/articles.ts'
import { setCited } from '#db/repositories/cited-sources.ts'
import type { ArticleState } from '#lib/collab/ports.ts'
import { citedIn } from '#lib/domain/sourcing/cited.ts'
import { titleOf } from '#lib/domain/text/title.ts'
import { log } from './log.ts'

const TICK_MS = 1_000
/** Who types without a pause is not found by new words for so long, and the database is spared most of the work. */
const LONGEST_MS = 10_000

interface Mark {
  readonly state: () => ArticleState
  /** The words that search looks in. */
  readonly text: Waiting
  /** What is short: the title, and the sources that are cited. Null: it is stored. */
  readonly short: Waiting | null
}

/** Milliseconds of one clock; `size`: characters of the text when it was stored last. */
export interface Waiting {
  readonly since: number
  readonly changed: number
  readonly size: number
}

/** A text up to here costs little to write. */
const SHORT_TEXT = 20_000

/**
 * Whether it is time to store it: nobody has changed it for a moment, or it has waited long enough. The whole text is written each
 * time, so a long one waits longer: one of 220,000 characters ten seconds more for a pause, and a minute at most. Stored as often as a
 * short one it would make the database write as much as a store of the whole document after each pause.
 */
export function isRipe({ since, changed, size }: Waiting, now: number): boolean {
  const more = Math.max(0, size - SHORT_TEXT)
  return now - changed >= TICK_MS + more / 20 || now - since >= LONGEST_MS + more / 4
}

/** Keeps the desk's titles, the words that search looks in and the sources that are cited near the text. They can be made anew at any time. */
export class Digests {
  readonly #database: Database
  readonly #marked = new Map<string, Mark>()
  readonly #sizes = new Map<string, number>()
  #timer: NodeJS.Timeout | null = null

  constructor(database: Database) {
    this.#database = database
  }

  mark(articleId: string, state: () => ArticleState) {
    const now = performance.now()
    const known = this.#marked.get(articleId)
    const size = this.#sizes.get(articleId) ?? 0
    this.#marked.set(articleId, {
      state,
      text: { since: known?.text.since ?? now, changed: now, size },
      short: { since: known?.short?.since ?? now, changed: now, size: 0 },
    })
    this.#timer ??= setInterval(() => void this.#tick(), TICK_MS)
  }

  /** Stores all that is marked. */
  async flush(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
    const marked = [...this.#marked]
    this.#marked.clear()
    for (const [articleId, { state }] of marked) await this.#keep(articleId, state)
  }

  async #tick(): Promise<void> {
    const now = performance.now()
    for (const [articleId, mark] of this.#marked) {
      if (isRipe(mark.text, now)) {
        this.#marked.delete(articleId)
        await this.#keep(articleId, mark.state)
      } else if (mark.short && isRipe(mark.short, now)) {
        this.#marked.set(articleId, { ...mark, short: null })
        await this.#keep(articleId, mark.state, 'short')
      }
    }
    if (this.#marked.size || !this.#timer) return
    clearInterval(this.#timer)
    this.#timer = null
  }

  #keep(articleId: string, state: () => ArticleState, what: 'all' | 'short' = 'all') {
    return this.#store(articleId, state, what).catch((error: unknown) =>
      log('warn', 'digest not stored', { articleId, error }),
    )
  }

  async #store(articleId: string, state: () => ArticleState, what: 'all' | 'short') {
    const { seq, content } = state()
    const { blocks } = content
    const texts = blocks.flatMap((block) => (block.type === 'text' ? [block] : []))
    const searchText = texts.map(({ text }) => text).join('\n')
    const title = titleOf(blocks)
    this.#sizes.set(articleId, searchText.length)
    const digest = what === 'all' ? { title, searchText } : { title }
    await setArticleDigest(this.#database.handle, articleId, digest)
    await setCited(this.#database.handle, articleId, seq, citedIn(content))
  }
}

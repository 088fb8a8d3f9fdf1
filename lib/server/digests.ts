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
  readonly waiting: Waiting
}

/** Milliseconds of one clock; `size`: characters of the text when it was stored last. */
export interface Waiting {
  readonly since: number
  readonly changed: number
  readonly size: number
}

/**
 * Whether it is time to store it: nobody has changed it for a moment, or it has waited long enough. The whole text is written each
 * time, so a long one waits longer: 200,000 characters ten seconds more for a pause, and a minute at most. Stored as often as a
 * short one it would make the database write as much as a store of the whole document after each pause.
 */
export function isRipe({ since, changed, size }: Waiting, now: number): boolean {
  return now - changed >= TICK_MS + size / 20 || now - since >= LONGEST_MS + size / 4
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
    const since = this.#marked.get(articleId)?.waiting.since ?? now
    const size = this.#sizes.get(articleId) ?? 0
    this.#marked.set(articleId, { state, waiting: { since, changed: now, size } })
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
    for (const [articleId, { state, waiting }] of this.#marked) {
      if (!isRipe(waiting, now)) continue
      this.#marked.delete(articleId)
      await this.#keep(articleId, state)
    }
    if (this.#marked.size || !this.#timer) return
    clearInterval(this.#timer)
    this.#timer = null
  }

  #keep(articleId: string, state: () => ArticleState): Promise<void> {
    return this.#store(articleId, state).catch((error: unknown) =>
      log('warn', 'digest not stored', { articleId, error }),
    )
  }

  async #store(articleId: string, state: () => ArticleState): Promise<void> {
    const { seq, content } = state()
    const { blocks } = content
    const texts = blocks.flatMap((block) => (block.type === 'text' ? [block] : []))
    const searchText = texts.map(({ text }) => text).join('\n')
    const digest = { title: titleOf(blocks), searchText }
    this.#sizes.set(articleId, searchText.length)
    await setArticleDigest(this.#database.handle, articleId, digest)
    await setCited(this.#database.handle, articleId, seq, citedIn(content))
  }
}

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
  /** When it is stored even if it goes on changing. */
  readonly ripe: number
  /** Changed since the last tick. */
  readonly fresh: boolean
}

/** Keeps the desk's titles, the words that search looks in and the sources that are cited near the text. They can be made anew at any time. */
export class Digests {
  readonly #database: Database
  readonly #marked = new Map<string, Mark>()
  #timer: NodeJS.Timeout | null = null

  constructor(database: Database) {
    this.#database = database
  }

  mark(articleId: string, state: () => ArticleState) {
    const ripe = this.#marked.get(articleId)?.ripe ?? Date.now() + LONGEST_MS
    this.#marked.set(articleId, { state, ripe, fresh: true })
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

  /** Stores what nobody has changed since the last tick, and what has waited long enough. */
  async #tick(): Promise<void> {
    const now = Date.now()
    for (const [articleId, mark] of this.#marked) {
      if (mark.fresh && now < mark.ripe) this.#marked.set(articleId, { ...mark, fresh: false })
      else {
        this.#marked.delete(articleId)
        await this.#keep(articleId, mark.state)
      }
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
    await setArticleDigest(this.#database.handle, articleId, digest)
    await setCited(this.#database.handle, articleId, seq, citedIn(content))
  }
}

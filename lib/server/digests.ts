import type { Database } from '#db/connection.ts'
import { setArticleDigest } from '#db/repositories/articles.ts'
import type { ArticleState } from '#lib/collab/ports.ts'
import { log } from './log.ts'

const DELAY_MS = 1_000

/** Keeps the desk's titles and the words that search looks in near the text. They can be made anew at any time. */
export class Digests {
  readonly #database: Database
  readonly #marked = new Map<string, () => ArticleState>()
  #timer: NodeJS.Timeout | null = null

  constructor(database: Database) {
    this.#database = database
  }

  mark(articleId: string, state: () => ArticleState) {
    this.#marked.set(articleId, state)
    this.#timer ??= setTimeout(() => void this.flush(), DELAY_MS)
  }

  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const marked = [...this.#marked]
    this.#marked.clear()
    for (const [articleId, state] of marked) {
      await this.#store(articleId, state).catch((error: unknown) =>
        log('warn', 'digest not stored', { articleId, error }),
      )
    }
  }

  async #store(articleId: string, state: () => ArticleState): Promise<void> {
    const texts = state().content.blocks.flatMap((block) => (block.type === 'text' ? [block] : []))
    const title = (texts.find(({ role }) => role === 'headline') ?? texts[0])?.text ?? ''
    const searchText = texts.map(({ text }) => text).join('\n')
    const digest = { title: title.slice(0, 200), searchText }
    await setArticleDigest(this.#database.handle, articleId, digest)
  }
}

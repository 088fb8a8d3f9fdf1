import { setBoundary } from '#lib/collab/edit-document.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { TextBlock } from '#lib/domain/text/article-text.ts'
import {
  type BoundaryChange,
  handmadeIn,
  joinWithNext,
  splitAt,
} from '#lib/domain/text/boundaries.ts'
import type { Together } from './annotator.ts'
import type { ArticleSession } from './article-session.ts'

type Shared = Pick<ArticleSession, 'doc' | 'reader'>

/** A place between two characters, as readers of the article count. */
export interface TextPlace {
  readonly block: number
  readonly offset: number
}

/**
 * Where sentences begin and end, by hand. Each is one change of the shared document, live for everybody and undone like
 * typing. What is asked for and would change nothing answers false.
 */
export class Divider {
  readonly #session: Shared
  readonly #together: Together

  constructor(session: Shared, together: Together) {
    this.#session = session
    this.#together = together
  }

  /** True if the sentence has a next one in its block. */
  canJoin(status: SentenceStatus): boolean {
    return this.#joinOf(status) !== null
  }

  join(status: SentenceStatus): boolean {
    return this.#write(status.sentence.blockIndex, this.#joinOf(status))
  }

  canSplit(place: TextPlace): boolean {
    return this.#splitOf(place) !== null
  }

  split(place: TextPlace): boolean {
    return this.#write(place.block, this.#splitOf(place))
  }

  /** What was done by hand to this sentence. */
  handmade({ sentence }: SentenceStatus): ReturnType<typeof handmadeIn> {
    const block = this.#blockAt(sentence.blockIndex)
    return block ? handmadeIn(block, this.#lang, sentence) : { split: null, joins: [] }
  }

  takeBack({ sentence }: SentenceStatus, changes: readonly BoundaryChange[]) {
    this.#together(() => {
      for (const change of changes) this.#write(sentence.blockIndex, change)
    })
  }

  get #lang(): string {
    return this.#session.reader.content.meta.lang
  }

  #blockAt(index: number): TextBlock | null {
    const block = this.#session.reader.content.blocks[index]
    return block?.type === 'text' ? block : null
  }

  #joinOf({ sentence }: SentenceStatus): BoundaryChange | null {
    const block = this.#blockAt(sentence.blockIndex)
    return block && joinWithNext(block, this.#lang, sentence.from)
  }

  #splitOf(place: TextPlace): BoundaryChange | null {
    const block = this.#blockAt(place.block)
    return block && splitAt(block, this.#lang, place.offset)
  }

  #write(blockIndex: number, change: BoundaryChange | null): boolean {
    if (!change) return false
    const { doc, reader } = this.#session
    this.#together(() => setBoundary(doc, reader.flat, blockIndex, change))
    return true
  }
}

import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import type { ArticleContent } from '#lib/domain/sourcing/article-content.ts'
import { readAnnotation } from '#lib/domain/sourcing/read-annotation.ts'
import type { ArticleMeta, Block } from '#lib/domain/text/article-text.ts'
import { composeKept } from '#lib/domain/text/compose-kept.ts'
import { readBlock } from '#lib/domain/text/read-block.ts'
import { changeBlocks, type FlatBlock, flatBlocks, type Kept } from '#lib/domain/text/read-flat.ts'
import { deltaOf, deltaOfChange } from '#lib/editor/read-delta.ts'
import { proposedItems } from '#lib/editor/read-proposed.ts'
import { isBlank } from '#lib/editor/read-records.ts'
import { StandingRecords } from './standing-records.ts'

/** What an entry of the map `blocks` is read for. */
const ENTRY_KEYS = ['role', 'alt', 'picture', 'credit'] as const
type Entry = Readonly<Partial<Record<(typeof ENTRY_KEYS)[number], unknown>>>

/**
 * Reads a shared document and keeps up with it: each change costs what it touches. The same class reads in the
 * browser and on the server, so that both derive the same.
 */
export class DocumentReader {
  readonly #doc: Y.Doc
  #flat: readonly FlatBlock[]
  #kept: readonly Kept[] | null = null
  #content: ArticleContent | null = null
  readonly #blocks = new WeakMap<FlatBlock, { entry: Entry; block: Block }>()
  #annotations = new Map<string, Annotation>()
  readonly #standing = new StandingRecords()
  readonly #listeners = new Set<() => void>()
  /** Changes of the text since somebody read it. */
  #unread = 0
  readonly #patience: number
  /** The last change that was followed: it may have touched both the text and what is accepted. */
  #followed: Y.Transaction | null = null

  /** `patience`: after so many changes that nobody read, the text is read anew by whoever asks next. */
  constructor(doc: Y.Doc, patience = Number.POSITIVE_INFINITY) {
    this.#doc = doc
    this.#patience = patience
    const text = doc.getText('text')
    const annotations = doc.getMap('annotations')
    // From the first change on it is known what was accepted before.
    proposedItems(doc)
    this.#flat = flatBlocks(deltaOf(text))
    for (const id of annotations.keys()) this.#readAnnotation(id)
    text.observe(({ transaction }) => this.#follow(text, transaction))
    // What is accepted changes what the text says, too.
    doc.getMap('proposals').observeDeep((_, transaction) => this.#follow(text, transaction))
    annotations.observeDeep((events) => {
      this.#annotations = new Map(this.#annotations)
      for (const event of events) {
        const ids = event.path.length ? [String(event.path[0])] : event.changes.keys.keys()
        for (const id of ids) this.#readAnnotation(id)
      }
    })
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (!transaction.changed.size) return
      this.#content = null
      for (const listener of this.#listeners) listener()
    })
  }

  /** The content as it stands; the same object until something changes. */
  get content(): ArticleContent {
    if (this.#content) return this.#content
    const blocks = this.flat.map((block) => this.#readBlock(block))
    const annotations = this.#standing.of(this.#annotations, blocks)
    this.#content = { blocks, annotations, meta: this.#readMeta() }
    return this.#content
  }

  get flat(): readonly FlatBlock[] {
    if (this.#unread > this.#patience) {
      const text = deltaOf(this.#doc.getText('text'))
      this.#flat = keepEqual(this.#flat, flatBlocks(text))
      this.#kept = null
    }
    this.#unread = 0
    return this.#flat
  }

  /** What the changes since the last call left in place; null when the text did not change, or was read anew. */
  takeKept(): readonly Kept[] | null {
    const kept = this.#kept
    this.#kept = null
    return kept
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #follow(text: Y.Text, transaction: Y.Transaction) {
    if (this.#followed === transaction) return
    this.#followed = transaction
    this.#unread += 1
    if (this.#unread > this.#patience) return
    const { blocks, kept } = changeBlocks(this.#flat, deltaOfChange(text, transaction))
    this.#flat = blocks
    // A row may come as several changes: Yjs cleans up formatting in one of its own.
    this.#kept = this.#kept ? composeKept(this.#kept, kept) : kept
  }

  #readBlock(flat: FlatBlock): Block {
    const entry = flat.opening ? this.#entryOf(flat.opening.id) : {}
    const known = this.#blocks.get(flat)
    if (known && ENTRY_KEYS.every((key) => known.entry[key] === entry[key])) return known.block
    const block = readBlock(flat, entry)
    this.#blocks.set(flat, { entry, block })
    return block
  }

  #entryOf(id: string): Entry {
    const entry = this.#doc.getMap('blocks').get(id)
    if (!(entry instanceof Y.Map)) return {}
    return Object.fromEntries(ENTRY_KEYS.map((key) => [key, entry.get(key)]))
  }

  #readAnnotation(id: string) {
    const record = this.#doc.getMap('annotations').get(id)
    if (record instanceof Y.Map) this.#annotations.set(id, readAnnotation(id, record.toJSON()))
    else this.#annotations.delete(id)
    this.#standing.note(id, isBlank(record))
  }

  #readMeta(): ArticleMeta {
    const meta = this.#doc.getMap('meta')
    const field = (name: string) => {
      const value = meta.get(name)
      return typeof value === 'string' ? value : ''
    }
    return {
      lang: field('lang') || 'en',
      byline: field('byline'),
      section: field('section'),
      dateline: field('dateline'),
      slugWish: field('slugWish'),
    }
  }
}

/** The blocks as read anew; those that did not change stay the same objects, because much is remembered by them [TXT6]. */
function keepEqual(before: readonly FlatBlock[], now: readonly FlatBlock[]): readonly FlatBlock[] {
  const known = new Map(before.map((block) => [block.opening?.id, block]))
  return now.map((block) => {
    const old = known.get(block.opening?.id)
    return old && equalityDeep(old, block) ? old : block
  })
}

import type { ProposalKind } from './flat-text.ts'

/**
 * The article as readers of the shared text see it: a sequence of blocks, each a line of characters.
 * Every offset here is a UTF-16 offset into its block's `text`.
 */

/** What a block is in the article. An unknown role is read as a paragraph [TXT3]. */
export const ROLES = [
  'headline',
  'standfirst',
  'paragraph',
  'subhead',
  'quote',
  'bullet',
  'numbered',
  'caption',
] as const
export type Role = (typeof ROLES)[number]

/** A run of characters [from, to) with one formatting. */
export interface FormatRange {
  readonly from: number
  readonly to: number
  readonly kind: 'bold' | 'italic' | 'link'
  /** The target, for links only. It has passed `safeHref`. */
  readonly href?: string
}

/** Characters [from, to) that carry the formatting `annotation:<id>`. One annotation may have several. */
export interface Anchor {
  readonly annotationId: string
  readonly from: number
  readonly to: number
}

/** Characters [from, to) that carry the formatting `thread:<id>`. What is said there is in the database. */
export interface ThreadAnchor {
  readonly threadId: string
  readonly from: number
  readonly to: number
}

/**
 * What somebody proposes about a stretch of a block. The block's text is without it: `from` and `to` are where the words to
 * go stand, and both where words would come in. `text` is those words, `\n` for a paragraph's end; of a change of looks,
 * what it would be: `bold`, `-bold`, `italic`, `-italic`, `link <address>`, `-link`, `role <role>`.
 */
export interface ProposalSpan {
  readonly id: string
  readonly kind: ProposalKind
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A correction of the segmenter by hand, on the character that follows the place. */
export interface Boundary {
  readonly at: number
  readonly kind: 'join' | 'split'
}

export interface TextBlock {
  readonly type: 'text'
  /** Empty for text before any opening. */
  readonly id: string
  readonly role: Role
  readonly text: string
  readonly formats: readonly FormatRange[]
  readonly anchors: readonly Anchor[]
  /** Apart from the annotations: nothing that is derived about a sentence looks at them [THR2]. */
  readonly threads: readonly ThreadAnchor[]
  readonly boundaries: readonly Boundary[]
  /** Open proposals: nothing that is derived about a sentence looks at them but the gate [SUG1]. */
  readonly proposals: readonly ProposalSpan[]
}

export interface FigureBlock {
  readonly type: 'figure'
  readonly id: string
  readonly alt: string
  /** SHA-256 of its picture; null: it has none. Whether there is one of that name, the server knows. */
  readonly picture: string | null
  /** The source that is credited, by its id; null: none. */
  readonly credit: string | null
}

export type Block = TextBlock | FigureBlock

/** Article data that merges with the text: `meta` of the shared document. */
export interface ArticleMeta {
  readonly lang: string
  readonly byline: string
  readonly section: string
  readonly dateline: string
  readonly slugWish: string
}

/** One sentence, derived from its block, never stored. `index` counts from 0 over the whole article. */
export interface Sentence {
  readonly index: number
  /** Index of the block in the article. */
  readonly blockIndex: number
  readonly blockId: string
  readonly role: Role
  readonly from: number
  readonly to: number
  readonly text: string
  /** Annotations that touch at least one character, sorted. */
  readonly annotationIds: readonly string[]
  /** Groups of annotations that stand on exactly the same characters; mostly none. */
  readonly alike: readonly (readonly string[])[]
  /** Targets of the links inside, in order of appearance, each once. */
  readonly links: readonly string[]
  /** The same object as long as the block has not changed: what is derived from the words is kept by it. */
  readonly identity: object
}

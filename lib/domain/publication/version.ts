import type { Confidence, Kind, Locator, Relation } from '#lib/domain/sourcing/annotation.ts'
import type { CslFields } from '#lib/domain/sourcing/csl-fields.ts'
import type { SourceKind } from '#lib/domain/sourcing/source.ts'
import type { FormatRange, Role } from '#lib/domain/text/article-text.ts'
import type { SpiteKind } from './overrides.ts'

/**
 * A version: the immutable published state of an article. Its canonical JSON (RFC 8785) is what is hashed,
 * so nothing internal may stand in it, and no field may be added to a version that exists.
 */
export interface Version {
  readonly format: 'galley-version/1'
  readonly articleId: string
  readonly slug: string
  /** From 1. */
  readonly number: number
  readonly change: Change
  /** What changed and why, for readers. May be empty for the first, and for a correction. */
  readonly note: string
  /** Of a correction, and of it alone. Not there in those from before it was asked for. */
  readonly correction?: Correction
  readonly lang: string
  readonly headline: string
  readonly byline: string
  readonly section: string
  readonly dateline: string
  readonly publishedAt: string
  readonly firstPublishedAt: string
  /** SHA-256 of the version before, hex; null for the first. */
  readonly previousHash: string | null
  readonly segmenter: string
  readonly blocks: readonly VersionBlock[]
  /** In the order of the text. Not there in an article without figures: its bytes are what they always were. */
  readonly figures?: readonly VersionFigure[]
  readonly sentences: readonly VersionSentence[]
  /** In order of first citation: the reader's number of a source is its place here, from 1. */
  readonly sources: readonly VersionSource[]
  readonly coverage: {
    readonly sentences: number
    readonly tagged: number
    readonly evidenced: number
    readonly approved: number
  }
  /** How many different persons approved sentences of it. */
  readonly reviewers: number
  /** Not there when nothing stood in the way: the bytes are what they always were. */
  readonly overrides?: readonly VersionOverride[]
  /** Earlier versions, oldest first. */
  readonly history: readonly VersionRef[]
}

export const CHANGES = ['first', 'update', 'clarification', 'correction', 'retraction'] as const
export type Change = (typeof CHANGES)[number]

/** What a correction puts right, for readers [VER14]. */
export interface Correction {
  readonly wrong: string
  readonly right: string
  /** Ids of the sentences in its version that it is about. Empty: none of those that are left. */
  readonly sentences: readonly string[]
}

/** What it was published in spite of, a blocker or a warning, and why. */
export interface VersionOverride {
  /** Id of the sentence in its version; null: it concerns the whole article. */
  readonly sentence: string | null
  /** The kind of what was in the way, or warned of. */
  readonly what: SpiteKind
  readonly reason: string
}

export interface VersionRef {
  readonly number: number
  readonly change: Change
  readonly note: string
  readonly correction?: Correction
  readonly publishedAt: string
  readonly hash: string
  /** Not there when nothing stood in the way. */
  readonly overrides?: readonly VersionOverride[]
}

/** With what has become of it, which is no part of a version. */
export interface VersionState extends VersionRef {
  /** Null while its words stand. */
  readonly takenDownAt: string | null
}

export interface VersionBlock {
  readonly id: string
  readonly role: Role
  readonly text: string
  readonly formats: readonly FormatRange[]
}

/** A picture in the text. What is said under it is the block behind it, if that is a caption. */
export interface VersionFigure {
  readonly id: string
  /** Index of the block that it stands before; the number of blocks: it stands at the end. */
  readonly before: number
  readonly mediaType: string
  /** Of the picture as it was made for readers, the smallest first. Each is found, and checked, by the SHA-256 of its bytes. */
  readonly sizes: readonly VersionSize[]
  readonly alt: string
  readonly credit: {
    /** As its terms allow: the public name or the agreed wording. */
    readonly name: string
    readonly url: string | null
  }
}

export interface VersionSize {
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly hash: string
}

export interface VersionSentence {
  /** Stable in this version: `s-` and the first 12 hex digits of the fingerprint; a repeat gets `-2`, `-3` … */
  readonly id: string
  /** Index into `blocks`. */
  readonly block: number
  readonly from: number
  readonly to: number
  readonly text: string
  readonly fingerprint: string
  readonly kind: Kind | null
  readonly confidence: Confidence | null
  readonly publicNotes: readonly string[]
  readonly citations: readonly VersionCitation[]
}

export interface VersionCitation {
  /** Index into `sources`. */
  readonly source: number
  readonly relation: Relation
  readonly locator: Locator | null
  readonly quote: string
}

export interface VersionSource {
  readonly id: string
  readonly kind: SourceKind
  /** As its terms allow: the public name or the agreed wording. */
  readonly name: string
  readonly description: string
  readonly url: string | null
  /** By whom, where and when it was published, in CSL-JSON. Not there when nobody said: the bytes are what they always were. */
  readonly csl?: CslFields
  /** The copy that the newsroom keeps of what stands at `url`. Not there when readers may not have it: the bytes are what they always were. */
  readonly capture?: VersionCapture
}

/** What our server fetched at the address of a source, by when and the SHA-256 of its bytes [VER15]. */
export interface VersionCapture {
  readonly at: string
  readonly hash: string
}

/** What an annotation says. Values of every list are stored: add, never rename. */

export const KINDS = [
  'fact',
  'number',
  'quote',
  'attributed',
  'allegation',
  'observation',
  'opinion',
  'background',
  'exempt',
] as const
export type Kind = (typeof KINDS)[number]

export const CONFIDENCES = ['confirmed', 'likely', 'unconfirmed', 'disputed'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export const RELATIONS = ['supports', 'contradicts', 'context'] as const
export type Relation = (typeof RELATIONS)[number]

/** Locator labels are CSL terms. */
export const LOCATOR_LABELS = ['page', 'paragraph', 'timestamp', 'cell', 'section'] as const
export type LocatorLabel = (typeof LOCATOR_LABELS)[number]

export interface Locator {
  readonly label: LocatorLabel
  readonly value: string
}

/** One use of a source by an annotation. */
export interface Citation {
  readonly id: string
  readonly sourceId: string
  readonly relation: Relation
  readonly locator: Locator | null
  /** The passage, word for word as the source has it. */
  readonly quote: string
  /** Credibility of this piece of information on the Admiralty scale, 1–6; null: not judged. */
  readonly credibility: number | null
}

/** The exact words, with a little before and after, as they stood when the evidence was last confirmed. */
export interface SourcedText {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** `sentence`: the words are those of whole sentences; `span`: of a part of one. */
  readonly scope: 'sentence' | 'span'
}

export interface Annotation {
  readonly id: string
  /** Null for the empty annotation that a query on an untagged sentence hangs on. */
  readonly kind: Kind | null
  readonly citations: readonly Citation[]
  readonly confidence: Confidence | null
  /** For the newsroom: in no version and no export. */
  readonly note: string
  /** For readers. */
  readonly publicNote: string
  readonly sourcedText: SourcedText | null
  /** The annotation that this one was copied from, together with its words. */
  readonly derivedFrom?: string
}

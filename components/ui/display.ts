import type { Display } from '#lib/domain/review/status.ts'

/** Names of the state shapes; `unconfirmed` is for readers' pages, `note` for a sentence with an internal note. */
export type GlyphName =
  | 'untagged'
  | 'exempt'
  | 'sourced'
  | 'disputed'
  | 'unconfirmed'
  | 'changed'
  | 'review'
  | 'queried'
  | 'rejected'
  | 'approved'
  | 'stale'
  | 'note'

/** The shape and the ink of each display: classes `g-…` and `ink-…`. */
export const GLYPH_OF: Readonly<Record<Display, GlyphName>> = {
  none: 'untagged',
  exempt: 'exempt',
  sourced: 'sourced',
  disputed: 'disputed',
  changed: 'changed',
  waiting: 'review',
  queried: 'queried',
  rejected: 'rejected',
  approved: 'approved',
  stale: 'stale',
}

/** Documents as they come as files and over HTTP. The browser needs this, and not what reads them. */

/** Larger ones have pictures that would not be taken anyway. */
export const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Media types of documents; in one with macros they are not looked at. */
export const DOCUMENT_TYPES: readonly string[] = [
  DOCX,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.template',
  'application/vnd.ms-word.document.macroenabled.12',
]

export const DOCX_TYPE = DOCX

/** Tracked changes are accepted or rejected while reading, or become suggestions. */
export const CHANGES = ['accept', 'reject', 'suggest'] as const
export type Changes = (typeof CHANGES)[number]

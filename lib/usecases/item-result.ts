import type { SentenceStatus } from '#lib/domain/review/status.ts'

/** What became of one item of a call with several. `status` is that of HTTP. */
export interface ItemResult {
  readonly status: 200 | 403 | 404 | 409 | 422
  readonly message?: string
  readonly annotationId?: string
  /** The sentence as it stands now. */
  readonly current?: CurrentSentence
}

export interface CurrentSentence {
  readonly index: number
  readonly text: string
  readonly fingerprint: string
}

export function refused(
  status: ItemResult['status'],
  message: string,
  current?: CurrentSentence,
): ItemResult {
  return { status, message, ...(current && { current }) }
}

export function currentOf({ sentence, fingerprint }: SentenceStatus): CurrentSentence {
  return { index: sentence.index, text: sentence.text, fingerprint }
}

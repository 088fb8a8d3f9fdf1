import type { Match } from '#lib/domain/sourcing/duplicates.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { call } from './api.ts'

export interface FoundDuplicate {
  readonly source: Source
  readonly match: Match
}

/** What is known of a source that is about to be added. */
export interface Candidate extends Pick<Source, 'title' | 'description' | 'url' | 'csl'> {
  /** SHA-256 of its file, in hex. */
  readonly fileHash: string
}

export interface FoundUse {
  readonly articleId: string
  readonly title: string
  readonly sentences: readonly { readonly index: number; readonly text: string }[]
  readonly figures: number
}

/** A page of uses, and how many articles there are. */
export interface FoundUses {
  readonly uses: readonly FoundUse[]
  /** The cursor of the next page. */
  readonly next: string | null
  readonly total: number
}

/** The calls that make records one, and part them again. */
export const registryApi = {
  duplicatesOf: (candidate: Partial<Candidate>) =>
    call<{ readonly duplicates: readonly FoundDuplicate[] }>(
      'POST',
      '/api/v1/sources/duplicates',
      candidate,
    ),
  uses: (id: string, limit: number, cursor: string | null = null) => {
    const query = new URLSearchParams({ limit: String(limit), ...(cursor && { cursor }) })
    return call<FoundUses>('GET', `/api/v1/sources/${id}/uses?${query}`)
  },
  merge: (into: string, from: string) =>
    call<Source>('POST', `/api/v1/sources/${into}/merges`, { from }),
  undo: (into: string, mergeId: string) =>
    call<null>('DELETE', `/api/v1/sources/${into}/merges/${mergeId}`),
}

import type { Match } from '#lib/domain/sourcing/duplicates.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { call } from './api.ts'

export interface FoundDuplicate {
  readonly source: Source
  readonly match: Match
}

export interface FoundUse {
  readonly articleId: string
  readonly title: string
  readonly sentences: readonly { readonly index: number; readonly text: string }[]
  readonly figures: number
}

/** The calls that make records one, and part them again. */
export const registryApi = {
  duplicatesOf: (candidate: Pick<Source, 'title' | 'description' | 'url'>) =>
    call<{ readonly duplicates: readonly FoundDuplicate[] }>(
      'POST',
      '/api/v1/sources/duplicates',
      candidate,
    ),
  uses: (id: string) =>
    call<{ readonly uses: readonly FoundUse[] }>('GET', `/api/v1/sources/${id}/uses`),
  merge: (into: string, from: string) =>
    call<Source>('POST', `/api/v1/sources/${into}/merges`, { from }),
  undo: (into: string, mergeId: string) =>
    call<null>('DELETE', `/api/v1/sources/${into}/merges/${mergeId}`),
}

import type { MomentText } from '#lib/domain/history/compare.ts'
import type { SentenceHistory, SentenceTrace } from '#lib/domain/history/follow.ts'
import type { HistoryPage } from '#lib/domain/history/moments.ts'
import type { Restored } from '#lib/domain/history/restoring.ts'
import type { NamedRun, WrittenSpan } from '#lib/domain/history/written.ts'
import { call } from './api.ts'

/** The calls of an article's history. */
export function historyApi(articleId: string) {
  const article = `/api/v1/articles/${articleId}`
  const path = `${article}/history`
  return {
    list: (before: number | null) => call<HistoryPage>('GET', path + queryOf({ before })),
    sentence: (trace: SentenceTrace, before: number | null) =>
      call<SentenceHistory>('GET', path + queryOf({ ...searchOf(trace), before })),
    read: (seq: number, compare: number) =>
      call<MomentText>('GET', `${path}/${seq}${queryOf({ compare })}`),
    name: (seq: number, name: string) =>
      call<{ readonly id: string }>('POST', `${path}/names`, { seq, name }),
    unname: (nameId: string) => call<null>('DELETE', `${path}/names/${nameId}`),
    restore: (seq: number, blockId?: string) =>
      call<Restored>('POST', `${path}/restore`, { seq, ...(blockId !== undefined && { blockId }) }),
    whoWrote: (spans: readonly WrittenSpan[]) =>
      call<{ readonly runs: readonly NamedRun[] }>('POST', `${article}/authorship`, { spans }),
  }
}

/** The address of the history of one sentence, as its page and the interface both take it. */
export function searchOf({ annotationIds, blockId, text }: SentenceTrace) {
  return { annotation: annotationIds, block: blockId, text }
}

export function queryOf(
  fields: Readonly<Record<string, string | number | readonly string[] | null>>,
): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    const values = value === null ? [] : Array.isArray(value) ? value : [value]
    for (const each of values) search.append(name, String(each))
  }
  const text = search.toString()
  return text ? `?${text}` : ''
}

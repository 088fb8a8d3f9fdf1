import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { historyApi } from '#lib/collab/browser/history-api.ts'
import type { SentenceChange, SentenceTrace } from '#lib/domain/history/follow.ts'
import type { Moment } from '#lib/domain/history/moments.ts'
import type { Names } from './moment-words.ts'

/** One line of the list: a moment, and what a sentence was before and after it, if one is followed. */
export interface HistoryEntry {
  readonly key: string
  readonly moment: Moment
  readonly change: SentenceChange | null
}

interface Listed {
  readonly entries: readonly HistoryEntry[]
  readonly next: number | null
  readonly head: number
  readonly names: Names
  readonly trace: SentenceTrace | null
}

const NOTHING: Omit<Listed, 'trace'> = { entries: [], next: null, head: 0, names: {} }

/** The moments of an article, or of one of its sentences, page by page. */
export function useHistory(articleId: string, sentence: SentenceTrace | null) {
  const api = useMemo(() => historyApi(articleId), [articleId])
  const [listed, setListed] = useState<Listed>({ ...NOTHING, trace: sentence })
  const [state, setState] = useState<'loading' | 'ready' | { readonly message: string }>('loading')
  const asked = useRef(0)

  const load = useCallback(
    async (known: Listed, before: number | null): Promise<Listed | null> => {
      const turn = ++asked.current
      setState('loading')
      const answer = known.trace ? await followed(api, known.trace, before) : await all(api, before)
      if (turn !== asked.current) return null
      if (!answer.ok) {
        setState({ message: answer.message })
        return null
      }
      const page = answer.value
      const now = {
        ...page,
        entries: [...known.entries, ...page.entries],
        names: { ...known.names, ...page.names },
        head: before === null ? page.head : known.head,
      }
      setListed(now)
      setState('ready')
      return now
    },
    [api],
  )
  const reload = useCallback(() => load({ ...NOTHING, trace: sentence }, null), [load, sentence])
  useEffect(() => void reload(), [reload])
  return { api, listed, state, reload, more: () => load(listed, listed.next) }
}

export type History = ReturnType<typeof useHistory>
type Api = ReturnType<typeof historyApi>

async function all(api: Api, before: number | null) {
  const answer = await api.list(before)
  if (!answer.ok) return answer
  const { moments, next, head, people: names } = answer.value
  const entries = moments.map(
    (moment): HistoryEntry => ({ key: keyOf(moment), moment, change: null }),
  )
  return { ok: true as const, value: { entries, next, head, names, trace: null } }
}

async function followed(api: Api, wanted: SentenceTrace, before: number | null) {
  const answer = await api.sentence(wanted, before)
  if (!answer.ok) return answer
  const { changes, next, head, people: names, trace } = answer.value
  const entries = changes.map(
    (change): HistoryEntry => ({
      key: keyOf(change.moment),
      moment: { ...change.moment, names: [] },
      change,
    }),
  )
  return { ok: true as const, value: { entries, next, head, names, trace } }
}

function keyOf(moment: Omit<Moment, 'names'> & { readonly id?: string }): string {
  const name = moment.id ?? moment.at
  return `${moment.kind} ${moment.seq} ${name}`
}

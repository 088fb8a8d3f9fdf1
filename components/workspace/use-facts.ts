import { useCallback, useMemo, useState } from 'react'
import { type Answer, articleApi } from '#lib/collab/browser/api.ts'
import type { ArticleFacts } from '#lib/domain/publication/article-facts.ts'
import type { ArticleActions } from './model.ts'
import { useRefresh } from './use-refresh.ts'

type Remote = Pick<
  ArticleActions,
  | 'decide'
  | 'closeQuery'
  | 'answerQuery'
  | 'undoApproval'
  | 'move'
  | 'publish'
  | 'moves'
  | 'warnings'
  | 'plan'
  | 'schedule'
  | 'cancelSchedule'
  | 'describe'
  | 'setPeople'
  | 'authors'
  | 'approved'
>

/** What the server knows about the article, fetched again when it says so, and the calls that change it. */
export function useFacts(initial: ArticleFacts) {
  const [facts, setFacts] = useState(initial)
  const api = useMemo(() => articleApi(initial.id), [initial.id])
  const refresh = useRefresh(
    useCallback(async () => {
      const answer = await api.facts()
      if (answer.ok) setFacts(answer.value)
    }, [api]),
  )

  const remote = useMemo((): Remote => {
    const then = async <T>(answer: Promise<Answer<T>>) => {
      const done = await answer
      await refresh()
      return done
    }
    return {
      decide: (decisions) => then(api.decide(decisions)),
      closeQuery: (id, closing) => then(api.closeQuery(id, closing)),
      answerQuery: (id, text) => then(api.answerQuery(id, text)),
      undoApproval: (id) => then(api.undoApproval(id)),
      move: (...wish) => then(api.move(...wish)),
      publish: (...asked) => then(api.publish(...asked)),
      moves: api.moves,
      warnings: api.warnings,
      plan: (wish) => then(api.plan(wish)),
      schedule: (wish) => then(api.schedule(wish)),
      cancelSchedule: () => then(api.cancelSchedule()),
      describe: (data) => then(api.describe(data)),
      setPeople: (people) => then(api.setPeople(people)),
      authors: api.authors,
      approved: api.approved,
    }
  }, [api, refresh])

  return { facts, refresh, remote }
}

import { useMemo } from 'react'
import type { SessionView } from '#lib/collab/browser/article-session.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { ArticleFacts } from '#lib/domain/publication/article-facts.ts'
import { gateOf, legalBlockers } from '#lib/domain/publication/gate.ts'
import { placedFigures } from '#lib/domain/publication/gate-figures.ts'
import { coverageOf } from '#lib/domain/review/coverage.ts'
import { wordsToRead } from '#lib/domain/review/legal-read.ts'
import { statusesOf } from '#lib/domain/review/status.ts'
import {
  type ArticleContent,
  NO_CONTENT,
  sourcedSentencesOf,
} from '#lib/domain/sourcing/article-content.ts'
import { proposalsOf } from '#lib/domain/text/proposals.ts'
import type { ArticleModel } from './model.ts'

/** Derives everything that the page shows, by the functions that the server decides with. */
export function useModel(
  me: Actor,
  facts: ArticleFacts,
  view: SessionView,
  read: ArticleContent | null,
  current: number | null,
  people: ArticleModel['people'],
  present: ArticleModel['present'],
): ArticleModel {
  const content = read ?? NO_CONTENT
  const findSource = useMemo(() => {
    const sources = new Map(facts.sources.map((source) => [source.id, source]))
    return (id: string) => sources.get(id)
  }, [facts.sources])
  const sentences = useMemo(() => sourcedSentencesOf(content), [content])
  const { id: articleId, state, approvals, queries, policy } = facts
  const { section } = content.meta
  const statuses = useMemo(
    () =>
      statusesOf({
        ...{ articleId, state, sentences, findSource, approvals, queries, policy, section },
      }),
    [articleId, state, sentences, findSource, approvals, queries, policy, section],
  )
  const coverage = useMemo(() => coverageOf(statuses), [statuses])
  const proposals = useMemo(() => proposalsOf(content.blocks), [content.blocks])
  const figures = useMemo(() => {
    const pictures = new Map(facts.pictures.map((picture) => [picture.hash, picture]))
    return placedFigures(content, (hash) => pictures.get(hash))
  }, [content, facts.pictures])
  const blockers = useMemo(
    () => [
      ...gateOf(statuses, queries, findSource, figures, proposals),
      ...legalBlockers(facts.legal, () => wordsToRead(content, sentences)),
    ],
    [content, sentences, statuses, queries, findSource, figures, proposals, facts.legal],
  )
  return {
    me,
    facts,
    view,
    content,
    statuses,
    coverage,
    proposals,
    blockers,
    figures,
    findSource,
    current,
    people,
    present,
  }
}

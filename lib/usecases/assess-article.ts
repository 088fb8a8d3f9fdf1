import type { Handle } from '#db/connection.ts'
import type { Article } from '#db/repositories/articles.ts'
import { listKeyedApprovals, listQueries } from '#db/repositories/decisions.ts'
import { listPictures } from '#db/repositories/pictures.ts'
import { planOf } from '#db/repositories/plans.ts'
import { findPolicy } from '#db/repositories/policy.ts'
import { findSources } from '#db/repositories/sources.ts'
import type { KeyedApproval } from '#lib/collab/ports.ts'
import type { FindPicture } from '#lib/domain/figures/picture.ts'
import { type Blocker, gateOf, legalBlockers } from '#lib/domain/publication/gate.ts'
import { placedFigures } from '#lib/domain/publication/gate-figures.ts'
import { type ApproverPolicy, clearingApprovals } from '#lib/domain/review/approvers.ts'
import { type Coverage, coverageOf } from '#lib/domain/review/coverage.ts'
import type { Query } from '#lib/domain/review/decisions.ts'
import { wordsToRead } from '#lib/domain/review/legal-read.ts'
import { type SentenceStatus, statusesOf } from '#lib/domain/review/status.ts'
import {
  type ArticleContent,
  type FindSource,
  sourcedSentencesOf,
} from '#lib/domain/sourcing/article-content.ts'
import { proposalsOf } from '#lib/domain/text/proposals.ts'

/** Everything that is derived about an article, from durable state. */
export interface Assessment {
  readonly content: ArticleContent
  readonly statuses: readonly SentenceStatus[]
  readonly coverage: Coverage
  readonly blockers: readonly Blocker[]
  readonly approvals: readonly KeyedApproval[]
  readonly queries: readonly Query[]
  readonly findSource: FindSource
  readonly findPicture: FindPicture
}

/** Approvals that clear authors, by the rules of now. */
export function clearingOf({ approvals, statuses }: Pick<Assessment, 'approvals' | 'statuses'>) {
  const needed = new Map(statuses.map((status) => [status.fingerprint, status.needed]))
  return clearingApprovals(approvals, needed)
}

export async function assessArticle(
  db: Handle,
  article: Article,
  content: ArticleContent,
  /** In place of the rules of the house. */
  tried?: ApproverPolicy,
): Promise<Assessment> {
  const cited = [...content.annotations.values()].flatMap(({ citations }) =>
    citations.map(({ sourceId }) => sourceId),
  )
  const credits = content.blocks.flatMap((block) =>
    block.type === 'figure' ? (block.credit ?? []) : [],
  )
  const sources = new Map(
    (await findSources(db, [...new Set([...cited, ...credits])])).map((source) => [
      source.id,
      source,
    ]),
  )
  const findSource: FindSource = (id) => sources.get(id)
  const findPicture = await picturesOf(db, article, content)
  const approvals = await listKeyedApprovals(db, article.id)
  const queries = await listQueries(db, article.id)
  const sentences = sourcedSentencesOf(content)
  const { id: articleId, state } = article
  const policy = tried ?? (await findPolicy(db)).approvers
  const { section } = content.meta
  const statuses = statusesOf({
    ...{ articleId, state, sentences, findSource, approvals, queries, policy, section },
  })
  return {
    content,
    statuses,
    coverage: coverageOf(statuses),
    blockers: [
      ...gateOf(
        statuses,
        queries,
        findSource,
        placedFigures(content, findPicture),
        proposalsOf(content.blocks),
      ),
      ...legalBlockers((await planOf(db, article.id)).legal, () => wordsToRead(content, sentences)),
    ],
    approvals,
    queries,
    findSource,
    findPicture,
  }
}

/** Only an article with figures has to be asked for its pictures. */
async function picturesOf(
  db: Handle,
  { id }: Article,
  { blocks }: ArticleContent,
): Promise<FindPicture> {
  if (!blocks.some(({ type }) => type === 'figure')) return () => undefined
  const pictures = new Map((await listPictures(db, id)).map((picture) => [picture.hash, picture]))
  return (hash) => pictures.get(hash)
}

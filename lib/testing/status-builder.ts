import { type Coverage, coverageOf } from '#lib/domain/review/coverage.ts'
import type { Approval, Query } from '#lib/domain/review/decisions.ts'
import type { State } from '#lib/domain/review/states.ts'
import { type SentenceStatus, statusesOf } from '#lib/domain/review/status.ts'
import type { Annotation, Citation } from '#lib/domain/sourcing/annotation.ts'
import {
  type ArticleContent,
  type FindSource,
  sourcedSentencesOf,
} from '#lib/domain/sourcing/article-content.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import type { Anchor, Role, TextBlock } from '#lib/domain/text/article-text.ts'

/** A sentence of a test article: its words, and the annotation on it, if any. */
export interface Claim {
  readonly text: string
  readonly annotation: Annotation | null
}

/** `claim('It sank.', { kind: 'fact', cites: [cite('log')] })`. The id is made of the words unless it is given. */
export function claim(
  text: string,
  more: Partial<Omit<Annotation, 'citations'>> & { cites?: readonly Citation[] } = {},
): Claim {
  const { cites = [], ...rest } = more
  const annotation: Annotation = {
    id: `on ${text}`,
    kind: 'fact',
    citations: cites,
    confidence: 'confirmed',
    note: '',
    publicNote: '',
    sourcedText: null,
    ...rest,
  }
  return { text, annotation }
}

/** A sentence that nobody has annotated. */
export function bare(text: string): Claim {
  return { text, annotation: null }
}

export function cite(sourceId: string, more: Partial<Citation> = {}): Citation {
  return {
    id: `of ${sourceId}`,
    sourceId,
    relation: 'supports',
    locator: null,
    quote: '',
    credibility: null,
    ...more,
  }
}

export function sourceCalled(id: string, more: Partial<Source> = {}): Source {
  return {
    id,
    kind: 'document',
    title: id,
    publicName: id,
    description: '',
    terms: 'onRecord',
    wording: '',
    url: null,
    reliability: 'B',
    publicRevision: 1,
    retiredAt: null,
    ...more,
  }
}

/** A block of one-space-apart sentences. */
export function line(role: Role, ...claims: readonly Claim[]): readonly [Role, readonly Claim[]] {
  return [role, claims]
}

export function contentOf(
  lines: readonly (readonly [Role, readonly Claim[]])[],
  lang = 'en',
): ArticleContent {
  const annotations = new Map<string, Annotation>()
  const blocks = lines.map(([role, claims], index): TextBlock => {
    const anchors: Anchor[] = []
    let text = ''
    for (const { text: words, annotation } of claims) {
      const from = text ? text.length + 1 : 0
      text = text ? `${text} ${words}` : words
      if (!annotation) continue
      annotations.set(annotation.id, annotation)
      anchors.push({ annotationId: annotation.id, from, to: from + words.length })
    }
    return {
      type: 'text',
      id: `block-${index}`,
      role,
      text,
      formats: [],
      anchors,
      threads: [],
      proposals: [],
      boundaries: [],
    }
  })
  const meta = { lang, byline: '', section: '', dateline: '', slugWish: '' }
  return { blocks, annotations, meta }
}

/** A decision on a sentence as it stands: `by` is the person. */
export interface Given {
  readonly on: string
  readonly by: string
  readonly at?: string
}

export interface Asked extends Given {
  readonly verdict: Query['verdict']
  readonly note: string
}

export interface TestReview {
  readonly content: ArticleContent
  readonly sources?: readonly Source[]
  readonly state?: State
  readonly approvals?: readonly Approval[]
  readonly queries?: readonly Query[]
}

export interface Reviewed {
  readonly content: ArticleContent
  readonly statuses: readonly SentenceStatus[]
  readonly coverage: Coverage
  readonly findSource: FindSource
  readonly sources: readonly Source[]
  readonly approvals: readonly Approval[]
  readonly queries: readonly Query[]
}

export const TEST_ARTICLE = 'article-1'

/** The real statuses of a made-up article. Sources that are cited and not given are made. */
export function reviewOf(review: TestReview): Reviewed {
  const { content, state = 'inReview', approvals = [], queries = [] } = review
  const cited = [...content.annotations.values()].flatMap(({ citations }) => citations)
  const given = review.sources ?? []
  const missing = new Set(cited.map(({ sourceId }) => sourceId))
  for (const { id } of given) missing.delete(id)
  const sources = [...given, ...[...missing].map((id) => sourceCalled(id))]
  const findSource: FindSource = (id) => sources.find((source) => source.id === id)
  const sentences = sourcedSentencesOf(content)
  const statuses = statusesOf({
    articleId: TEST_ARTICLE,
    state,
    sentences,
    findSource,
    approvals,
    queries,
  })
  return {
    content,
    statuses,
    coverage: coverageOf(statuses),
    findSource,
    sources,
    approvals,
    queries,
  }
}

/** An approval of the sentence with these words, as `reviewed` shows it. */
export function approvalOf(
  reviewed: Reviewed,
  { on, by, at = '2026-11-20T10:00:00Z' }: Given,
): Approval {
  const { sentence, fingerprint } = statusSaying(reviewed, on)
  return {
    id: `approval of ${on} by ${by}`,
    fingerprint,
    annotationIds: sentence.annotationIds,
    personId: by,
    personName: nameOf(by),
    text: sentence.text,
    seq: 1,
    at,
    withdrawnAt: null,
  }
}

export function queryOf(reviewed: Reviewed, { on, by, verdict, note, at }: Asked): Query {
  const { sentence, fingerprint } = statusSaying(reviewed, on)
  return {
    id: `${verdict} on ${on} by ${by}`,
    verdict,
    fingerprint,
    annotationIds: sentence.annotationIds,
    personId: by,
    personName: nameOf(by),
    note,
    text: sentence.text,
    at: at ?? '2026-11-21T10:00:00Z',
    messages: [],
    closedAt: null,
    closure: null,
  }
}

export function statusSaying({ statuses }: Reviewed, text: string): SentenceStatus {
  const found = statuses.find(({ sentence }) => sentence.text === text)
  if (!found) throw new Error(`No sentence says “${text}”`)
  return found
}

/** `ben` is called Ben. */
function nameOf(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1)
}

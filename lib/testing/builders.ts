import type { Blocker } from '#lib/domain/publication/gate.ts'
import type { ApproverPolicy } from '#lib/domain/review/approvers.ts'
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
import type { Anchor, Block, FormatRange, Role, TextBlock } from '#lib/domain/text/article-text.ts'

export const ARTICLE = 'a0000000-0000-4000-8000-000000000000'

/**
 * A block by literal: `'subhead: <one>We knew.</one> It rained.'`. A tag puts the annotation of its name on the words;
 * `<b>` and `<i>` are bold and italic. Without a role it is a paragraph.
 */
export function block(literal: string, id = 'b'): TextBlock {
  const [, role = 'paragraph', body = ''] = /^(?:([a-z]+): )?(.*)$/su.exec(literal) ?? []
  const open = new Map<string, number>()
  const anchors: Anchor[] = []
  const formats: FormatRange[] = []
  let text = ''
  for (const part of body.split(/(<\/?[a-z]\w*>)/u)) {
    const [, end, name] = /^<(\/?)([a-z]\w*)>$/u.exec(part) ?? []
    if (!name) text += part
    else if (!end) open.set(name, text.length)
    else {
      const span = { from: open.get(name) ?? 0, to: text.length }
      if (name === 'b' || name === 'i')
        formats.push({ ...span, kind: name === 'b' ? 'bold' : 'italic' })
      else anchors.push({ annotationId: name, ...span })
    }
  }
  const none = { threads: [], boundaries: [], proposals: [] }
  return { type: 'text', id, role: role as Role, text, formats, anchors, ...none }
}

export function annotation(id: string, fields: Partial<Annotation> = {}): Annotation {
  const empty = { kind: null, citations: [], confidence: null, note: '', publicNote: '' }
  return { id, ...empty, sourcedText: null, ...fields }
}

export function citation(fields: Partial<Citation> = {}): Citation {
  const plain = { id: 'c1', sourceId: 's1', relation: 'supports', locator: null } as const
  return { ...plain, quote: '', credibility: null, ...fields }
}

export function source(fields: Partial<Source> = {}): Source {
  return {
    id: 's1',
    kind: 'document',
    title: 'The contract, copy from J.',
    publicName: 'Contract of 2024',
    description: '',
    terms: 'onRecord',
    wording: '',
    url: null,
    reliability: 'A',
    publicRevision: 1,
    retiredAt: null,
    ...fields,
  }
}

export function registry(...sources: readonly Source[]): FindSource {
  return (id) => sources.find((entry) => entry.id === id)
}

export function approvalOf(status: SentenceStatus, fields: Partial<Approval> = {}): Approval {
  const { fingerprint, sentence } = status
  const person = { personId: 'reviewer', personName: 'Ruben Marsh' }
  const { annotationIds, text } = sentence
  const plain = { id: `of ${text}`, seq: 1, at: '2026-01-01T00:00:00.000Z', withdrawnAt: null }
  return { ...plain, fingerprint, annotationIds, text, ...person, ...fields }
}

export function query(annotationIds: readonly string[], fields: Partial<Query> = {}): Query {
  return {
    id: 'q1',
    verdict: 'query',
    fingerprint: '',
    annotationIds,
    personId: 'reviewer',
    personName: 'Ruben Marsh',
    note: 'How do we know?',
    text: 'It rained.',
    at: '2026-01-01T00:00:00.000Z',
    messages: [],
    closedAt: null,
    closure: null,
    ...fields,
  }
}

/** An article whose every block is a literal, with the annotations that the literals name. */
export function article(
  literals: readonly string[],
  annotations: Readonly<Record<string, Partial<Annotation>>> = {},
): ArticleContent {
  const blocks: readonly Block[] = literals.map((literal, at) => block(literal, `b${at}`))
  const records = Object.entries(annotations).map(([id, fields]) => [id, annotation(id, fields)])
  return {
    blocks,
    annotations: new Map(records as [string, Annotation][]),
    meta: { lang: 'en', byline: '', section: '', dateline: '', slugWish: '' },
  }
}

export interface Derivation {
  readonly sources?: readonly Source[]
  readonly approvals?: readonly Approval[]
  readonly queries?: readonly Query[]
  readonly state?: State
  readonly policy?: ApproverPolicy
  readonly section?: string
}

/** All that is derived about the sentences of an article. */
export function derive(
  content: ArticleContent,
  { sources = [source()], approvals = [], queries = [], state = 'draft', ...more }: Derivation = {},
): readonly SentenceStatus[] {
  const findSource = registry(...sources)
  const sentences = sourcedSentencesOf(content)
  return statusesOf({
    ...{ articleId: ARTICLE, state, sentences, findSource, approvals, queries, ...more },
  })
}

/** The only item; a test that expects one and gets another number of them fails here. */
export function only<T>(items: readonly T[]): T {
  const [item] = items
  if (items.length !== 1 || item === undefined) throw new Error(`${items.length} items, not one`)
  return item
}

export function at<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new Error(`No item ${index} of ${items.length}`)
  return item
}

/** Something in the way of a sentence. */
export function blockerOf(kind: Blocker['kind'], sentence: number | null): Blocker {
  return { kind, sentence, text: '', message: '' }
}

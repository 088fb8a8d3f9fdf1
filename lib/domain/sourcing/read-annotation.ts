import {
  type Annotation,
  type Citation,
  CONFIDENCES,
  KINDS,
  LOCATOR_LABELS,
  type Locator,
  RELATIONS,
  type SourcedText,
} from './annotation.ts'

/**
 * Records as they stand in the shared document: flat scalars, each citation as keys `citation.<id>.<field>`, so that
 * two people who add one at once both keep theirs. Any client can write anything there: what does not fit is left out [ANN1].
 */
export type AnnotationRecord = Readonly<Record<string, unknown>>

/**
 * So much of a note or a passage is read, twice what the HTTP interface takes: an annotation may stand on thousands of
 * sentences, and all of it is in the fingerprint of each.
 */
const LONGEST = 20_000

const CITATION_KEY = /^citation\.([^.]+)\.([a-zA-Z]+)$/

export function readAnnotation(id: string, record: AnnotationRecord): Annotation {
  return {
    id,
    kind: oneOf(KINDS, record.kind),
    citations: readCitations(record),
    confidence: oneOf(CONFIDENCES, record.confidence),
    note: wordsOf(record.note),
    publicNote: wordsOf(record.publicNote),
    sourcedText: readSourcedText(record),
    // Absent where there is none: it is part of what is hashed [FPR1].
    ...(wordsOf(record.derivedFrom) && { derivedFrom: wordsOf(record.derivedFrom) }),
  }
}

function readCitations(record: AnnotationRecord): readonly Citation[] {
  const fields = new Map<string, Record<string, unknown>>()
  for (const [key, value] of Object.entries(record)) {
    const [, id, field] = CITATION_KEY.exec(key) ?? []
    if (id && field) fields.set(id, { ...fields.get(id), [field]: value })
  }
  return [...fields]
    .flatMap(([id, field]) => {
      const sourceId = stringOf(field.sourceId)
      if (!sourceId) return []
      const relation = oneOf(RELATIONS, field.relation) ?? 'supports'
      const credibility = Number.isInteger(field.credibility) ? (field.credibility as number) : 0
      const judged = credibility >= 1 && credibility <= 6 ? credibility : null
      const quote = wordsOf(field.quote)
      return [{ id, sourceId, relation, locator: readLocator(field), quote, credibility: judged }]
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function readLocator(field: Readonly<Record<string, unknown>>): Locator | null {
  const value = wordsOf(field.locatorValue).trim()
  return value ? { label: oneOf(LOCATOR_LABELS, field.locatorLabel) ?? 'page', value } : null
}

function readSourcedText(record: AnnotationRecord): SourcedText | null {
  const exact = record['sourcedText.exact']
  if (typeof exact !== 'string') return null
  return {
    exact,
    prefix: stringOf(record['sourcedText.prefix']),
    suffix: stringOf(record['sourcedText.suffix']),
    scope: record['sourcedText.scope'] === 'span' ? 'span' : 'sentence',
  }
}

/** The keys that say a citation, for writing. `null` removes the key. */
export function citationKeys(citation: Citation): Record<string, string | number | null> {
  const key = (field: string) => `citation.${citation.id}.${field}`
  return {
    [key('sourceId')]: citation.sourceId,
    [key('relation')]: citation.relation,
    [key('locatorLabel')]: citation.locator?.label ?? null,
    [key('locatorValue')]: citation.locator?.value ?? null,
    [key('quote')]: citation.quote || null,
    [key('credibility')]: citation.credibility,
  }
}

/** True for what says which words an annotation is for, and nothing of them. */
export const isWordsKey = (key: string) => key.startsWith('sourcedText.')

export function sourcedTextKeys(words: SourcedText): Record<string, string> {
  return {
    'sourcedText.exact': words.exact,
    'sourcedText.prefix': words.prefix,
    'sourcedText.suffix': words.suffix,
    'sourcedText.scope': words.scope,
  }
}

/**
 * The record for a copy of annotated words [ANN8]: it says the same, with citations of its own, and says what it was copied
 * from. Null where there is nothing to copy.
 */
export function copiedRecord(
  id: string,
  record: AnnotationRecord,
  freshId: () => string,
): Record<string, unknown> | null {
  const { kind, citations } = readAnnotation(id, record)
  if (kind === null && !citations.length) return null
  const ids = new Map(citations.map((citation) => [citation.id, freshId()]))
  const copied = Object.entries(record).flatMap(([key, value]) => {
    const [, citation, field] = CITATION_KEY.exec(key) ?? []
    if (!citation) return [[key, value]]
    const fresh = ids.get(citation)
    return fresh ? [[`citation.${fresh}.${field}`, value]] : []
  })
  return { ...Object.fromEntries(copied), derivedFrom: id }
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function wordsOf(value: unknown): string {
  const text = stringOf(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

function oneOf<T extends string>(list: readonly T[], value: unknown): T | null {
  return (list as readonly unknown[]).includes(value) ? (value as T) : null
}

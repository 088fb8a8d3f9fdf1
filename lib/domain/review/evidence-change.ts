import type { Annotation, Citation } from '#lib/domain/sourcing/annotation.ts'

const CITATION_FIELDS = ['relation', 'locator', 'quote', 'credibility'] as const
export type CitationField = (typeof CITATION_FIELDS)[number]

const SAID_FIELDS = ['kind', 'confidence', 'publicNote'] as const
export type SaidField = (typeof SAID_FIELDS)[number]

/** One difference between the evidence that was approved and the evidence of now. */
export type EvidenceChange =
  | { readonly what: 'added' | 'removed'; readonly citation: Citation }
  | {
      readonly what: 'changed'
      readonly before: Citation
      readonly after: Citation
      /** At least one. */
      readonly fields: readonly CitationField[]
    }
  | {
      readonly what: 'said'
      readonly field: SaidField
      /** Null: nothing was said. */
      readonly before: string | null
      readonly after: string | null
    }

/**
 * What became of the evidence of a sentence since it was approved, as far as an approval is bound to it [QUE11]:
 * citations that came, went or say something else, and what else its annotations say. Internal notes are in no
 * fingerprint, and not in here. Empty although the approval has lapsed: words, links or a source's public record moved.
 */
export function evidenceChanges(
  before: readonly Annotation[],
  after: readonly Annotation[],
): readonly EvidenceChange[] {
  const was = before.flatMap(({ citations }) => citations)
  const is = after.flatMap(({ citations }) => citations)
  const pairs = pairsOf(was, is)
  const isPaired = new Set(pairs.flat())
  const gone = was.filter((citation) => !isPaired.has(citation))
  const come = is.filter((citation) => !isPaired.has(citation))
  return [
    ...before.flatMap((annotation) => saidChanges(annotation, after)),
    ...gone.map((citation) => ({ what: 'removed', citation }) as const),
    ...pairs.flatMap(citationChange),
    ...come.map((citation) => ({ what: 'added', citation }) as const),
  ]
}

/** A citation is the one with its id; else one of the same source, which was removed and attached again. */
function pairsOf(
  was: readonly Citation[],
  is: readonly Citation[],
): readonly (readonly [Citation, Citation])[] {
  const left = new Set(is)
  const take = (fits: (other: Citation) => boolean) => {
    const found = [...left].find(fits)
    if (found) left.delete(found)
    return found
  }
  const byId = was.map((one) => [one, take(({ id }) => id === one.id)] as const)
  return byId.flatMap(([one, same]) => {
    const other = same ?? take(({ sourceId }) => sourceId === one.sourceId)
    return other ? [[one, other] as const] : []
  })
}

function citationChange([before, after]: readonly [Citation, Citation]): readonly EvidenceChange[] {
  if (before.sourceId !== after.sourceId)
    return [
      { what: 'removed', citation: before },
      { what: 'added', citation: after },
    ]
  const fields = CITATION_FIELDS.filter((field) => !isSame(before[field], after[field]))
  return fields.length ? [{ what: 'changed', before, after, fields }] : []
}

function saidChanges(before: Annotation, after: readonly Annotation[]): readonly EvidenceChange[] {
  const now = after.find(({ id }) => id === before.id)
  if (!now) return []
  return SAID_FIELDS.filter((field) => before[field] !== now[field]).map((field) => {
    return { what: 'said', field, before: before[field] || null, after: now[field] || null }
  })
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

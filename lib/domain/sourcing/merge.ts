import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { sameCsl } from './csl-fields.ts'
import type { Source } from './source.ts'

/** Fields that readers see: a change of one moves every fingerprint that cites the source [SRC1]. */
const PUBLIC = ['kind', 'publicName', 'description', 'terms', 'wording', 'url'] as const

/** Readers would see a difference between two records, or two states of one [SRC1]. */
export function facesDiffer(a: Source, b: Source): boolean {
  const isRetired = (source: Source) => source.retiredAt !== null
  if (isRetired(a) !== isRetired(b) || !sameCsl(a.csl, b.csl)) return true
  return PUBLIC.some((field) => a[field] !== b[field])
}

/** Days in which a merge can be undone [MRG3]. */
const UNDO_DAYS = 30

export function mayUndo(mergedAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(mergedAt) <= UNDO_DAYS * 24 * 3_600_000
}

/** Whether a record may become an alias of another. Terms are promises: none is lost by tidying up [MRG4]. */
export function checkMerge(from: Source | null, into: Source | null): Result<null> {
  if (!from || !into) return fail({ kind: 'notFound', message: 'There is no such source.' })
  const conflict = (message: string) => fail({ kind: 'conflict', message })
  if (from.id === into.id) return conflict('This is one source already. Choose another.')
  if (from.mergedInto || into.mergedInto)
    return conflict('One of them has been merged meanwhile. Load the page again.')
  if (from.confidential || into.confidential)
    return conflict('Who one of them is, is kept locked up: such sources are not merged.')
  if (from.terms !== into.terms)
    return conflict('They are under different terms. Settle which hold, then merge them.')
  if (from.wording !== into.wording && from.terms !== 'onRecord')
    return conflict('Another wording was agreed for each. Settle which holds, then merge them.')
  return ok(null)
}

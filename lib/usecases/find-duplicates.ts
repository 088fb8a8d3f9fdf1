import { z } from 'zod'
import { withFile, withSameFile } from '#db/repositories/captures.ts'
import { familyOf } from '#db/repositories/source-rows.ts'
import { findLike, findSources } from '#db/repositories/sources.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type Candidate, likeness, type Match, matchOf } from '#lib/domain/sourcing/duplicates.ts'
import { recordOf, type Source } from '#lib/domain/sourcing/source.ts'
import type { Context } from './context.ts'
import { cslInput } from './csl-input.ts'

export const candidateInput = z.object({
  title: z.string().max(300).default(''),
  description: z.string().max(1_000).default(''),
  url: z.string().max(2_000).nullable().default(null),
  csl: cslInput.default(null),
  /** SHA-256 of a file that is about to be given, in hex. */
  fileHash: z
    .string()
    .regex(/^[\da-f]{64}$/, 'A SHA-256 is 64 digits in hex.')
    .nullable()
    .default(null),
})

export interface Duplicate {
  readonly source: Source
  readonly match: Match
}

/** What in the registry may be the source that somebody is about to add: hard matches first. */
export async function duplicatesOf(
  context: Context,
  _actor: Actor,
  candidate: Candidate & { readonly fileHash?: string | null },
): Promise<readonly Duplicate[]> {
  const { fileHash } = candidate
  const byFile = fileHash ? await havingFile(context, await withFile(context.db, fileHash)) : []
  const others = matching(candidate, await findLike(context.db, candidate))
  return sorted(candidate, onePerRecord([...others, ...byFile]))
}

/** The same for a record that is there, by its files too. */
export async function duplicatesOfSource(
  context: Context,
  actor: Actor,
  sourceId: string,
): Promise<Result<readonly Duplicate[]>> {
  const [source] = await findSources(context.db, [sourceId])
  if (!source) return fail({ kind: 'notFound', message: 'There is no such source.' })
  const family = await familyOf(context.db, sourceId)
  const byFile = await havingFile(context, await withSameFile(context.db, family))
  const all = [...(await duplicatesOf(context, actor, source)), ...byFile]
  const others = all.filter((duplicate) => !family.includes(recordOf(duplicate.source)))
  return ok(sorted(source, onePerRecord(others)))
}

async function havingFile(context: Context, ids: readonly string[]): Promise<readonly Duplicate[]> {
  const found = await findSources(context.db, ids)
  return found.map((source) => ({ source: { ...source, id: recordOf(source) }, match: 'file' }))
}

/** Of several reasons for one record the last. */
function onePerRecord(all: readonly Duplicate[]): readonly Duplicate[] {
  return [...new Map(all.map((each) => [recordOf(each.source), each])).values()]
}

function matching(candidate: Candidate, found: readonly Source[]): readonly Duplicate[] {
  return found.flatMap((source) => {
    // An alias is found by what it said itself, which it does not say any more.
    const match = matchOf(candidate, source) ?? (source.mergedInto ? 'address' : null)
    return match ? [{ source: { ...source, id: recordOf(source) }, match }] : []
  })
}

/** Hard matches first, then the most alike. */
function sorted({ title }: Candidate, duplicates: readonly Duplicate[]): readonly Duplicate[] {
  const weight = ({ source, match }: Duplicate) =>
    (match === 'alike' ? 0 : 2) + likeness(title, source.title)
  return duplicates.toSorted((a, b) => weight(b) - weight(a))
}

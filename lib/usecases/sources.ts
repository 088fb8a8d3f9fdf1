import { z } from 'zod'
import { findSourceById, insertSource, listSources } from '#db/repositories/sources.ts'
import { type Actor, requireInHouse } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import {
  MEDIA,
  MOST_INTERVIEWS,
  PRIMACIES,
  RELIABILITIES,
  SOURCE_KINDS,
  type Source,
  TERMS,
} from '#lib/domain/sourcing/source.ts'
import { sourceIdentity, workIdentities } from '#lib/domain/sourcing/source-identity.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { hasLogin, safeHref } from '#lib/domain/text/safe-href.ts'
import { type Context, record } from './context.ts'
import { cslInput } from './csl-input.ts'

const line = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => cleanText(text).replace(/\s+/gu, ' ').trim())

const address = z
  .string()
  .max(2_000)
  .transform((text, ctx) => {
    if (!text.trim()) return null
    const href = safeHref(text)
    if (!href)
      ctx.addIssue({ code: 'custom', message: 'The address must begin with http:// or https://.' })
    else if (href.length > 2_000)
      ctx.addIssue({ code: 'custom', message: 'The address is longer than 2,000 characters.' })
    // Readers are given the address: a password in it would be published.
    else if (hasLogin(href))
      ctx.addIssue({
        code: 'custom',
        message: 'The address has a name or password in it. Take out what stands before the @.',
      })
    return href
  })

const interview = z.object({
  date: z.union([z.literal(''), z.iso.date()]),
  medium: z.enum(MEDIA),
  present: line(500),
  recording: line(500),
  timecodes: line(2_000).default(''),
})

const fields = z.object({
  csl: cslInput,
  kind: z.enum(SOURCE_KINDS),
  title: line(300).refine((text) => text !== '', 'Give the source a name.'),
  publicName: line(300),
  description: line(1_000),
  terms: z.enum(TERMS),
  wording: line(300),
  url: address.nullable(),
  reliability: z.enum(RELIABILITIES),
  edition: line(100),
  primacy: z.enum(PRIMACIES).nullable(),
  origin: line(300),
  reliabilityReason: line(500),
  interviews: z.array(interview).max(MOST_INTERVIEWS),
  /** From before there could be several: read as a list of one, or of none. */
  interview: interview.nullable().optional().meta({ deprecated: true }),
})

/** With its interviews as the list that is kept. Whoever sends that too means it. */
function withInterviews<
  T extends { interviews?: readonly unknown[] | undefined; interview?: object | null | undefined },
>({ interview, ...input }: T): Omit<T, 'interview'> {
  if (interview === undefined || input.interviews) return input
  return { ...input, interviews: interview ? [interview] : [] }
}

export const newSourceInput = fields
  .partial({
    publicName: true,
    description: true,
    wording: true,
    url: true,
    reliability: true,
    terms: true,
    edition: true,
    primacy: true,
    origin: true,
    reliabilityReason: true,
    interviews: true,
    csl: true,
  })
  .extend({
    /** Chosen by who adds it, so that it is cited before the server has answered [SRC9]. */
    id: z.uuid().optional(),
  })
  .transform(withInterviews)
  .transform((input) => ({
    ...input,
    publicName: input.publicName || input.title,
    description: input.description ?? '',
    terms: input.terms ?? ('onRecord' as const),
    wording: input.wording ?? '',
    url: input.url ?? null,
    reliability: input.reliability ?? ('F' as const),
    edition: input.edition ?? '',
    origin: input.origin ?? '',
    primacy: input.primacy ?? null,
    reliabilityReason: input.reliabilityReason ?? '',
    interviews: input.interviews ?? [],
    csl: input.csl ?? null,
  }))

export const sourceChangeInput = fields
  .partial()
  .extend({
    retired: z.boolean().optional(),
    /** Why it is withdrawn. */
    reason: line(500).optional(),
  })
  .transform(withInterviews)

/** The registry, newest change first. Everybody in the house reads it. */
export async function searchSources(
  context: Context,
  _actor: Actor,
  search: string,
): Promise<readonly Source[]> {
  return listSources(context.db, cleanText(search))
}

export async function showSource(
  context: Context,
  _actor: Actor,
  id: string,
): Promise<Result<Source>> {
  const source = await findSourceById(context.db, id)
  return source ? ok(source) : fail({ kind: 'notFound', message: 'There is no such source.' })
}

/** Adds a source. Two people who add the same one get one record, and so does who adds it again: `created` is false then. */
export async function createSource(
  context: Context,
  actor: Actor,
  input: z.output<typeof newSourceInput>,
): Promise<Result<{ readonly source: Source; readonly created: boolean }>> {
  const allowed = requireInHouse(actor, 'editSources')
  if (!allowed.ok) return allowed
  const id = input.id ?? context.newId()
  const outcome = await context.db.transaction(async (tx) => {
    const inserted = await insertSource(tx, {
      ...input,
      id,
      identity: sourceIdentity(input),
      ...workIdentities(input),
      createdBy: actor.id,
      judgedAt: input.reliability === 'F' ? null : context.now(),
    })
    if (inserted.created) await recordSource(tx, context, actor, 'source.created', inserted.source)
    return inserted
  })
  context.collab.announce(null, { type: 'sources', ids: [outcome.source.id] })
  return ok(outcome)
}

/** What was cited stays known [SRC7]. Said of every source alike, so that nobody learns where one is cited. */
export async function refuseDeletion(
  context: Context,
  actor: Actor,
  id: string,
): Promise<Result<null>> {
  const allowed = requireInHouse(actor, 'editSources')
  if (!allowed.ok) return allowed
  if (!(await findSourceById(context.db, id)))
    return fail({ kind: 'notFound', message: 'There is no such source.' })
  return fail({
    kind: 'conflict',
    message: 'Sources are not deleted: what was cited stays known. Withdraw it, with a reason.',
  })
}

export function recordSource(
  tx: Context['db'],
  context: Context,
  actor: Actor,
  action: string,
  source: Source,
) {
  const detail = { source: source.id, publicRevision: source.publicRevision }
  return record(tx, context, { actorId: actor.id, action, articleId: null, detail })
}

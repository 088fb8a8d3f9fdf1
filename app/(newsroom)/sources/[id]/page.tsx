import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { requireIdentity } from '#app/identity.ts'
import { titled } from '#app/titled.ts'
import { SourcePage } from '#components/registry/source-page.tsx'
import { USES_AT_ONCE } from '#components/registry/uses-at-once.ts'
import { type Actor, mayInHouse } from '#lib/domain/access/policy.ts'
import { cursorOf } from '#lib/domain/shared/page.ts'
import { type Context, serverContext } from '#lib/usecases/context.ts'
import { duplicatesOfSource } from '#lib/usecases/find-duplicates.ts'
import { whoKnows } from '#lib/usecases/identities.ts'
import { judgementsOf } from '#lib/usecases/judgements.ts'
import { mergesInto } from '#lib/usecases/merge-sources.ts'
import { everybody } from '#lib/usecases/people.ts'
import { capturesOf } from '#lib/usecases/read-captures.ts'
import { showSource } from '#lib/usecases/sources.ts'
import { whereUsed } from '#lib/usecases/where-used.ts'

export const generateMetadata = () => titled('source')

/** Where a passage stands in a capture, whose text never changes: the words are in no address. */
const openedInput = z.object({
  capture: z.string().max(64),
  at: z
    .string()
    .regex(/^\d{1,9}-\d{1,9}$/)
    .transform((at) => at.split('-').map(Number))
    .optional()
    .catch(undefined),
})

interface OneSourceProps {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>
}

export default async function OneSource({ params, searchParams }: OneSourceProps) {
  const { id } = await params
  const wish = openedInput.safeParse(await searchParams)
  const { actor } = await requireIdentity(`/sources/${id}`)
  const context = serverContext()
  const source = await showSource(context, actor, id)
  // An old address of a record that was merged leads to the one that it is now.
  if (source.ok && source.value.mergedInto) redirect(`/sources/${source.value.mergedInto}`)
  const captures = await capturesOf(context, actor, id)
  if (!source.ok || !captures.ok) notFound()
  const knowledge = await whoKnows(context, actor, id)
  if (!knowledge.ok) notFound()
  const mayEdit = mayInHouse(actor, 'editSources')
  const duplicates = mayEdit ? await duplicatesOfSource(context, actor, id) : null
  return (
    <SourcePage
      source={source.value}
      captures={captures.value}
      mayEdit={mayEdit}
      uses={await firstUses(context, actor, id)}
      merges={await mergesInto(context, actor, id)}
      duplicates={duplicates?.ok ? duplicates.value : []}
      knowledge={knowledge.value}
      people={mayEdit ? await colleagues(context, actor.id) : []}
      judgements={await judgementsOf(context, id)}
      opened={wish.success ? openedOf(wish.data) : null}
    />
  )
}

function openedOf({ capture, at }: z.output<typeof openedInput>) {
  const [from, to] = at ?? []
  const marked = from !== undefined && to !== undefined ? { from, to } : null
  return { captureId: capture, marked }
}

async function firstUses(context: Context, actor: Actor, id: string) {
  const wish = { limit: USES_AT_ONCE, after: null }
  const { items, next, total } = await whereUsed(context, actor, id, wish)
  return { uses: items, next: next && cursorOf('uses', next), total }
}

/** Who can be named beside oneself. */
async function colleagues(context: Context, me: string) {
  return (await everybody(context))
    .filter((person) => person.disabledAt === null && person.id !== me)
    .map(({ id, name, email }) => ({ id, name, email }))
}

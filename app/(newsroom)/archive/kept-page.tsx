import { notFound } from 'next/navigation'
import { KeptView } from '#components/archive/kept-view.tsx'
import { type Actor, mayInHouse } from '#lib/domain/access/policy.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { listKept } from '#lib/usecases/list-kept.ts'
import { restoreSource } from './actions.ts'

export async function KeptPage({ actor, page }: { actor: Actor; page: number }) {
  const kept = await listKept(serverContext(), actor, page)
  if (!kept.ok) notFound()
  const restore = mayInHouse(actor, 'editSources') ? restoreSource : null
  return <KeptView {...kept.value} page={page} onRestoreSource={restore} />
}

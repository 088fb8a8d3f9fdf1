import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireIdentity } from '#app/identity.ts'
import { SourcePage } from '#components/registry/source-page.tsx'
import { mayInHouse } from '#lib/domain/access/policy.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { capturesOf } from '#lib/usecases/read-captures.ts'
import { showSource } from '#lib/usecases/sources.ts'

export const metadata: Metadata = { title: 'Source' }

export default async function OneSource({ params }: { params: Promise<{ readonly id: string }> }) {
  const { id } = await params
  const { actor } = await requireIdentity(`/sources/${id}`)
  const context = serverContext()
  const source = await showSource(context, actor, id)
  const captures = await capturesOf(context, actor, id)
  if (!source.ok || !captures.ok) notFound()
  return (
    <SourcePage
      source={source.value}
      captures={captures.value}
      mayEdit={mayInHouse(actor, 'editSources')}
    />
  )
}

import type { Metadata } from 'next'
import { Suspense } from 'react'
import { requireIdentity } from '#app/identity.ts'
import { ListGhost } from '#components/ui/list-ghost.tsx'
import { Registry } from './registry.tsx'

export const metadata: Metadata = { title: 'Sources' }

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>

export default async function SourcesPage({ searchParams }: { searchParams: Search }) {
  const { actor } = await requireIdentity('/sources')
  const { q } = await searchParams
  return (
    <Suspense fallback={<ListGhost />}>
      <Registry actor={actor} search={typeof q === 'string' ? q.slice(0, 200) : ''} />
    </Suspense>
  )
}

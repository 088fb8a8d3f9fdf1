import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { requireIdentity } from '#app/identity.ts'
import { titled } from '#app/titled.ts'
import { ListGhost } from '#components/ui/list-ghost.tsx'
import { mayInHouse } from '#lib/domain/access/policy.ts'
import { KeptPage } from './kept-page.tsx'

export const generateMetadata = () => titled('archive')

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>

/** For administrators; for everybody else there is no such page. */
export default async function ArchivePage({ searchParams }: { searchParams: Search }) {
  const { actor } = await requireIdentity('/archive')
  if (!mayInHouse(actor, 'seeKept')) notFound()
  const { page } = await searchParams
  const number = typeof page === 'string' && /^\d{1,4}$/.test(page) ? Number(page) : 0
  return (
    <Suspense fallback={<ListGhost />}>
      <KeptPage actor={actor} page={number} />
    </Suspense>
  )
}

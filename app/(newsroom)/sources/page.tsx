import { Suspense } from 'react'
import { requireIdentity } from '#app/identity.ts'
import { titled } from '#app/titled.ts'
import { ListGhost } from '#components/ui/list-ghost.tsx'
import { readChosen } from '#lib/domain/sourcing/facets.ts'
import { Registry, SHOWN } from './registry.tsx'

export const generateMetadata = () => titled('sources')

type Params = Readonly<Record<string, string | string[] | undefined>>

/** More lines than anybody reads; the facets lead on. */
const MOST_SHOWN = 2_000

export default async function SourcesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const { actor } = await requireIdentity('/sources')
  const params = await searchParams
  const { q, show } = params
  const wish = {
    search: typeof q === 'string' ? q.slice(0, 200) : '',
    chosen: readChosen(params),
    limit: Math.min(MOST_SHOWN, Math.max(SHOWN, Math.trunc(Number(show)) || 0)),
  }
  return (
    <Suspense fallback={<ListGhost />}>
      <Registry actor={actor} wish={wish} />
    </Suspense>
  )
}

import { Suspense } from 'react'
import { requireIdentity } from '#app/identity.ts'
import { titled } from '#app/titled.ts'
import { listNamed } from '#components/desk/lists.ts'
import { ListGhost } from '#components/ui/list-ghost.tsx'
import { Desk } from './desk.tsx'

export const generateMetadata = () => titled('desk')

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>

/** Asks who is there before anything is sent: a redirect needs its status. */
export default async function DeskPage({ searchParams }: { searchParams: Search }) {
  const { actor } = await requireIdentity('/')
  const { list, q } = await searchParams
  return (
    <Suspense fallback={<ListGhost />}>
      <Desk
        actor={actor}
        list={listNamed(list)}
        search={typeof q === 'string' ? q.slice(0, 200) : ''}
      />
    </Suspense>
  )
}

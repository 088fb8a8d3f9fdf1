import { requireIdentity } from '#app/identity.ts'
import { titled } from '#app/titled.ts'
import { NoticesView } from '#components/notices/notices-view.tsx'
import { serverContext } from '#lib/usecases/context.ts'
import { noticeQuery, ownNotices } from '#lib/usecases/notices.ts'
import { markRead } from './actions.ts'

export const generateMetadata = () => titled('notices')

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>

export default async function NoticesPage({ searchParams }: { searchParams: Search }) {
  const { actor } = await requireIdentity('/notices')
  const { kind, unread, before } = await searchParams
  const wish = { kind, unread: unread === 'true', before }
  const query = noticeQuery.safeParse(wish).data ?? noticeQuery.parse({})
  const found = await ownNotices(serverContext(), actor, query)
  const page = found.ok ? found.value : { notices: [], next: null }
  return (
    <NoticesView
      {...page}
      kind={query.kind ?? null}
      unread={query.unread}
      isFirst={!query.before}
      now={new Date()}
      onRead={markRead}
    />
  )
}

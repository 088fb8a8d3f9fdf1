import type { Metadata } from 'next'
import { requireIdentity } from '#app/identity.ts'
import { CoverageLegend } from '#components/desk/coverage-legend.tsx'
import { DeskTable } from '#components/desk/desk-table.tsx'
import type { DeskLine } from '#components/desk/entry.ts'
import { ListTabs } from '#components/desk/list-tabs.tsx'
import { type ListName, linesOf, listNamed } from '#components/desk/lists.ts'
import { NewArticle } from '#components/desk/new-article.tsx'
import { NothingHere } from '#components/desk/nothing-here.tsx'
import { waitingWords, waitsFor } from '#components/desk/waiting.ts'
import { SearchBox } from '#components/ui/search-box.tsx'
import { StayFresh } from '#components/ui/stay-fresh.tsx'
import { type Actor, mayInHouse } from '#lib/domain/access/policy.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { listDesk } from '#lib/usecases/list-desk.ts'

export const metadata: Metadata = { title: 'Desk' }

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>

export default async function DeskPage({ searchParams }: { searchParams: Search }) {
  const { actor } = await requireIdentity('/')
  const { list: name, q } = await searchParams
  const list = listNamed(name)
  const search = typeof q === 'string' ? q.slice(0, 200) : ''
  const lines = await listDesk(serverContext(), actor, search)
  const now = new Date()
  const shown = linesOf(list, lines)
  const mayWrite = mayInHouse(actor, 'createArticle')
  return (
    <div className="page">
      <div className="hello">
        <div>
          <h1>
            {search
              ? 'Search'
              : waitingWords(lines.filter((line) => waitsFor(actor, line)).length, actor.name)}
          </h1>
          <p>
            {now.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })}
          </p>
        </div>
        {mayWrite && (
          <div className="tools">
            <NewArticle />
          </div>
        )}
      </div>
      <div className="tabrow">
        <ListTabs current={list} search={search} lines={lines} />
        <SearchBox label="Search articles" placeholder="Words in title or text" />
      </div>
      {shown.length ? (
        <>
          <DeskTable groups={groupsOf(list, shown, actor)} meId={actor.id} now={now} />
          <CoverageLegend />
        </>
      ) : (
        <NothingHere list={list} search={search} mayWrite={mayWrite} />
      )}
      <StayFresh />
    </div>
  )
}

/** Everything: what waits for this person first. */
function groupsOf(list: ListName, lines: readonly DeskLine[], me: Actor) {
  if (list !== 'all') return [{ name: 'Articles', lines }]
  const turn = lines.filter((line) => waitsFor(me, line))
  const rest = lines.filter((line) => !turn.includes(line))
  return [
    { name: 'Your turn', lines: turn },
    { name: 'On the desk', lines: rest },
  ]
}

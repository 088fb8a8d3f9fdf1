import { CoverageLegend } from '#components/desk/coverage-legend.tsx'
import { DeskHead } from '#components/desk/desk-head.tsx'
import { DeskTable } from '#components/desk/desk-table.tsx'
import type { DeskLine } from '#components/desk/entry.ts'
import { ListTabs } from '#components/desk/list-tabs.tsx'
import { type ListName, linesOf } from '#components/desk/lists.ts'
import { NothingHere } from '#components/desk/nothing-here.tsx'
import { waitsFor } from '#components/desk/waiting.ts'
import { SearchBox } from '#components/ui/search-box.tsx'
import { StayFresh } from '#components/ui/stay-fresh.tsx'
import { type Actor, mayInHouse } from '#lib/domain/access/policy.ts'
import { byDeadline } from '#lib/domain/access/turn.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { listDesk } from '#lib/usecases/list-desk.ts'

export async function Desk({
  actor,
  list,
  search,
}: {
  actor: Actor
  list: ListName
  search: string
}) {
  const lines = await listDesk(serverContext(), actor, search)
  const now = new Date()
  const shown = linesOf(list, lines)
  const mayWrite = mayInHouse(actor, 'createArticle')
  const waiting = lines.filter(waitsFor).length
  return (
    <div className="page">
      <DeskHead name={actor.name} waiting={search ? null : waiting} mayWrite={mayWrite} now={now} />
      <div className="tabrow">
        <ListTabs current={list} search={search} lines={lines} />
        <SearchBox label="Search articles" placeholder="Words in title or text" />
      </div>
      {shown.length ? (
        <>
          <DeskTable groups={groupsOf(list, shown)} meId={actor.id} now={now} />
          <CoverageLegend />
        </>
      ) : (
        <NothingHere list={list} search={search} mayWrite={mayWrite} />
      )}
      <StayFresh />
    </div>
  )
}

/** Everything: what waits for this person first, by its deadline. */
function groupsOf(list: ListName, lines: readonly DeskLine[]) {
  if (list !== 'all') return [{ name: 'Articles', lines }]
  return [
    { name: 'Your turn', lines: lines.filter(waitsFor).toSorted(byDeadline) },
    { name: 'On the desk', lines: lines.filter((line) => !waitsFor(line)) },
  ]
}

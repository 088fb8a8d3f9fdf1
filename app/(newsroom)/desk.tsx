import { getTranslations } from 'next-intl/server'
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
import type { Words } from '#components/ui/words.ts'
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
  const t = await getTranslations('desk')
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
        <SearchBox label={t('search')} placeholder={t('searchHint')} />
      </div>
      {shown.length ? (
        <>
          <DeskTable groups={groupsOf(t, list, shown)} meId={actor.id} now={now} />
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
function groupsOf(t: Words<'desk'>, list: ListName, lines: readonly DeskLine[]) {
  if (list !== 'all') return [{ name: t('group.articles'), lines }]
  return [
    { name: t('group.turn'), lines: lines.filter(waitsFor).toSorted(byDeadline) },
    { name: t('group.desk'), lines: lines.filter((line) => !waitsFor(line)) },
  ]
}

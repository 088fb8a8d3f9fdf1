import { CoverageLegend } from '#components/desk/coverage-legend.tsx'
import { DeskTable } from '#components/desk/desk-table.tsx'
import type { DeskLine } from '#components/desk/entry.ts'
import { ListTabs } from '#components/desk/list-tabs.tsx'
import { ago, IDA, LONG, NOW, PETRA, TOMAS } from './samples.ts'
import { Shown } from './shown.tsx'

/** The desk, a row for each thing that may be said of an article. */
export function DeskGroup() {
  return (
    <>
      <Shown name="ListTabs">
        <ListTabs current="all" search="" lines={LINES} />
      </Shown>
      <Shown name="CoverageLegend">
        <CoverageLegend />
      </Shown>
      <Shown name="DeskTable, DeskRow">
        <DeskTable
          groups={[
            { name: 'Your turn', lines: LINES.slice(0, 4) },
            { name: 'Others', lines: LINES.slice(4) },
          ]}
          meId={IDA.id}
          now={NOW}
        />
      </Shown>
    </>
  )
}

const HALF = { sentences: 40, tagged: 34, claims: 32, evidenced: 26, approved: 18 }
const ALL = { sentences: 40, tagged: 40, claims: 32, evidenced: 32, approved: 40 }
const NONE = { sentences: 0, tagged: 0, claims: 0, evidenced: 0, approved: 0 }

function line(slug: string, title: string, more: Partial<DeskLine> = {}): DeskLine {
  return {
    ...{ id: slug, slug, title, state: 'draft', restricted: false, coverage: HALF, counts: {} },
    ...{ blockers: 0, mentions: 0, present: [], changedAt: ago(35), own: true, archived: null },
    ...{ version: null, change: null, deadline: null, turns: [], schedule: null },
    may: { archive: false, takeBack: false },
    ...more,
  }
}

const LINES: readonly DeskLine[] = [
  line('berths', 'Who sold the berths', {
    ...{ state: 'inReview', blockers: 9, turns: ['answered', 'stale'], present: [IDA, TOMAS] },
    ...{ counts: { disputed: 2, stale: 3 }, deadline: ago(-120) },
  }),
  line('crane', 'The crane stands still', {
    ...{ mentions: 2, deadline: ago(200), counts: { none: 6 }, restricted: true },
    may: { archive: true, takeBack: false },
  }),
  line('tolls', 'Tolls rise', { state: 'ready', coverage: ALL, turns: ['publish'] }),
  line('late', 'Not out in time', {
    ...{ state: 'scheduled', coverage: ALL, turns: ['failed'] },
    schedule: { at: ago(60), failure: 'The gate is closed.' },
  }),
  line('untitled', '', { coverage: NONE, changedAt: ago(0) }),
  line('broken', 'An article that cannot be read', { coverage: null }),
  line('legal', 'What the lawyer reads', { state: 'legalRead', blockers: 1, deadline: ago(-40) }),
  line('timed', 'Out tomorrow', {
    ...{ state: 'scheduled', coverage: ALL, schedule: { at: ago(-60 * 24), failure: null } },
  }),
  line('out', 'What was published', {
    ...{ state: 'published', coverage: ALL, version: 1, change: 'first', changedAt: ago(60 * 50) },
  }),
  line('put-right', 'What was put right', {
    ...{ state: 'published', coverage: ALL, version: 2, change: 'correction' },
    changedAt: ago(60 * 24 * 400),
  }),
  line('gone', 'What was withdrawn', { state: 'retracted', version: 3, change: 'retraction' }),
  line('kept', 'What nobody works on', {
    ...{ state: 'archived', may: { archive: false, takeBack: true } },
    archived: {
      ...{ at: ago(60 * 30), personId: PETRA.id, personName: PETRA.name, from: 'draft' },
      note: 'Told elsewhere.',
    },
  }),
  line('a-very-long-name-of-an-address', `${LONG.name} and the ${'very '.repeat(12)}long title`, {
    ...{ state: 'changesRequested', present: [IDA, TOMAS, PETRA, LONG], turns: ['changes'] },
    counts: { changed: 1, queried: 4, rejected: 1 },
  }),
]

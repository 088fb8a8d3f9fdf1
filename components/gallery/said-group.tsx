import { LISTS } from '#components/desk/lists.ts'
import { NothingHere } from '#components/desk/nothing-here.tsx'
import { SecretNote } from '#components/house/secret-note.tsx'
import { ChangedMeanwhile } from '#components/ui/changed-meanwhile.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Fetching } from '#components/ui/later.tsx'
import { ListGhost } from '#components/ui/list-ghost.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SaveTrouble } from '#components/workspace/save-trouble.tsx'
import { nothing } from './samples.ts'
import { Case, Cases, Shown } from './shown.tsx'

/** What the program tells people: how something went, what is missing, what is on its way. */
export function SaidGroup() {
  return (
    <>
      <Shown name="Notice">
        <Notice>A copy of the page is being made.</Notice>
        <Notice tone="good">The source is saved.</Notice>
        <Notice tone="bad">
          The server did not answer.{' '}
          <button type="button" className="btn sm">
            Try again
          </button>
        </Notice>
      </Shown>
      <Shown name="ChangedMeanwhile">
        <ChangedMeanwhile what="this source" changes={CHANGES} />
      </Shown>
      <Shown name="SecretNote">
        <SecretNote what="token" secret="not-a-secret" />
      </Shown>
      <Empty />
      <Shown name="Fetching">
        <Cases>
          <Case name="on its way" full>
            <Fetching failed={false} onRetry={nothing} />
          </Case>
          <Case name="did not come" full>
            <Fetching failed onRetry={nothing} />
          </Case>
        </Cases>
      </Shown>
      <Shown name="ListGhost">
        <div>
          <ListGhost />
        </div>
      </Shown>
      <Troubles />
    </>
  )
}

const CHANGES = [
  { label: 'Name', seen: 'Berth register', now: 'Berth register 2025', isTyped: true },
  { label: 'Wording', seen: 'a harbour official', now: '', isTyped: false },
]

function Empty() {
  return (
    <>
      <Shown name="EmptyState">
        <EmptyState title="No sources yet" text="Paste the first link, or name a person." />
        <EmptyState title="Nothing fits" text="Look for something else.">
          <button type="button" className="btn">
            Show all
          </button>
        </EmptyState>
      </Shown>
      <Shown name="NothingHere">
        <Cases>
          {LISTS.map((list) => (
            <Case key={list} name={list} full>
              <NothingHere list={list} search="" mayWrite />
            </Case>
          ))}
          <Case name="nothing found" full>
            <NothingHere list="mine" search="harbour" mayWrite={false} />
          </Case>
        </Cases>
      </Shown>
    </>
  )
}

const HERE = { changes: 12, kept: 10, isFailing: true }

const SAVES = [
  { kind: 'refused', why: 'malformed', ...HERE },
  { kind: 'held', why: { kind: 'damaged', reason: 'A row is missing.' }, ...HERE },
  { kind: 'outdated', ...HERE },
  { kind: 'signedOut', ...HERE },
  { kind: 'gone', ...HERE },
] as const

function Troubles() {
  return (
    <Shown name="SaveTrouble">
      {SAVES.map((save) => (
        <SaveTrouble key={save.kind} save={save} />
      ))}
    </Shown>
  )
}

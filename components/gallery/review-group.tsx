import { BlockerList } from '#components/publication/blocker-list.tsx'
import { VersionList } from '#components/publication/version-list.tsx'
import { QueueEntry } from '#components/review/queue-item.tsx'
import { ApprovalNote } from '#components/sourcing/approval-note.tsx'
import { SuggestionItem } from '#components/suggestions/suggestion-item.tsx'
import { ThreadItem } from '#components/threads/thread-item.tsx'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import type { VersionRef } from '#lib/domain/publication/version.ts'
import type { QueueItem } from '#lib/domain/review/queue.ts'
import { APPROVAL, ago, IDA, nothing, QUERY, sentenceThat, WORDS } from './samples.ts'
import { Case, Cases, Shown } from './shown.tsx'
import { SUGGESTIONS, TALK } from './talk-samples.ts'

/** From the first look of a reviewer to what readers have. */
export function ReviewGroup() {
  return (
    <>
      <Queue />
      <Approvals />
      <Shown name="BlockerList">
        <BlockerList
          blockers={BLOCKERS}
          statuses={STATUSES}
          onGo={nothing}
          onFigure={nothing}
          wayTo={({ kind }) => (kind === 'legalReadDue' ? nothing : null)}
        />
      </Shown>
      <Shown name="VersionList">
        <VersionList slug="berths" versions={VERSIONS} />
      </Shown>
      <Talk />
    </>
  )
}

const LAPSED = { ...APPROVAL, text: 'The harbour office sold 398 berths last year.' }
const REJECTION = { ...QUERY, id: 'q2', verdict: 'reject', note: 'Not what it says.' } as const

const STATUSES = [
  sentenceThat('rejected', 0, WORDS, { openQueries: [REJECTION] }),
  sentenceThat('queried', 1, WORDS, { openQueries: [QUERY] }),
  sentenceThat('stale', 2, WORDS, { lapsed: LAPSED }),
  sentenceThat('disputed', 3, WORDS, { evidence: 'disputed' }),
  sentenceThat('changed', 4, WORDS, { evidence: 'changed' }),
  sentenceThat('waiting', 5, WORDS, { evidenced: false }),
  sentenceThat('none', 6),
  sentenceThat('approved', 7, WORDS, { approvals: [APPROVAL] }),
] as const

const GROUPS = [
  'rejected',
  'asked',
  'lapsed',
  'asked',
  'rest',
  'claims',
  'unsourced',
  'done',
] as const

const ITEMS: readonly QueueItem[] = [
  ...STATUSES.map((status, at) => ({
    ...{ status, own: false, group: GROUPS[at] ?? 'rest' },
    turn: { of: 'me' } as const,
  })),
  { status: sentenceThat('waiting', 8), own: true, group: 'rest', turn: { of: 'otherReviewer' } },
]

function Queue() {
  return (
    <Shown name="QueueEntry">
      <ul className="queue">
        {ITEMS.map((item, at) => (
          <QueueEntry
            key={item.status.sentence.index}
            item={item}
            me={IDA.id}
            isCurrent={at === 2}
            isViewed={at === 4}
            onGo={nothing}
          />
        ))}
      </ul>
    </Shown>
  )
}

function Approvals() {
  return (
    <Shown name="ApprovalNote">
      <Cases>
        <Case name="approved" full>
          <ApprovalNote
            status={sentenceThat('approved', 0, WORDS, { approvals: [APPROVAL] })}
            questions={null}
          />
        </Case>
        <Case name="by one of two" full>
          <ApprovalNote
            status={sentenceThat('waiting', 0, WORDS, { approvals: [APPROVAL], needed: 2 })}
            questions={null}
          />
        </Case>
        <Case name="other words now" full>
          <ApprovalNote
            status={sentenceThat('stale', 0, WORDS, { lapsed: LAPSED })}
            questions={null}
          />
        </Case>
        <Case name="other evidence now" full>
          <ApprovalNote
            status={sentenceThat('stale', 0, WORDS, { lapsed: APPROVAL })}
            questions={null}
          />
        </Case>
      </Cases>
    </Shown>
  )
}

function blocker(kind: Blocker['kind'], sentence: number | null, message: string): Blocker {
  return { kind, sentence, text: sentence === null ? '' : WORDS, message }
}

const BLOCKERS: readonly Blocker[] = [
  blocker('rejected', 0, 'Tomás Reyes rejected it: Not what it says.'),
  blocker('queried', 1, 'Tomás Reyes asks: Sold, or let?'),
  blocker('stale', 2, 'It was approved in other words.'),
  blocker('disputedWithoutNote', 3, 'Tell readers what is disputed.'),
  blocker('changed', 4, 'The words changed since they were sourced.'),
  blocker('passageMissing', 4, 'Say where the number stands.'),
  blocker('notApproved', 5, 'A reviewer has to approve it.'),
  blocker('untagged', 6, 'Say what it rests on.'),
  {
    ...blocker('figureWithoutAlt', null, 'Describe the picture.'),
    figure: 2,
    text: 'Berths at dusk',
  },
  blocker('legalReadDue', null, 'A lawyer has to read it.'),
  blocker('leak', null, 'The name of a confidential source stands in the text.'),
]

const VERSIONS: readonly VersionRef[] = [
  { number: 1, change: 'first', note: '', publishedAt: ago(60 * 24 * 20), hash: 'h1' },
  { number: 2, change: 'update', note: 'The mayor answered.', publishedAt: ago(9000), hash: 'h2' },
  {
    ...{ number: 3, change: 'correction', note: '', publishedAt: ago(3000), hash: 'h3' },
    correction: { wrong: '398 berths', right: '412 berths', sentences: [] },
  },
  { number: 4, change: 'clarification', note: 'Sold, not let.', publishedAt: ago(90), hash: 'h4' },
  { number: 5, change: 'retraction', note: 'It was not so.', publishedAt: ago(5), hash: 'h5' },
]

function Talk() {
  return (
    <>
      <Shown name="SuggestionItem">
        <ul className="suggestion-list">
          {SUGGESTIONS.proposals.map((proposal) => (
            <SuggestionItem key={proposal.id} proposal={proposal} control={SUGGESTIONS} />
          ))}
        </ul>
      </Shown>
      <Shown name="ThreadItem">
        <ul className="threads">
          {TALK.shown.map((listed) => (
            <ThreadItem key={listed.thread.id} talk={TALK} listed={listed} onLeave={nothing} />
          ))}
        </ul>
      </Shown>
    </>
  )
}

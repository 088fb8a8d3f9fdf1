import type { SuggestControl } from '#components/suggestions/suggest-control.ts'
import type { TalkControl } from '#components/threads/talk-control.ts'
import type { ListedThread } from '#lib/domain/talk/thread.ts'
import type { Proposal } from '#lib/domain/text/proposals.ts'
import { ago, IDA, nothing, PEOPLE, PETRA, TOMAS, WORDS } from './samples.ts'

/** What people say to each other about an article. */

const ASKED = {
  ...{ id: 'm1', personId: TOMAS.id, personName: TOMAS.name, at: ago(90) },
  ...{ text: '@Ida Brandt is the year right?', mentions: [IDA.id] },
}
const ANSWERED = {
  ...{ id: 'm2', personId: IDA.id, personName: IDA.name, at: ago(30) },
  ...{ text: 'It is: the register was closed in May.', mentions: [] },
}

function thread(id: string, more: Partial<ListedThread['thread']> = {}): ListedThread['thread'] {
  const messages = [ASKED, ANSWERED]
  return { id, quote: WORDS, messages, resolved: null, readAt: null, ...more }
}

const PLACE = { blockIndex: 0, from: 0, to: WORDS.length }

const THREADS: readonly ListedThread[] = [
  { thread: thread('open'), place: PLACE, unread: 0 },
  { thread: thread('unread', { messages: [ASKED] }), place: PLACE, unread: 1 },
  { thread: thread('lost'), place: null, unread: 0 },
  {
    ...{ place: PLACE, unread: 0 },
    thread: thread('resolved', { resolved: { at: ago(10), personName: PETRA.name } }),
  },
]

const noTrouble = async () => null

/** The first one is open. */
export const TALK: TalkControl = {
  ...{ meId: IDA.id, colourOf: () => 2, listed: THREADS, shown: THREADS, failed: null },
  ...{ filter: 'open', setFilter: nothing, current: 'open', choose: nothing },
  ...{ people: PEOPLE, others: PEOPLE.slice(1), target: null, turn: 0 },
  ...{ begin: nothing, cancel: nothing, offline: null, draftOf: () => '', write: nothing },
  ...{ send: noTrouble, settle: noTrouble, place: noTrouble, retry: nothing },
}

function proposal(id: string, personId: string, deleted: string, inserted: string): Proposal {
  return { id, personId, deleted, inserted, places: [], changes: [] }
}

export const SUGGESTIONS: SuggestControl = {
  proposals: [
    proposal('p1', TOMAS.id, 'sold', 'let'),
    proposal('p2', IDA.id, '', 'As far as the register shows, '),
  ],
  saidBy: () => '',
  nameOf: (id) => PEOPLE.find((person) => person.id === id)?.name ?? '',
  wordsOf: ({ deleted, inserted }) =>
    deleted ? `Replace “${deleted}” by “${inserted}”` : `Insert “${inserted}”`,
  ...{ meId: IDA.id, maySettle: true, current: 'p1', choose: nothing, settle: nothing },
}

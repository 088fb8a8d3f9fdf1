import type { Named } from './mentions.ts'

/** A conversation about some words, as the database has it. Where it stands is in the text. */
export interface Thread {
  readonly id: string
  /** The words that it was begun on. */
  readonly quote: string
  /** In the order in which they were written; the first began it. */
  readonly messages: readonly Message[]
  readonly resolved: { readonly at: string; readonly personName: string } | null
  /** Up to when whoever asks has read it; null: never. */
  readonly readAt: string | null
}

/** All threads of an article, and whom one may name in them. */
export interface Talk {
  readonly threads: readonly Thread[]
  readonly people: readonly Named[]
}

export interface Message {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly text: string
  /** Persons who are named in it. */
  readonly mentions: readonly string[]
  readonly at: string
}

export const MESSAGE_LENGTH = 10_000

/** What others wrote after a person last read it [THR6]. Times are ISO 8601 in UTC: their order is that of letters. */
export function unreadIn(
  { messages, readAt }: Pick<Thread, 'messages' | 'readAt'>,
  personId: string,
): readonly Message[] {
  return messages.filter(
    (message) => message.personId !== personId && (readAt === null || message.at > readAt),
  )
}

export const FILTERS = ['open', 'unread', 'mentions', 'mine', 'resolved', 'noPlace'] as const
export type Filter = (typeof FILTERS)[number]

/** A thread of the list: its place in the text, and what is new in it for whoever looks. */
export interface ListedThread {
  readonly thread: Thread
  /** Null: its words are gone. */
  readonly place: ThreadPlace | null
  readonly unread: number
}

/** Where a thread begins and ends. One over several blocks: its part in the first of them. */
export interface ThreadPlace {
  readonly blockIndex: number
  readonly from: number
  readonly to: number
}

/** In the order of the text; those without a place stand behind, oldest first [THR8]. */
export function listThreads(
  threads: readonly Thread[],
  places: ReadonlyMap<string, ThreadPlace>,
  personId: string,
): readonly ListedThread[] {
  return threads
    .map((thread) => ({
      thread,
      place: places.get(thread.id) ?? null,
      unread: unreadIn(thread, personId).length,
    }))
    .sort(inOrder)
}

function inOrder(a: ListedThread, b: ListedThread): number {
  if (a.place && b.place) {
    const byPlace =
      a.place.blockIndex - b.place.blockIndex ||
      a.place.from - b.place.from ||
      a.place.to - b.place.to
    if (byPlace) return byPlace
  } else if (a.place || b.place) return a.place ? -1 : 1
  const [first, second] = [begunAt(a.thread), begunAt(b.thread)]
  return first < second ? -1 : Number(first > second)
}

const begunAt = ({ messages }: Thread) => messages[0]?.at ?? ''

/** Does a thread belong under a filter? All but `resolved`, `unread` and `mentions` show open ones alone [THR8]. */
export function passes(filter: Filter, listed: ListedThread, personId: string): boolean {
  const { thread, place, unread } = listed
  const isOpen = thread.resolved === null
  switch (filter) {
    case 'open':
      return isOpen
    case 'resolved':
      return !isOpen
    case 'mine':
      return isOpen && thread.messages.some((message) => message.personId === personId)
    case 'mentions':
      return thread.messages.some(({ mentions }) => mentions.includes(personId))
    case 'unread':
      return unread > 0
    case 'noPlace':
      return isOpen && place === null
    default:
      return filter satisfies never
  }
}

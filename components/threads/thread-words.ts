import type { Filter, Thread } from '#lib/domain/talk/thread.ts'

export const FILTER_WORDS: Readonly<Record<Filter, string>> = {
  open: 'Open',
  unread: 'Unread',
  mentions: 'Mention me',
  mine: 'Mine',
  resolved: 'Resolved',
  noPlace: 'Without a place',
}

/** Why nothing is in the list. */
export const EMPTY_WORDS: Readonly<Record<Filter, string>> = {
  open: 'No open comments. Select words and press Ctrl Alt M.',
  unread: 'You have read everything.',
  mentions: 'Nobody has mentioned you here.',
  mine: 'You have not said anything that is still open.',
  resolved: 'Nothing is resolved yet.',
  noPlace: 'Every open comment stands at its words.',
}

export const NO_COMMENTS = 'No comments yet. Select words and press Ctrl Alt M.'

export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** Begun by whom, and how far it has gone, in a line. */
export function answersOf({ messages }: Thread): string {
  return messages.length > 1 ? countWords(messages.length - 1, 'answer') : ''
}

import type { DeskLine } from './entry.ts'

/** The lists of the desk, by the parameter `list` of its address. */
export const LISTS = ['all', 'mine', 'review', 'published'] as const
export type ListName = (typeof LISTS)[number]

export const LIST_WORDS: Readonly<Record<ListName, string>> = {
  all: 'All',
  mine: 'Mine',
  review: 'In review',
  published: 'Published',
}

const BELONGS: Readonly<Record<ListName, (line: DeskLine) => boolean>> = {
  all: () => true,
  mine: ({ own }) => own,
  review: ({ state }) => state === 'inReview',
  published: ({ state }) => state === 'published' || state === 'retracted',
}

export function listNamed(name: unknown): ListName {
  return LISTS.find((list) => list === name) ?? 'all'
}

export function linesOf(list: ListName, lines: readonly DeskLine[]): readonly DeskLine[] {
  return lines.filter(BELONGS[list])
}

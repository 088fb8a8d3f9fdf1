import type { State } from '#lib/domain/review/states.ts'
import type { DeskLine } from './entry.ts'

/** The lists of the desk, by the parameter `list` of its address. */
export const LISTS = ['all', 'mine', 'review', 'published', 'archived'] as const
export type ListName = (typeof LISTS)[number]

/** From the first look of a reviewer to the moment of publication. */
const IN_REVIEW: readonly State[] = [
  'inReview',
  'changesRequested',
  'checked',
  'legalRead',
  'ready',
  'scheduled',
]

const BELONGS: Readonly<Record<ListName, (line: DeskLine) => boolean>> = {
  // What is archived is out of the way, but for somebody who is asked something in it.
  all: ({ state, mentions }) => state !== 'archived' || mentions > 0,
  mine: ({ own, state }) => own && state !== 'archived',
  review: ({ state }) => IN_REVIEW.includes(state),
  published: ({ state }) => state === 'published' || state === 'retracted',
  archived: ({ state }) => state === 'archived',
}

export function listNamed(name: unknown): ListName {
  return LISTS.find((list) => list === name) ?? 'all'
}

export function linesOf(list: ListName, lines: readonly DeskLine[]): readonly DeskLine[] {
  return lines.filter(BELONGS[list])
}

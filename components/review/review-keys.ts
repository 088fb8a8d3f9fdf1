import type { KeyboardEvent } from 'react'
import { commandAt } from '#components/keys/chords.ts'
import { COMMAND_IDS, type CommandId, COMMANDS as KEYS } from '#components/keys/key-table.ts'
import type { Bound } from '#components/keys/use-commands.ts'
import { singleKeysOn } from '#components/ui/use-shortcut.ts'
import type { Review } from './use-review.ts'

/**
 * Single keys of review mode. They work while the focus is in it and in no field, so that they harm no text
 * (WCAG 2.1.4). True when the key was one of them.
 */
export function reviewKey(event: KeyboardEvent, review: Review): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.defaultPrevented || isField(event.target) || !singleKeysOn()) return false
  const id = commandAt('review', event.nativeEvent)
  const run = id && COMMANDS[id]
  // A key that is held down walks, but decides once.
  if (!run || (event.repeat && !KEYS[id].walks)) return false
  run(review)
  return true
}

const COMMANDS: Partial<Record<CommandId, (review: Review) => void>> = {
  approve: ({ approve }) => approve(),
  query: ({ ask }) => ask('query'),
  reject: ({ ask }) => ask('reject'),
  undoDecision: ({ undo }) => undo(),
  nextInReview: ({ step }) => step(1),
  lastInReview: ({ step }) => step(-1),
  viewed: ({ view }) => view(),
  differences: ({ differences }) => differences.toggle(),
  toEvidence: ({ evidence }) => evidence.current?.focus(),
  approveViewed: ({ batch }) => batch.begin(),
}

/** The same for the palette. */
export function reviewCommands(review: Review): readonly Bound[] {
  return COMMAND_IDS.flatMap((id) => {
    const run = COMMANDS[id]
    return run ? [{ id, run: () => run(review) }] : []
  })
}

function isField(target: EventTarget): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null
}

const FIELDS = 'input, textarea, select, [contenteditable], [role=listbox], [role=menu]'

import type { State } from '#lib/domain/review/states.ts'

/** Where an article is, as a label. */
export const STATE_WORDS: Readonly<Record<State, string>> = {
  draft: 'Draft',
  annotated: 'Handed over',
  inReview: 'In review',
  changesRequested: 'Changes requested',
  checked: 'Checked',
  legalRead: 'Legal read',
  ready: 'Ready',
  scheduled: 'Scheduled',
  published: 'Published',
  retracted: 'Retracted',
  archived: 'Archived',
}

/** The same for an article, by its newest version: what was published last as a correction is corrected [STA9]. */
export const stateLabel = (state: State, change: string | null): string =>
  state === 'published' && change === 'correction' ? 'Corrected' : STATE_WORDS[state]

interface Move {
  readonly name: string
  /** What follows from it, for the one who is about to do it. */
  readonly means: string
}

const FORWARD: Readonly<Partial<Record<State, Move>>> = {
  annotated: {
    name: 'Hand over to the desk',
    means: 'Its writers are done: the editors take it from here.',
  },
  inReview: { name: 'Send to review', means: 'Reviewers find its sentences in their queue.' },
  changesRequested: {
    name: 'Request changes',
    means: 'It goes back to its writers. Approvals that were given stay.',
  },
  checked: {
    name: 'Mark as checked',
    means: 'You say that the review is done. The gate goes on checking every sentence.',
  },
  legalRead: { name: 'Send to the legal read', means: 'A publisher reads it and moves it on.' },
  ready: { name: 'Mark as ready', means: 'Publishers find it under “Your turn”.' },
}

const BACK: Readonly<Partial<Record<State, Move>>> = {
  inReview: { name: 'Back to review', means: 'Reviewers find it in their queue again.' },
  checked: { name: 'Back to checked', means: 'What was said later is taken back.' },
  legalRead: { name: 'Back to the legal read', means: 'A publisher reads it again.' },
}

const ORDER: readonly State[] = ['draft', 'annotated', 'inReview', 'checked', 'legalRead', 'ready']

/** Ahead first, then back, then out of the way. */
export function inOrder(from: State, ends: readonly State[]): readonly State[] {
  const rankOf = (to: State) => {
    if (to === 'archived') return 2
    return ORDER.indexOf(to) > ORDER.indexOf(from) ? 0 : 1
  }
  return ends.toSorted((a, b) => rankOf(a) - rankOf(b))
}

/** What a move is called depends on both ends. `version`: the number of the one that readers have. */
export function moveNamed(from: State, to: State, version: number | null = null): Move {
  if (from === 'archived') return takeBack(to)
  if (to === 'archived') return { name: 'Archive', means: `${ARCHIVED} ${publicWords(version)}` }
  if (from === 'published' && to === 'inReview') return REOPEN
  if (from === 'legalRead' && to === 'ready') return READ
  const isBack = ORDER.indexOf(to) < ORDER.indexOf(from)
  return (isBack ? BACK[to] : FORWARD[to]) ?? FORWARD[to] ?? TO_DRAFT
}

const TO_DRAFT: Move = { name: 'Take back to draft', means: 'Approvals that were given stay.' }
const READ: Move = {
  name: 'Legal read done: ready',
  means: 'You say, in your name, that it was read and may be published.',
}
const REOPEN: Move = {
  name: 'Open for a new version',
  means: 'What is public stays as it is until the next version is published.',
}

const ARCHIVED =
  'Nobody edits or decides in it any more. Nothing is deleted: it stays on the desk under “Archived”, and can be taken back.'

function publicWords(version: number | null): string {
  if (version === null) return 'Nothing of it has been published.'
  const which = version === 1 ? 'Version 1 stays' : `Its ${version} versions stay`
  return `${which} public: archiving takes nothing from readers. To withdraw what they read, publish a retraction first.`
}

const AGAIN: Readonly<Record<State, string>> = {
  draft: 'It is a draft again, and can be edited.',
  annotated: 'It is with the desk again.',
  inReview: 'It is in review again, with the approvals that were given.',
  changesRequested: 'It is with its writers again.',
  checked: 'It is checked, as it was.',
  legalRead: 'It waits for the legal read again.',
  ready: 'It is ready, as it was.',
  scheduled: '',
  published: 'It is published as before, and can be opened for a new version.',
  retracted: 'It stays retracted, and closed to writing.',
  archived: '',
}

const takeBack = (to: State): Move => ({ name: 'Take back', means: AGAIN[to] })

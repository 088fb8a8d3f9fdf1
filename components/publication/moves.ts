import type { State } from '#lib/domain/review/states.ts'

/** Where an article is, as a label. */
export const STATE_WORDS: Readonly<Record<State, string>> = {
  draft: 'Draft',
  inReview: 'In review',
  published: 'Published',
  retracted: 'Retracted',
  archived: 'Archived',
}

interface Move {
  readonly name: string
  /** What follows from it, for the one who is about to do it. */
  readonly means: string
}

/** What a move is called depends on both ends. `version`: the number of the one that readers have. */
export function moveNamed(from: State, to: State, version: number | null = null): Move {
  if (from === 'archived') return takeBack(to)
  switch (to) {
    case 'inReview':
      return from === 'published'
        ? {
            name: 'Open for a new version',
            means: 'What is public stays as it is until the next version is published.',
          }
        : { name: 'Send to review', means: 'Reviewers find its sentences in their queue.' }
    case 'archived':
      return { name: 'Archive', means: `${ARCHIVED} ${publicWords(version)}` }
    default:
      return { name: 'Take back to draft', means: 'Approvals that were given stay.' }
  }
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
  inReview: 'It is in review again, with the approvals that were given.',
  published: 'It is published as before, and can be opened for a new version.',
  retracted: 'It stays retracted, and closed to writing.',
  archived: '',
}

const takeBack = (to: State): Move => ({ name: 'Take back', means: AGAIN[to] })

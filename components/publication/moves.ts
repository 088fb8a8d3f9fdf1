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

/** What a move is called depends on both ends. */
export function moveNamed(from: State, to: State): Move {
  switch (to) {
    case 'inReview':
      return from === 'published'
        ? {
            name: 'Open for a new version',
            means: 'What is public stays as it is until the next version is published.',
          }
        : { name: 'Send to review', means: 'Reviewers find its sentences in their queue.' }
    case 'archived':
      return {
        name: 'Archive',
        means:
          'Nobody edits or decides in it any more. What is public stays public. It can be restored to a draft.',
      }
    default:
      return from === 'archived'
        ? { name: 'Restore to draft', means: 'It can be edited again.' }
        : { name: 'Take back to draft', means: 'Approvals that were given stay.' }
  }
}

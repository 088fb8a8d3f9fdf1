import { fail, ok, type Result } from '#lib/domain/shared/result.ts'

export const STATES = ['draft', 'inReview', 'published', 'retracted', 'archived'] as const
export type State = (typeof STATES)[number]

/** What moves an article: people, or the publication of a version. */
export type Cause = 'move' | 'version' | 'retraction'

/** Every legal move and what causes it. A pair that is absent is illegal [STA1]. Later work may add states. */
const TRANSITIONS: Readonly<Record<State, Partial<Record<State, Cause>>>> = {
  draft: { inReview: 'move', archived: 'move', published: 'version', retracted: 'retraction' },
  inReview: { draft: 'move', archived: 'move', published: 'version', retracted: 'retraction' },
  published: { inReview: 'move', archived: 'move', published: 'version', retracted: 'retraction' },
  retracted: { archived: 'move' },
  archived: { draft: 'move' },
}

/** The state that an article is in afterwards, or why not. */
export function advance(from: State, to: State, cause: Cause): Result<State> {
  if (TRANSITIONS[from][to] === cause) return ok(to)
  return fail({
    kind: 'conflict',
    message: `An article that is ${WORDS[from]} cannot become ${WORDS[to]} this way.`,
  })
}

/** Where people may move an article from here. */
export function movesFrom(from: State): readonly State[] {
  return STATES.filter((to) => TRANSITIONS[from][to] === 'move')
}

export const WORDS: Readonly<Record<State, string>> = {
  draft: 'a draft',
  inReview: 'in review',
  published: 'published',
  retracted: 'retracted',
  archived: 'archived',
}

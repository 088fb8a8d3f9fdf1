import { fail, ok, type Result } from '#lib/domain/shared/result.ts'

export const STATES = ['draft', 'inReview', 'published', 'retracted', 'archived'] as const
export type State = (typeof STATES)[number]

/** What moves an article: people, the publication of a version, or that an archived one is taken back to where it was. */
export type Cause = 'move' | 'version' | 'retraction' | 'takeBack'

/** Every legal move and what causes it. A pair that is absent is illegal [STA1]. Later work may add states. */
const TRANSITIONS: Readonly<Record<State, Partial<Record<State, Cause>>>> = {
  draft: { inReview: 'move', archived: 'move', published: 'version', retracted: 'retraction' },
  inReview: { draft: 'move', archived: 'move', published: 'version', retracted: 'retraction' },
  published: { inReview: 'move', archived: 'move', published: 'version', retracted: 'retraction' },
  retracted: { archived: 'move' },
  archived: { draft: 'move', inReview: 'takeBack', published: 'takeBack', retracted: 'takeBack' },
}

/** The state that an article is in afterwards, or why not. */
export function advance(from: State, to: State, cause: Cause): Result<State> {
  if (TRANSITIONS[from][to] === cause) return ok(to)
  return fail({
    kind: 'conflict',
    message: `An article that is ${WORDS[from]} cannot become ${WORDS[to]} this way.`,
  })
}

/** When an article was archived, by whom, why, and out of which state. */
export interface Archival {
  readonly at: string
  readonly personId: string
  readonly personName: string
  readonly note: string
  readonly from: State
}

/** An archived article goes back to where it was, or to a draft; a retracted one stays retracted [STA3]. */
export function takenBack(to: State, before: State): Result<State> {
  if (before === 'retracted' && to !== 'retracted') {
    const message = 'The article was retracted before it was archived: it can only go back to that.'
    return fail({ kind: 'conflict', message })
  }
  return advance('archived', to, to === before && to !== 'draft' ? 'takeBack' : 'move')
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

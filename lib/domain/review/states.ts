import { fail, ok, type Result } from '#lib/domain/shared/result.ts'

export const STATES = [
  'draft',
  'annotated',
  'inReview',
  'changesRequested',
  'checked',
  'legalRead',
  'ready',
  'scheduled',
  'published',
  'retracted',
  'archived',
] as const
export type State = (typeof STATES)[number]

/**
 * What moves an article: people, the publication of a version, a time that is set for one and its end, or that an
 * archived article is taken back to where it was.
 */
export type Cause = 'move' | 'schedule' | 'unschedule' | 'version' | 'retraction' | 'takeBack'

type Row = Readonly<Partial<Record<State, Cause>>>

/** From every state in which people work on it. */
const WORK: Row = {
  scheduled: 'schedule',
  published: 'version',
  retracted: 'retraction',
  archived: 'move',
}

const moves = (...to: readonly State[]): Row =>
  Object.fromEntries(to.map((state) => [state, 'move']))

/** Every legal move and what causes it. A pair that is absent is illegal [STA1]. */
const TRANSITIONS: Readonly<Record<State, Row>> = {
  draft: { ...WORK, ...moves('annotated', 'inReview', 'checked', 'legalRead', 'ready') },
  annotated: {
    ...WORK,
    ...moves('draft', 'inReview', 'changesRequested', 'checked', 'legalRead', 'ready'),
  },
  inReview: { ...WORK, ...moves('draft', 'changesRequested', 'checked', 'legalRead', 'ready') },
  changesRequested: { ...WORK, ...moves('draft', 'inReview', 'checked', 'legalRead', 'ready') },
  checked: { ...WORK, ...moves('draft', 'inReview', 'changesRequested', 'legalRead', 'ready') },
  legalRead: { ...WORK, ...moves('draft', 'inReview', 'changesRequested', 'checked', 'ready') },
  ready: { ...WORK, ...moves('draft', 'inReview', 'changesRequested', 'checked', 'legalRead') },
  scheduled: {
    draft: 'unschedule',
    annotated: 'unschedule',
    inReview: 'unschedule',
    changesRequested: 'unschedule',
    checked: 'unschedule',
    legalRead: 'unschedule',
    ready: 'unschedule',
    published: 'version',
    retracted: 'retraction',
  },
  published: {
    ...moves('inReview', 'legalRead', 'archived'),
    published: 'version',
    retracted: 'retraction',
  },
  retracted: { archived: 'move' },
  archived: {
    draft: 'move',
    annotated: 'takeBack',
    inReview: 'takeBack',
    changesRequested: 'takeBack',
    checked: 'takeBack',
    legalRead: 'takeBack',
    ready: 'takeBack',
    published: 'takeBack',
    retracted: 'takeBack',
  },
}

/** The state that an article is in afterwards, or why not. */
export function advance(from: State, to: State, cause: Cause): Result<State> {
  if (TRANSITIONS[from][to] === cause) return ok(to)
  if (from === 'scheduled' && cause === 'move') {
    const message = 'A time is set for its publication: cancel that first.'
    return fail({ kind: 'conflict', message })
  }
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

/** How far each state is. To hand an article over is a courtesy, and a legal read is owed by the flag [STA4]. */
const STEPS: readonly State[] = ['inReview', 'checked', 'ready']
const DEPTH: Readonly<Partial<Record<State, number>>> = {
  draft: -1,
  annotated: -1,
  changesRequested: -1,
  inReview: 0,
  checked: 1,
  legalRead: 1.5,
  ready: 2,
}

/**
 * The steps that a move leaves out [STA4]. A version, also one that a time is set for, leaves out the review alone: what
 * the later steps say is what its gate proves.
 */
export function skippedBy(from: State, to: State): readonly State[] {
  const start = DEPTH[from]
  if (start === undefined) return []
  const isVersion = to === 'published' || to === 'scheduled'
  const end = isVersion ? 1 : (DEPTH[to] ?? start)
  return STEPS.filter((_, step) => step > start && step < end)
}

/** What the note of a move has to say: why steps are left out, or what has to change. */
export type OwedNote =
  | { readonly kind: 'whyLeftOut'; readonly steps: readonly State[] }
  | { readonly kind: 'whatToChange' }

/** Null: the note may be empty [STA4]. */
export function noteOwed(from: State, to: State): OwedNote | null {
  const steps = skippedBy(from, to)
  if (steps.length) return { kind: 'whyLeftOut', steps }
  return to === 'changesRequested' ? { kind: 'whatToChange' } : null
}

/** The same in English, for whoever moved it without one. */
export function noteOwedFor(from: State, to: State): string | null {
  const owed = noteOwed(from, to)
  if (!owed) return null
  if (owed.kind === 'whatToChange') return 'Say in the note what has to change.'
  const names = owed.steps.map((step) => STEP_WORDS[step] ?? step).join(' and ')
  return `That leaves out ${names}: say why in the note.`
}

const STEP_WORDS: Readonly<Partial<Record<State, string>>> = {
  inReview: 'the review',
  checked: 'the check',
}

export const WORDS: Readonly<Record<State, string>> = {
  draft: 'a draft',
  annotated: 'handed over',
  inReview: 'in review',
  changesRequested: 'back for changes',
  checked: 'checked',
  legalRead: 'in legal read',
  ready: 'ready',
  scheduled: 'scheduled',
  published: 'published',
  retracted: 'retracted',
  archived: 'archived',
}

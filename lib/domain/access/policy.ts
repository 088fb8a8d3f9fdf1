import type { State } from '#lib/domain/review/states.ts'
import { type Failure, fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { missingScope, type Scope } from './scopes.ts'

export const PERSON_ROLES = ['writer', 'editor', 'reviewer', 'publisher', 'admin'] as const
export type PersonRole = (typeof PERSON_ROLES)[number]

/** A person as the server knows them. `chief` widens the role of publisher. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly roles: readonly PersonRole[]
  readonly chief: boolean
  /** Of the token that speaks in their name; without: all that they may [API3]. */
  readonly scopes?: readonly Scope[]
}

/** What the policy needs to know of an article. */
export interface ArticleAccess {
  readonly createdBy: string
  readonly restricted: boolean
  /** People who are assigned to write it. */
  readonly assigned: readonly string[]
  /** People who may see it while it is restricted. */
  readonly named: readonly string[]
}

export type ArticleAction =
  | 'read'
  | 'suggest'
  | 'write'
  | 'decide'
  | 'move'
  | 'check'
  | 'legal'
  | 'plan'
  | 'archive'
  | 'publish'
  | 'overrule'
  | 'people'
export type HouseAction =
  | 'createArticle'
  | 'editSources'
  | 'people'
  | 'seeKept'
  | 'seeAudit'
  | 'takeDown'
  | 'policy'
  | 'webhooks'
  | 'keys'

/** Who may what, by role (design: "Who may what"). */
const HOUSE: Readonly<Record<HouseAction, readonly PersonRole[]>> = {
  createArticle: ['writer', 'editor'],
  editSources: ['writer', 'editor', 'reviewer'],
  people: ['admin'],
  seeKept: ['admin'],
  seeAudit: ['admin'],
  takeDown: ['admin'],
  policy: ['admin'],
  webhooks: ['admin'],
  keys: ['admin'],
}

const ARTICLE: Readonly<Record<ArticleAction, readonly PersonRole[]>> = {
  read: PERSON_ROLES,
  suggest: PERSON_ROLES,
  write: ['editor', 'reviewer'],
  decide: ['reviewer'],
  move: ['editor', 'reviewer'],
  check: ['editor', 'reviewer'],
  legal: ['publisher'],
  plan: ['editor', 'reviewer', 'publisher'],
  archive: ['publisher'],
  publish: ['publisher'],
  overrule: [],
  people: ['editor', 'admin'],
}

const REFUSALS: Readonly<Record<ArticleAction | HouseAction, string>> = {
  read: 'You may not read this article.',
  suggest: 'You may not suggest changes to this article.',
  write: 'You may read this article, not change it. Ask an editor to assign you.',
  decide: 'Only reviewers approve, query and reject.',
  move: 'Only its writer, an editor or a reviewer sends an article to review or takes it back.',
  check: 'Only editors and reviewers say that an article is checked, or what has to change.',
  legal: 'Only publishers do the legal read, and take its flag away.',
  plan: 'Only its writer, editors, reviewers and publishers set its deadline or flag it.',
  archive: 'Only publishers archive articles.',
  publish: 'Only publishers publish.',
  overrule: 'Only the one who raised it, or a chief with a reason, closes this.',
  people: 'Only editors and administrators change who works on an article.',
  createArticle: 'Only writers and editors start articles.',
  editSources: 'Only writers, editors and reviewers change sources.',
  seeKept: 'Only administrators see what was put away or taken out.',
  seeAudit: 'Only administrators take the audit trail.',
  policy: 'Only administrators change the rules of the house.',
  webhooks: 'Only administrators see and change webhooks.',
  keys: 'Only administrators see which keys there are.',
  takeDown: 'Only a chief or an administrator takes a version down.',
}

/** What depends on where an article is, and where it goes, is not to be told from a call's address. */
const SCOPED: Readonly<Partial<Record<ArticleAction, Scope>>> = {
  move: 'review',
  check: 'review',
  legal: 'publish',
  archive: 'publish',
  publish: 'publish',
}

function scopeMissing({ scopes }: Actor, action: ArticleAction): string | null {
  const wanted = SCOPED[action]
  return wanted ? missingScope(scopes ?? null, [wanted]) : null
}

/** An article that one may not see does not exist for one [ACC2]. */
export function maySee(actor: Actor, article: ArticleAccess): boolean {
  if (!actor.roles.length) return false
  if (!article.restricted || article.createdBy === actor.id) return true
  return article.named.includes(actor.id) || article.assigned.includes(actor.id)
}

export function mayOnArticle(actor: Actor, action: ArticleAction, article: ArticleAccess): boolean {
  return scopeMissing(actor, action) === null && hasRight(actor, action, article)
}

/** By role, whatever speaks in their name. */
function hasRight(actor: Actor, action: ArticleAction, article: ArticleAccess): boolean {
  if (!maySee(actor, article)) return false
  if (ARTICLE[action].some((role) => actor.roles.includes(role))) return true
  const writer = actor.roles.includes('writer')
  const own = article.createdBy === actor.id
  if (action === 'write') return writer && (own || article.assigned.includes(actor.id))
  if (action === 'move' || action === 'people' || action === 'plan') return writer && own
  return action === 'overrule' && isChief(actor)
}

function isChief(actor: Actor): boolean {
  return actor.chief && actor.roles.includes('publisher')
}

/** Which rights move an article there: one of them is enough [ACC8]. Out of a legal read only who does it says "ready". */
export function rightsToMove(from: State, to: State): readonly ArticleAction[] {
  if (to === 'archived') return ['archive']
  // Whoever archives also takes out of the archive [ACC7].
  if (from === 'archived') return ['move', 'archive']
  switch (to) {
    case 'checked':
      return ['check']
    case 'legalRead':
    case 'changesRequested':
      return ['check', 'legal']
    case 'ready':
      return from === 'legalRead' ? ['legal'] : ['check', 'legal']
    default:
      return ['move']
  }
}

/** [ACC1] */
export function requireOnArticle(
  actor: Actor,
  action: ArticleAction,
  article: ArticleAccess,
): Result<null> {
  if (!maySee(actor, article))
    return fail({ kind: 'notFound', message: 'There is no such article.' })
  if (!hasRight(actor, action, article))
    return fail({ kind: 'forbidden', message: REFUSALS[action] })
  const scope = scopeMissing(actor, action)
  return scope === null ? ok(null) : fail(outOfScope(scope))
}

/** A token that is limited to less than a call asks for. */
export function outOfScope(scope: string): Failure {
  const message = `The token lacks the scope ${scope}. Make one that has it, under Account.`
  return { kind: 'forbidden', message, scope }
}

export function mayInHouse(actor: Actor, action: HouseAction): boolean {
  if (HOUSE[action].some((role) => actor.roles.includes(role))) return true
  return action === 'takeDown' && isChief(actor)
}

export function requireInHouse(actor: Actor, action: HouseAction): Result<null> {
  if (mayInHouse(actor, action)) return ok(null)
  return fail({ kind: 'forbidden', message: REFUSALS[action] })
}

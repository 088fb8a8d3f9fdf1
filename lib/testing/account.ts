import type { Node as PMNode } from '@tiptap/pm/model'
import type { Run } from './anchor-account.ts'
import { newRecordAccount, type RecordAccount } from './record-account.ts'

/**
 * The books of a fuzz run: what users did to each thing they made. A thing is a character (each is typed only once),
 * the opening of a block, a figure, or an anchor on a character: an annotation, a thread, a boundary by hand.
 */
export interface Account {
  readonly made: Set<string>
  readonly removed: Set<string>
  /** Things but characters that an undo or redo touched, or that were moved: may be there or not, once or twice. */
  readonly excused: Set<string>
  /** What happened to each character: in whose editor it came or went. The first is the event that inserted it. */
  readonly events: Map<string, { readonly who: number; readonly present: boolean }[]>
  /** Anchors that somebody took off characters: also off those that others annotate meanwhile. */
  readonly cleared: Set<string>
  /** Who put boundaries or took them away. */
  readonly dividers: Set<number>
  /** Every unbroken run under one anchor that stood in anybody's editor, by its name and things. */
  readonly runs: Map<string, Run>
  /** Roles that users gave to a block, by its identifier. */
  readonly roles: Map<string, Set<string>>
  readonly records: RecordAccount
}

export const newAccount = (): Account => ({
  made: new Set(),
  removed: new Set(),
  excused: new Set(),
  events: new Map(),
  cleared: new Set(),
  dividers: new Set(),
  runs: new Map(),
  roles: new Map(),
  records: newRecordAccount(),
})

/** Anchors by name. A boundary is one for its character alone, as it is the place in front of it that counts. */
const anchorsOn = ({ marks }: PMNode, char: string): readonly string[] =>
  marks.flatMap(({ type, attrs }) => {
    if (type.name === 'boundary') return [`${attrs.kind} ${char}`]
    return type.name === 'annotation' || type.name === 'thread' ? [attrs.id as string] : []
  })

/** How often each thing stands in a document. */
function census(doc: PMNode): Map<string, number> {
  const count = new Map<string, number>()
  const add = (thing: string) => count.set(thing, (count.get(thing) ?? 0) + 1)
  doc.descendants((node) => {
    if (node.isText) {
      for (const char of node.text ?? '') {
        add(char)
        for (const id of anchorsOn(node, char)) add(`${char} in ${id}`)
      }
      // Proposed or not: one opening.
    } else if (node.attrs.id)
      add(`${node.type.name === 'split' ? 'block' : node.type.name} ${node.attrs.id}`)
  })
  return count
}

/** Books a change that a user made in one editor. `waiting`: anchors that had come there in part. */
export function book(
  account: Account,
  who: number,
  before: PMNode,
  after: PMNode,
  how: 'edit' | 'travel',
  waiting: ReadonlySet<string> = new Set(),
) {
  const was = census(before)
  const is = census(after)
  bookCharacters(account, who, was, is)
  const touched = [...more(is, was), ...more(was, is).filter((thing) => is.has(charOf(thing)))]
  if (touched.some(isBoundary)) account.dividers.add(who)
  for (const thing of more(is, was)) {
    const isExcused = how === 'travel' || account.removed.has(thing) || waiting.has(idOf(thing))
    if (isExcused) account.excused.add(thing)
    account.made.add(thing)
    if (how === 'travel') clear(account, thing)
  }
  for (const thing of more(was, is)) {
    if (how === 'travel') account.excused.add(thing)
    account.removed.add(thing)
    if (how === 'travel' || is.has(charOf(thing))) clear(account, thing)
  }
  if (how === 'edit') bookRoles(account, before, after)
}

function bookCharacters(
  { events }: Account,
  who: number,
  was: Map<string, number>,
  is: typeof was,
) {
  const note = (thing: string, present: boolean) => {
    if (isCharacter(thing)) events.set(thing, [...(events.get(thing) ?? []), { who, present }])
  }
  for (const thing of more(is, was)) note(thing, true)
  for (const thing of more(was, is)) note(thing, is.has(thing))
}

/** Books the stretches under anchors that stand in an editor. */
export function bookRuns({ runs }: Account, found: readonly Run[]) {
  for (const run of found) runs.set(`${run.id} ${run.things.join('')}`, run)
}

/** What stands more often in the one than in the other. */
const more = (one: Map<string, number>, other: Map<string, number>) =>
  [...one].flatMap(([thing, count]) => ((other.get(thing) ?? 0) < count ? [thing] : []))

const isBoundary = (thing: string) => / in (join|split) /.test(thing)
const isAnchor = (thing: string) => thing.includes(' in ')
/** One character, of one or two UTF-16 units; everything else has a name of several words. */
const isCharacter = (thing: string) => thing.length < 3
const charOf = (thing: string) => thing.split(' in ')[0] ?? ''
const idOf = (thing: string) => thing.split(' in ')[1] ?? ''

function clear(account: Account, thing: string) {
  const [, id] = thing.split(' in ')
  if (id) account.cleared.add(id)
}

function bookRoles(account: Account, before: PMNode, after: PMNode) {
  const roles = (doc: PMNode) =>
    new Map(doc.children.map(({ attrs }) => [attrs.id as string, attrs.role as string]))
  const was = roles(before)
  for (const [id, role] of roles(after)) {
    if (was.get(id) !== role) give(account, id, role)
  }
}

export function give(account: Account, id: string, role: string) {
  account.roles.set(id, (account.roles.get(id) ?? new Set()).add(role))
}

/** How often a character must be there; null where several people removed it and brought it back at once. */
function dueOf({ events }: Account, char: string): number | null {
  const [inserted, ...later] = events.get(char) ?? []
  if (!inserted) return 0
  if (!later.length) return 1
  if (later.every(({ present }) => !present)) return 0
  const people = new Set(later.map(({ who }) => who))
  return people.size > 1 ? null : Number(later.at(-1)?.present)
}

/** What became of the characters: `disputed` ones were removed and brought back by several people at once. */
export interface Tally {
  readonly typed: number
  readonly lost: number
  readonly doubled: number
  /** Deleted by somebody, restored by nobody, and there. */
  readonly risen: number
  /** There, and typed by nobody. */
  readonly foreign: number
  readonly disputed: number
  /** Blocks that are there twice because two people moved them at once. */
  readonly copies: number
}

/** Counts every character of the books against a document. */
export function tallyOf(doc: PMNode, account: Account): Tally {
  const is = census(doc)
  const tally = { typed: 0, lost: 0, doubled: 0, risen: 0, foreign: 0, disputed: 0, copies: 0 }
  for (const char of account.events.keys()) {
    tally.typed++
    const problem = characterProblem(account, char, is.get(char) ?? 0)
    if (problem) tally[problem]++
  }
  for (const [thing, count] of is) {
    if (isCharacter(thing) && !account.events.has(thing)) tally.foreign++
    else if (!isCharacter(thing) && !isAnchor(thing) && count > 1) tally.copies++
  }
  return tally
}

function characterProblem(account: Account, char: string, count: number) {
  const due = dueOf(account, char)
  if (due === null) return 'disputed'
  if (count > due) return due ? 'doubled' : 'risen'
  return count < due ? 'lost' : null
}

/**
 * Characters: each as often as the events that inserted and removed it say. Openings, figures and anchors: made and never
 * removed, there exactly once; removed, gone. Never made: not there. Roles: only those given. Boundaries share one
 * formatting key, so that those which two people put side by side at once may take each other away: they are audited
 * where one person alone put them.
 */
export function audit(doc: PMNode, account: Account): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  const report = (problem: string | null, thing: string) => {
    if (problem) found[problem] = [...(found[problem] ?? []), thing]
  }
  const is = census(doc)
  forgive(account)
  for (const char of account.events.keys()) {
    const problem = characterProblem(account, char, is.get(char) ?? 0)
    if (problem !== 'disputed') report(problem, char)
  }
  for (const thing of account.made) {
    if (isCharacter(thing) || account.excused.has(thing)) continue
    if (isAnchor(thing) && !isAudited(account, thing)) continue
    report(verdict(account, thing, is.get(thing) ?? 0), thing)
  }
  for (const thing of is.keys()) {
    if (!account.made.has(thing) && !isAnchor(thing)) report('foreign', thing)
  }
  for (const { attrs } of doc.children) {
    if (!isGiven(account, attrs)) report('role', `${attrs.id} ${attrs.role}`)
  }
  return found
}

const isAudited = ({ dividers }: Account, thing: string) => !isBoundary(thing) || dividers.size < 2

function isGiven({ roles }: Account, { id, role }: PMNode['attrs']): boolean {
  return !id || role === undefined || role === 'paragraph' || roles.get(id)?.has(role) === true
}

function verdict(account: Account, thing: string, count: number): string | null {
  if (count > 1) return account.excused.has(charOf(thing)) ? null : 'doubled'
  if (count === 0) return isGone(account, thing) ? null : 'lost'
  return account.removed.has(thing) && !isAnchor(thing) ? 'risen' : null
}

/**
 * Yjs forgets the formatting of a stretch together with the last thing in it, be it an opening. What another types inside
 * an annotation while somebody deletes what it stood on may therefore end up without it [ANN12].
 */
function forgive({ runs, removed, excused, cleared }: Account) {
  for (const { id, things } of runs.values()) {
    if (things.every((thing) => removed.has(thing) || excused.has(thing))) cleared.add(id)
  }
}

/** Removed itself; an anchor goes with its character, or is taken off it. */
function isGone({ removed, excused, cleared }: Account, thing: string): boolean {
  const char = charOf(thing)
  if (removed.has(thing) || removed.has(char) || excused.has(char)) return true
  if (!isAnchor(thing)) return false
  const id = idOf(thing)
  // What is typed within a boundary that is carried on has it from the characters around, too.
  return cleared.has(id) || (isBoundary(thing) && cleared.has(`${id.split(' ')[0]} `))
}

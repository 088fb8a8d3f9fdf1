import type { Node as PMNode } from '@tiptap/pm/model'

/**
 * The books of a fuzz run: what users did to each thing they made. A thing is a character (each is typed only once),
 * the opening of a block, a figure, or an annotation on a character.
 */
export interface Account {
  readonly made: Set<string>
  readonly removed: Set<string>
  /** Touched by an undo or redo, or moved: may be there or not, once or twice. */
  readonly excused: Set<string>
  /** Annotations that somebody took off characters: also off those that others annotate meanwhile. */
  readonly cleared: Set<string>
  /** Annotations as they stood on characters in anybody's editor, also on what was typed inside them meanwhile. */
  readonly seen: Set<string>
  /** Roles that users gave to a block, by its identifier. */
  readonly roles: Map<string, Set<string>>
}

export const newAccount = (): Account => ({
  made: new Set(),
  removed: new Set(),
  excused: new Set(),
  cleared: new Set(),
  seen: new Set(),
  roles: new Map(),
})

/** How often each thing stands in a document. */
function census(doc: PMNode): Map<string, number> {
  const count = new Map<string, number>()
  const add = (thing: string) => count.set(thing, (count.get(thing) ?? 0) + 1)
  doc.descendants((node) => {
    if (node.isText) {
      const ids = node.marks.filter(({ type }) => type.name === 'annotation')
      for (const char of node.text ?? '') {
        add(char)
        for (const { attrs } of ids) add(`${char} in ${attrs.id}`)
      }
    } else if (node.attrs.id) add(`${node.type.name} ${node.attrs.id}`)
  })
  return count
}

/** Books a change that a user made in one editor. */
export function book(account: Account, before: PMNode, after: PMNode, how: 'edit' | 'travel') {
  const was = census(before)
  const is = census(after)
  for (const thing of is.keys()) if (isAnchor(thing)) account.seen.add(thing)
  for (const thing of more(is, was)) {
    if (how === 'travel' || account.removed.has(thing)) account.excused.add(thing)
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

/** What stands more often in the one than in the other. */
const more = (one: Map<string, number>, other: Map<string, number>) =>
  [...one].flatMap(([thing, count]) => ((other.get(thing) ?? 0) < count ? [thing] : []))

const isAnchor = (thing: string) => thing.includes(' in ')
const charOf = (thing: string) => thing.split(' in ')[0] ?? ''

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

/**
 * Made and never removed: there exactly once. Removed: gone. Never made: not there. Roles: only those given.
 * `anchors`: whether annotations count. Where updates overtake each other they may not: Yjs, cleaning up formatting in a
 * document that lacks an earlier change, can take one off a character that keeps it elsewhere (one run in thousands).
 */
export function audit(doc: PMNode, account: Account, anchors: boolean): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  const report = (problem: string | null, thing: string) => {
    if (problem) found[problem] = [...(found[problem] ?? []), thing]
  }
  const is = census(doc)
  forgive(account)
  for (const thing of account.made) {
    if (account.excused.has(thing) || (!anchors && isAnchor(thing))) continue
    report(verdict(account, thing, is.get(thing) ?? 0), thing)
  }
  for (const thing of is.keys()) {
    if (!account.made.has(thing) && !isAnchor(thing)) report('foreign', thing)
  }
  for (const { attrs } of doc.children) {
    if (!attrs.id || attrs.role === undefined || attrs.role === 'paragraph') continue
    if (!account.roles.get(attrs.id)?.has(attrs.role)) report('role', `${attrs.id} ${attrs.role}`)
  }
  return found
}

function verdict(account: Account, thing: string, count: number): string | null {
  if (count > 1) return account.excused.has(charOf(thing)) ? null : 'doubled'
  if (count === 0) return isGone(account, thing) ? null : 'lost'
  return account.removed.has(thing) && !isAnchor(thing) ? 'risen' : null
}

/**
 * Yjs forgets the formatting of a stretch together with its last character. What another types inside an annotation
 * while somebody deletes the words that it was put on may therefore end up without it.
 */
function forgive({ seen, removed, excused, cleared }: Account) {
  for (const thing of seen) {
    const [char = '', id] = thing.split(' in ')
    if (id && (removed.has(char) || excused.has(char))) cleared.add(id)
  }
}

/** Removed itself; an annotation on a character goes with the character, or is taken off. */
function isGone({ removed, cleared }: Account, thing: string): boolean {
  const [, id] = thing.split(' in ')
  return removed.has(thing) || (id !== undefined && cleared.has(id))
}

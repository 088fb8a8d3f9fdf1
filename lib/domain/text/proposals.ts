import type { Block, ProposalSpan, Role, Sentence } from './article-text.ts'
import { ROLES } from './article-text.ts'
import { type DeltaOp, isProposed, isSet, proposalOf, proposerOf } from './flat-text.ts'
import type { FlatBlock, FlatRun } from './read-flat.ts'
import { safeHref } from './safe-href.ts'

/** Where a proposal would change something: offsets into the text of a block, as it is without proposals. */
export interface ProposalPlace {
  readonly blockIndex: number
  readonly from: number
  readonly to: number
}

/** Everything that stands under one id: what one person proposes in one go, to be accepted or rejected as a whole. */
export interface Proposal {
  readonly id: string
  /** Who makes it, by the server's word. */
  readonly personId: string
  readonly places: readonly ProposalPlace[]
  /** Words that would come in; `\n` for each paragraph's end. */
  readonly inserted: string
  /** Words that would go. */
  readonly deleted: string
  /** What would look otherwise, as in `ProposalSpan`. */
  readonly changes: readonly string[]
}

/** The open proposals of an article, in the order of the text [SUG2]. */
export function proposalsOf(blocks: readonly Block[]): readonly Proposal[] {
  const found = new Map<string, Draft>()
  blocks.forEach((block, blockIndex) => {
    if (block.type !== 'text') return
    for (const span of block.proposals) {
      const draft = found.get(span.id) ?? { ...EMPTY, places: [], changes: [], id: span.id }
      found.set(span.id, note(draft, span, blockIndex))
    }
  })
  return [...found.values()].map((draft) => ({ ...draft, personId: proposerOf(draft.id) }))
}

type Draft = Omit<Proposal, 'personId'>
const EMPTY = { inserted: '', deleted: '' }

function note(draft: Draft, { kind, from, to, text }: ProposalSpan, blockIndex: number): Draft {
  const places = [...draft.places, { blockIndex, from, to }]
  if (kind === 'insertion') return { ...draft, places, inserted: draft.inserted + text }
  if (kind === 'deletion') return { ...draft, places, deleted: draft.deleted + text }
  return { ...draft, places, changes: [...new Set([...draft.changes, text])] }
}

/** True when the proposal would change something in the sentence, or at either end of it. */
export function touchesSentence(
  { places }: Pick<Proposal, 'places'>,
  sentence: Pick<Sentence, 'blockIndex' | 'from' | 'to'>,
): boolean {
  return places.some(
    ({ blockIndex, from, to }) =>
      blockIndex === sentence.blockIndex &&
      (from < to
        ? from < sentence.to && to > sentence.from
        : from >= sentence.from && from <= sentence.to),
  )
}

/** A text as its readers have it: what is proposed to come in is left out, and so is what else is proposed. */
export function withoutProposals(delta: readonly DeltaOp[]): readonly DeltaOp[] {
  return delta.flatMap((op) => {
    const { attributes } = op
    if (!attributes) return [op]
    if (isProposed(attributes)) return []
    const entries = Object.entries(attributes).filter(([key]) => !proposalOf(key))
    return [{ ...op, attributes: Object.fromEntries(entries) }]
  })
}

export type ProposalVerdict = 'accept' | 'reject'

/** What settling proposals changes in the flat text, and which blocks get which role. */
export interface Settlement {
  readonly delta: readonly DeltaOp[]
  readonly roles: readonly { readonly id: string; readonly role: Role }[]
}

/**
 * Accepts or rejects proposals [SUG3]. Accepted, what would come in is in, what would go is gone, what would look otherwise
 * does; rejected, all is as if nobody had proposed anything. Other proposals on the same characters stay, and so does what others
 * propose to put in among words that go: nobody has decided about it.
 */
export function settle(
  blocks: readonly FlatBlock[],
  isChosen: (id: string) => boolean,
  verdict: ProposalVerdict,
): Settlement {
  const delta: DeltaOp[] = []
  const roles: { id: string; role: Role }[] = []
  const held = verdict === 'accept' ? heldDeletions(blocks) : NONE
  for (const { opening, runs } of blocks) {
    for (const run of runs) {
      const op = settleRun(run, isChosen, verdict, held)
      push(delta, op)
      const role = op.delete ? undefined : run === runs[0] && roleOf(run, isChosen)
      if (role && opening && verdict === 'accept') roles.push({ id: opening.id, role })
    }
  }
  const end = delta.at(-1)
  if (end?.retain && !end.attributes) delta.pop()
  return { delta, roles }
}

const NONE: ReadonlySet<string> = new Set()

/** The keys of deletions of words that the article holds. One that is about proposed words alone is a verdict on these. */
function heldDeletions(blocks: readonly FlatBlock[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { runs } of blocks)
    for (const { attributes } of runs) {
      if (isProposed(attributes)) continue
      for (const key in attributes)
        if (isSet(attributes[key]) && proposalOf(key)?.kind === 'deletion') found.add(key)
    }
  return found
}

function settleRun(
  { insert, attributes }: FlatRun,
  isChosen: (id: string) => boolean,
  verdict: ProposalVerdict,
  held: ReadonlySet<string>,
): DeltaOp {
  const size = typeof insert === 'string' ? insert.length : 1
  const open = Object.entries(attributes).flatMap(([key, value]) => {
    const proposal = isSet(value) ? proposalOf(key) : null
    return proposal ? [{ ...proposal, key, value, isChosen: isChosen(proposal.id) }] : []
  })
  const chosen = open.filter((each) => each.isChosen)
  if (!chosen.length) return { retain: size }
  const inserts = open.filter(({ kind }) => kind === 'insertion')
  const isOthers = inserts.length > 0 && !inserts.some((each) => each.isChosen)
  const isGone =
    verdict === 'accept'
      ? chosen.some(({ kind, key }) => kind === 'deletion' && !(isOthers && held.has(key)))
      : inserts.length > 0 && inserts.every((each) => each.isChosen)
  if (isGone) return { delete: size }
  const change: Record<string, unknown> = {}
  for (const { key, kind, value } of chosen) {
    change[key] = null
    if (kind === 'change' && verdict === 'accept') Object.assign(change, formatOf(value))
  }
  return { retain: size, attributes: change }
}

/** What a proposed change of looks makes of the formatting of characters. */
function formatOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'string') return {}
  if (value === 'bold' || value === 'italic') return { [value]: true }
  if (value === '-bold' || value === '-italic' || value === '-link')
    return { [value.slice(1)]: null }
  const href = value.startsWith('link ') ? safeHref(value.slice(5)) : null
  return href ? { link: href } : {}
}

function roleOf({ attributes }: FlatRun, isChosen: (id: string) => boolean): Role | undefined {
  for (const [key, value] of Object.entries(attributes)) {
    const proposal = proposalOf(key)
    if (proposal?.kind === 'change' && isChosen(proposal.id)) {
      const role = proposedRole(value)
      if (role) return role
    }
  }
  return undefined
}

/** The role that a proposed change gives a block; undefined when it is about something else. */
export function proposedRole(value: unknown): Role | undefined {
  return typeof value === 'string' ? ROLES.find((role) => value === `role ${role}`) : undefined
}

function push(delta: DeltaOp[], op: DeltaOp) {
  const last = delta.at(-1)
  const at = delta.length - 1
  if (last?.delete && op.delete) delta[at] = { delete: last.delete + op.delete }
  else if (last?.retain && op.retain && !last.attributes && !op.attributes)
    delta[at] = { retain: last.retain + op.retain }
  else delta.push(op)
}

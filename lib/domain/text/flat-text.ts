/**
 * The flat text: one sequence of characters and embeds that holds the whole article (design: "The flat text").
 *
 * An embed `{block: id}` opens a block, its characters follow; an embed `{figure: id}` is a figure.
 * Role and alt text stand in the map `blocks` under that id. Everything here is plain data, in the
 * shape that Yjs gives for a delta, so that the domain needs no Yjs.
 */

export type Attributes = Readonly<Record<string, unknown>>

/** One operation of a text delta, as `Y.Text#toDelta` and a `Y.YTextEvent` give them. */
export interface DeltaOp {
  readonly insert?: unknown
  readonly retain?: number
  readonly delete?: number
  readonly attributes?: Attributes
}

/** The one text format that every writer and reader of the document agrees on. Raise it with each new format. */
export const SCHEMA_VERSION = 1

/** Names of the roots of the shared document; an update that touches another root is refused. */
export const ROOTS = ['text', 'blocks', 'annotations', 'meta', 'proposals'] as const

/** What is anchored in the text under formatting keys of its own, and how these keys begin. */
const ANCHORED = { annotation: 'annotation:', thread: 'thread:' } as const

export type AnchorKind = keyof typeof ANCHORED
export const ANCHOR_KINDS = Object.keys(ANCHORED) as readonly AnchorKind[]

/** The formatting key of one annotation or thread: each has its own, so that two may touch or overlap. */
export function anchorKey(kind: AnchorKind, id: string): string {
  return ANCHORED[kind] + id
}

export function annotationKey(id: string): string {
  return anchorKey('annotation', id)
}

/** What a formatting key anchors; null when it anchors nothing. */
export function anchorOf(key: string): { readonly kind: AnchorKind; readonly id: string } | null {
  const kind = ANCHOR_KINDS.find((each) => key.startsWith(ANCHORED[each]))
  return kind ? { kind, id: key.slice(ANCHORED[kind].length) } : null
}

/**
 * What somebody proposes, under keys of its own: characters and openings to come in, to go, or to look otherwise. Those to
 * come in have no such key in the shared text: whoever reads it gives it to them (`acceptance.ts`). The id of a proposal
 * names who makes it, which the server holds people to [SUG4], and the client id that it is made with.
 */
const PROPOSED = { insertion: 'insert:', deletion: 'delete:', change: 'change:' } as const

export type ProposalKind = keyof typeof PROPOSED
export const PROPOSAL_KINDS = Object.keys(PROPOSED) as readonly ProposalKind[]

export function proposalKey(kind: ProposalKind, id: string): string {
  return PROPOSED[kind] + id
}

/** What a formatting key proposes; null when it proposes nothing. */
export function proposalOf(
  key: string,
): { readonly kind: ProposalKind; readonly id: string } | null {
  const kind = PROPOSAL_KINDS.find((each) => key.startsWith(PROPOSED[each]))
  return kind ? { kind, id: key.slice(PROPOSED[kind].length) } : null
}

export function proposalId(personId: string, client: number): string {
  return `${personId}.${client}`
}

/** The person who makes a proposal; empty for an id that names nobody. */
export function proposerOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('.')))
}

/** True for what the article does not hold yet: somebody proposes to insert it [SUG1]. */
export function isProposed(attributes: Attributes): boolean {
  for (const key in attributes)
    if (key.startsWith(PROPOSED.insertion) && isSet(attributes[key])) return true
  return false
}

/** Yjs may say null for a format that is not there. */
export const isSet = (value: unknown) => value !== null && value !== undefined && value !== false

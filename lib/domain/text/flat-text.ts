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
export const ROOTS = ['text', 'blocks', 'annotations', 'meta'] as const

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

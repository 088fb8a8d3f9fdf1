import * as Y from 'yjs'
import { anchorOf } from '#lib/domain/text/flat-text.ts'
import { deltaOf } from '#lib/editor/read-delta.ts'

/** An unbroken run of things under one anchor: characters, openings and figures. */
export interface Run {
  readonly id: string
  readonly things: readonly string[]
}

/** The runs of a flat text. Openings count: an anchor may stand on one alone, and goes with it. */
export function runsIn(ydoc: Y.Doc): readonly Run[] {
  const found: Run[] = []
  const open = new Map<string, string[]>()
  const close = (id: string, things: readonly string[]) => {
    found.push({ id, things })
    open.delete(id)
  }
  for (const { insert, attributes = {} } of deltaOf(ydoc.getText('text'))) {
    const ids = new Set(Object.keys(attributes).flatMap((key) => anchorOf(key)?.id ?? []))
    for (const [id, things] of open) if (!ids.has(id)) close(id, things)
    for (const id of ids) open.set(id, [...(open.get(id) ?? []), ...thingsIn(insert)])
  }
  for (const [id, things] of open) close(id, things)
  return found
}

function thingsIn(insert: unknown): readonly string[] {
  if (typeof insert === 'string') return [...insert]
  return Object.entries(insert ?? {}).map(([kind, id]) => `${kind} ${id}`)
}

/**
 * Anchors of which a part has come and another waits for something that has not: a beginning without its end runs on as far
 * as the text goes, and what is typed there is under it in this editor alone.
 */
export function waitingAnchors(ydoc: Y.Doc): ReadonlySet<string> {
  const { pendingStructs } = ydoc.store
  if (!pendingStructs) return new Set()
  const { structs } = Y.decodeUpdateV2(pendingStructs.update)
  const keys = structs.flatMap((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentFormat
      ? [struct.content.key]
      : [],
  )
  return new Set(keys.flatMap((key) => anchorOf(key)?.id ?? []))
}

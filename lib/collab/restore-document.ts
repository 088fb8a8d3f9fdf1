import * as Y from 'yjs'
import { sameValue } from '#lib/domain/history/restore-text.ts'
import { type RestoreWish, restoring } from '#lib/domain/history/restoring.ts'
import type { Records, SharedState } from '#lib/domain/history/shared-state.ts'
import { deltaOf } from '#lib/editor/read-delta.ts'

/** Everything that a document says, as plain data. */
export function sharedStateOf(doc: Y.Doc): SharedState {
  return {
    text: deltaOf(doc.getText('text')),
    blocks: doc.getMap('blocks').toJSON(),
    annotations: doc.getMap('annotations').toJSON(),
    meta: doc.getMap('meta').toJSON(),
  }
}

/**
 * Writes what it takes for an article, or one block of it, to be as it was: new changes on top of all others, in one
 * transaction. Nothing is written where that block was not there then.
 */
export function restoreDocument(doc: Y.Doc, then: SharedState, wish: RestoreWish): void {
  const wanted = restoring(sharedStateOf(doc), then, wish)
  if (!wanted.ok) return
  const { text, blocks, annotations, meta } = wanted.value
  doc.transact(() => {
    // Copies: Yjs writes into the attributes of what it inserts. What it tidies is a line break at the end, which belongs to
    // other editors' texts.
    const own = text.map((op) => (op.attributes ? { ...op, attributes: { ...op.attributes } } : op))
    doc.getText('text').applyDelta(own, { sanitize: false })
    restoreMaps(doc.getMap('blocks'), blocks)
    restoreMaps(doc.getMap('annotations'), annotations)
    restoreKeys(doc.getMap('meta'), meta)
  })
}

/** Entries that are maps again. One that is there is changed key by key: what others set in it meanwhile merges. */
function restoreMaps(map: Y.Map<unknown>, entries: Records) {
  for (const [id, entry] of Object.entries(entries)) {
    const known = map.get(id)
    if (entry === null || typeof entry !== 'object') map.delete(id)
    else if (known instanceof Y.Map) {
      const gone = [...known.keys()].filter((key) => !(key in entry))
      restoreKeys(known, { ...entry, ...Object.fromEntries(gone.map((key) => [key, null])) })
    } else map.set(id, new Y.Map(Object.entries(entry)))
  }
}

function restoreKeys(map: Y.Map<unknown>, keys: Records) {
  for (const [key, value] of Object.entries(keys)) {
    if (value === null) map.delete(key)
    else if (!sameValue(map.get(key), value)) map.set(key, value)
  }
}

import * as Y from 'yjs'
import { sameValue } from '#lib/domain/history/restore-text.ts'
import { type RestoreWish, restoring } from '#lib/domain/history/restoring.ts'
import type { Records, SharedState } from '#lib/domain/history/shared-state.ts'
import { annotationKey, type DeltaOp } from '#lib/domain/text/flat-text.ts'
import { deltaOf } from '#lib/editor/read-delta.ts'
import { emptyRecord, isBlank } from '#lib/editor/read-records.ts'

/** Everything that a document says, as plain data. */
export function sharedStateOf(doc: Y.Doc): SharedState {
  const text = deltaOf(doc.getText('text'))
  return {
    text,
    blocks: doc.getMap('blocks').toJSON(),
    annotations: recordsIn(doc.getMap('annotations'), anchorsIn(text)),
    meta: doc.getMap('meta').toJSON(),
  }
}

/**
 * Writes what it takes for an article, or one block of it, to be as it was: new changes on top of all others, in one
 * transaction. Nothing is written where that block was not there then.
 */
export function restoreDocument(doc: Y.Doc, then: SharedState, wish: RestoreWish): void {
  const now = { ...sharedStateOf(doc), annotations: doc.getMap('annotations').toJSON() }
  const wanted = restoring(now, then, wish)
  if (!wanted.ok) return
  const { text, blocks, annotations, meta } = wanted.value
  doc.transact(() => {
    // Copies: Yjs writes into the attributes of what it inserts. What it tidies is a line break at the end, which belongs to
    // other editors' texts.
    const own = text.map((op) => (op.attributes ? { ...op, attributes: { ...op.attributes } } : op))
    doc.getText('text').applyDelta(own, { sanitize: false })
    restoreMaps(doc.getMap('blocks'), blocks, (map, id) => map.delete(id))
    const anchors = anchorsIn(deltaOf(doc.getText('text')))
    // Anchors alone are no annotation, with a record without anything they are one.
    restoreMaps(doc.getMap('annotations'), annotations, (map, id) =>
      anchors.has(annotationKey(id)) ? map.delete(id) : emptyRecord(map, id),
    )
    restoreKeys(doc.getMap('meta'), meta)
  })
}

const anchorsIn = (text: readonly DeltaOp[]) =>
  new Set(text.flatMap(({ attributes }) => Object.keys(attributes ?? {})))

/** Without those that say nothing and stand nowhere [ANN11]. */
function recordsIn(annotations: Y.Map<unknown>, anchors: ReadonlySet<string>): Records {
  const isNone = (id: string) => isBlank(annotations.get(id)) && !anchors.has(annotationKey(id))
  const records = Object.entries(annotations.toJSON())
  return Object.fromEntries(records.filter(([id]) => !isNone(id)))
}

/** Entries that are maps again. One that is there is changed key by key: what others set in it meanwhile merges. */
function restoreMaps(
  map: Y.Map<unknown>,
  entries: Records,
  takeOff: (map: Y.Map<unknown>, id: string) => void,
) {
  for (const [id, entry] of Object.entries(entries)) {
    const known = map.get(id)
    if (entry === null || typeof entry !== 'object') takeOff(map, id)
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

import * as Y from 'yjs'
import { isWordsKey } from '#lib/domain/sourcing/read-annotation.ts'

/** True for a record in which nothing stands, but perhaps the words that it was for. */
export const isBlank = (record: unknown) =>
  record instanceof Y.Map && [...record.keys()].every(isWordsKey)

/** True for one in which somebody has written, and be it gone. */
const isWritten = (record: unknown): record is Y.Map<unknown> =>
  record instanceof Y.Map && record._map.size > 0

/**
 * Takes off a record what is known of it here. The record stays in the map: Yjs deletes a map with everything in it, also
 * with what another writes there meanwhile without a connection [ANN11]. By its words a place is proposed for that.
 */
export function emptyRecord(records: Y.Map<unknown>, id: string): void {
  const record = records.get(id)
  if (isWritten(record)) {
    for (const key of [...record.keys()]) if (!isWordsKey(key)) record.delete(key)
  } else records.delete(id)
}

/** What an undo may delete: of a record that was made no more than is taken off by hand. */
export const keepRecords =
  (records: Y.Map<unknown>) =>
  ({ parent, parentSub, origin, content, id }: Y.Item): boolean => {
    if (parent === records) return !(content instanceof Y.ContentType && isWritten(content.type))
    if (!(parent instanceof Y.Map) || parent._item?.parent !== records) return true
    // Words that came with the record; others were confirmed later.
    const isFirst = origin === null && parent._item.id.client === id.client
    return !(isFirst && isWordsKey(parentSub ?? ''))
  }

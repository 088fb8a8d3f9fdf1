import * as Y from 'yjs'

/**
 * True for the record of an annotation in which somebody else has written since it was made. Yjs deletes a map with
 * everything in it; where this one stays, its words are gone and it is an orphan [ANN9].
 */
export function isHeldByOthers(records: Y.Map<unknown>, { parent, content, id }: Y.Item): boolean {
  if (parent !== records || !(content instanceof Y.ContentType)) return false
  return [...content.type._map.values()].some((key) => !key.deleted && key.id.client !== id.client)
}

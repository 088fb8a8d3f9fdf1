import type * as Y from 'yjs'

/** The characters of the flat text, one for each of its places: an embed is a line feed. */
export function wordsOf(text: Y.Text): string {
  const ops = text.toDelta() as { insert: string | object }[]
  return ops.map(({ insert }) => (typeof insert === 'string' ? insert : '\n')).join('')
}

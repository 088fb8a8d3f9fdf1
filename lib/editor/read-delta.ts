import * as Y from 'yjs'
import type { DeltaOp } from '#lib/domain/text/flat-text.ts'

type Values = Map<string, unknown>

/**
 * What a change did to a text, as a delta. Yjs has one ready as `event.delta`, but deletes formatting that it finds
 * redundant while it computes it: then the document is no longer the fold of its updates [TXT7].
 */
export function deltaOfEvent(event: Y.YTextEvent): readonly DeltaOp[] {
  const walk = new Walk()
  for (let item = event.target._start; item; item = item.right) {
    const added = event.adds(item)
    const was = !added && (!item.deleted || event.deletes(item))
    const is = !item.deleted
    if (!was && !is) continue
    const { content } = item
    if (content instanceof Y.ContentFormat) walk.format(content.key, content.value, was, is)
    else if (content instanceof Y.ContentString) walk.see(content.str, content.str.length, was, is)
    else if (content instanceof Y.ContentEmbed) walk.see(content.embed as object, 1, was, is)
    else if (content instanceof Y.ContentType) walk.see(content.type, 1, was, is)
    // A string that is gone keeps its length, not its characters.
    else if (content instanceof Y.ContentDeleted) walk.see('', content.len, was, is)
  }
  return walk.ops
}

/** Goes along the text as it was and as it is at once. */
class Walk {
  readonly ops: DeltaOp[] = []
  readonly #was: Values = new Map()
  readonly #is: Values = new Map()
  /** Keys whose value here differs, with the value now. */
  readonly #changed: Values = new Map()

  format(key: string, value: unknown, was: boolean, is: boolean) {
    if (was) setKey(this.#was, key, value)
    if (is) setKey(this.#is, key, value)
    const now = this.#is.get(key) ?? null
    if (isEqual(now, this.#was.get(key) ?? null)) this.#changed.delete(key)
    else this.#changed.set(key, now)
  }

  see(insert: string | object, length: number, was: boolean, is: boolean) {
    if (was && is) this.#retain(length)
    else if (was) this.ops.push({ delete: length })
    else this.ops.push({ insert, ...attributesOf(this.#is) })
  }

  /** A text has thousands of items and a change touches one: what stays is one stretch. */
  #retain(length: number) {
    const last = this.ops.at(-1)
    if (last?.retain && !last.attributes && !this.#changed.size) {
      this.ops[this.ops.length - 1] = { retain: last.retain + length }
    } else this.ops.push({ retain: length, ...attributesOf(this.#changed) })
  }
}

function setKey(values: Values, key: string, value: unknown) {
  if (value === null) values.delete(key)
  else values.set(key, value)
}

function attributesOf(values: Values): Pick<DeltaOp, 'attributes'> {
  return values.size ? { attributes: Object.fromEntries(values) } : {}
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}

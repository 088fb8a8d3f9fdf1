/** Who somebody is and where they stand, as their program says. */
interface Standing {
  readonly user: { readonly name: string; readonly colour: number }
  readonly caret: { readonly anchor: Fields; readonly head: Fields }
}

type Fields = Readonly<Record<string, unknown>>

const LONGEST_NAME = 200
const COLOURS = 8

/**
 * What another program says about its person's caret; null where it does not make sense: any of it may be wrong or made up. By hand:
 * a library of schemas weighs more than the rest of the page's own code around the text.
 */
export function readStanding(state: unknown): Standing | null {
  if (!isFields(state) || !isFields(state.user) || !isFields(state.caret)) return null
  const { id, name, colour } = state.user
  if (typeof id !== 'string' || typeof name !== 'string' || name.length > LONGEST_NAME) return null
  if (!isCount(colour) || colour < 1 || colour > COLOURS) return null
  const { anchor, head } = state.caret
  return isPlace(anchor) && isPlace(head)
    ? { user: { name, colour }, caret: { anchor, head } }
    : null
}

/** A relative position of Yjs, as JSON. */
function isPlace(value: unknown): value is Fields {
  if (!isFields(value)) return false
  const { type, tname, item, assoc } = value
  return (
    (isNone(type) || isId(type)) &&
    (isNone(item) || isId(item)) &&
    (isNone(tname) || typeof tname === 'string') &&
    (isNone(assoc) || typeof assoc === 'number')
  )
}

/** Of an item: the client that made it, and its number there. */
const isId = (value: unknown) => isFields(value) && isCount(value.client) && isCount(value.clock)
const isNone = (value: unknown) => value === undefined || value === null
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

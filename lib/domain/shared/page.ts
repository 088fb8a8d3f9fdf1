/** Where a page of a list ends: what the last entry is ordered by, so that the next page begins behind it whatever comes or goes. */
export type Place = readonly (string | number)[]

/** What a caller asks of a list that is given in pages. */
export interface PageWish {
  readonly limit: number
  /** Null: from the beginning. */
  readonly after: Place | null
}

export interface Page<T> {
  readonly items: readonly T[]
  /** The place of the last of them, when there are more. */
  readonly next: Place | null
}

export const MOST_PER_PAGE = 200

/** A place in the list of this name, for the caller, who need not know what it says. */
export function cursorOf(list: string, place: Place): string {
  const bytes = new TextEncoder().encode(JSON.stringify([list, ...place]))
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (sign) => SAFE[sign] ?? '')
}

const SAFE: Readonly<Record<string, string>> = { '+': '-', '/': '_', '=': '' }

/** The place in a cursor of this list; null: it is none. */
export function placeOf(list: string, cursor: string): Place | null {
  try {
    const binary = atob(cursor.replace(/[-_]/g, (sign) => (sign === '-' ? '+' : '/')))
    const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0))
    const parts: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (!Array.isArray(parts) || parts[0] !== list) return null
    const place = parts.slice(1)
    return place.length > 0 && place.length < 5 && place.every(isPart) ? place : null
  } catch {
    // Whatever is wrong with it: it is no cursor.
    return null
  }
}

function isPart(part: unknown): part is string | number {
  return (
    typeof part === 'number' ||
    (typeof part === 'string' && part.length <= 100 && !part.includes('\0'))
  )
}

/** The page of a list that is at hand in full, in ascending order of its key [API4]. */
export function pageOf<T>(
  list: readonly T[],
  { limit, after }: PageWish,
  keyOf: (item: T) => Place,
): Page<T> {
  const sorted = list.toSorted((a, b) => compare(keyOf(a), keyOf(b)))
  const rest = after ? sorted.filter((item) => compare(keyOf(item), after) > 0) : sorted
  return cut(rest, limit, keyOf)
}

/** A page of what was read on from its beginning, with at least one more if there is one. */
export function cut<T>(rest: readonly T[], limit: number, keyOf: (item: T) => Place): Page<T> {
  const items = rest.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last !== undefined && rest.length > limit ? keyOf(last) : null }
}

function compare(a: Place, b: Place): number {
  for (const [index, part] of a.entries()) {
    const other = b[index]
    if (other === undefined) return 1
    if (part === other) continue
    if (typeof part === 'number' && typeof other === 'number') return part - other
    return String(part) < String(other) ? -1 : 1
  }
  return a.length - b.length
}

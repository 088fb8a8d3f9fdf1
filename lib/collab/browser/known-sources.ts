import { KNOWN } from './on-device.ts'

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** What was made without a connection is cited in a few articles; those that one comes back to are put right. */
const MOST = 200

/** Remembers that the registry had a source already, under another id. A full disk: then the open article alone is put right. */
export function noteKnown(storage: Kept, personId: string, from: string, to: string): void {
  const prefix = `${KNOWN}:${personId}:`
  const at = Date.now()
  try {
    storage.setItem(prefix + from, JSON.stringify({ at, to }))
  } catch {
    return
  }
  const old = entriesIn(storage, prefix).toSorted((a, b) => b.at - a.at)
  for (const { from: id } of old.slice(MOST)) storage.removeItem(prefix + id)
}

/** The ids that this device cited for sources that the registry has under others. */
export function knownSources(storage: Kept, personId: string): ReadonlyMap<string, string> {
  return new Map(
    entriesIn(storage, `${KNOWN}:${personId}:`).map(({ from, to }) => [from, to] as const),
  )
}

interface Entry {
  readonly from: string
  readonly to: string
  readonly at: number
}

function entriesIn(storage: Kept, prefix: string): readonly Entry[] {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
  return keys
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const entry = read(storage.getItem(key))
      return entry ? [{ ...entry, from: key.slice(prefix.length) }] : []
    })
}

function read(text: string | null): Omit<Entry, 'from'> | null {
  try {
    return JSON.parse(text ?? 'null') as Omit<Entry, 'from'> | null
  } catch {
    return null
  }
}

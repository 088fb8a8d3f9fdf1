import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'

/** The copy of an article on this device: one a person, article and epoch, so that no two are ever mixed. */
export interface CopyName {
  readonly personId: string
  readonly articleId: string
  readonly epoch: number
}

const PREFIX = 'galley'
const UNSENT = `${PREFIX}:unsent`
/** Entries that hold sources on their way to the registry: `galley:pending-source:{person}:{id}`. */
export const PENDING = `${PREFIX}:pending-source`

const nameOf = ({ personId, articleId, epoch }: CopyName) =>
  `${PREFIX}:${personId}:${articleId}:${epoch}`

export interface OfflineCopy {
  /** Origin of the updates that the copy brings in. */
  readonly origin: unknown
  close(): Promise<void>
}

/** Loads the copy into the document and keeps it up. Null where the browser has no storage: work goes on without. */
export async function openOfflineCopy(doc: Y.Doc, name: CopyName): Promise<OfflineCopy | null> {
  if (!('indexedDB' in globalThis)) return null
  try {
    const copy = new IndexeddbPersistence(nameOf(name), doc)
    await copy.whenSynced
    return { origin: copy, close: () => copy.destroy() }
  } catch {
    // Private windows and full disks refuse: the server still has everything that was acknowledged.
    return null
  }
}

/** Remembers how many changes of an article the server has not confirmed, so that signing out can warn. */
export function noteUnsent({ personId, articleId }: CopyName, changes: number): void {
  const key = `${UNSENT}:${personId}:${articleId}`
  if (changes) localStorage.setItem(key, String(changes))
  else localStorage.removeItem(key)
}

/** What of a person is on this device alone: changes of articles, and sources on their way to the registry. */
export function unsentChanges(personId: string): number {
  const keys = Object.keys(localStorage)
  const changes = keys
    .filter((key) => key.startsWith(`${UNSENT}:${personId}:`))
    .reduce((sum, key) => sum + (Number(localStorage.getItem(key)) || 0), 0)
  return changes + keys.filter((key) => key.startsWith(`${PENDING}:${personId}:`)).length
}

/** Removes every copy of a person from this device. */
export async function clearCopies(personId: string): Promise<void> {
  for (const key of Object.keys(localStorage)) {
    if ([UNSENT, PENDING].some((what) => key.startsWith(`${what}:${personId}:`)))
      localStorage.removeItem(key)
  }
  const databases = 'indexedDB' in globalThis ? await indexedDB.databases() : []
  const own = databases.flatMap(({ name }) =>
    name?.startsWith(`${PREFIX}:${personId}:`) ? [name] : [],
  )
  await Promise.all(own.map(deleteDatabase))
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => resolve()
    // Another tab holds it; it goes when that tab closes.
    request.onblocked = () => resolve()
  })
}

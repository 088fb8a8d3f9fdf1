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
/** Entries that hold under which id the registry had such a source already: `galley:known-source:{person}:{id}`. */
export const KNOWN = `${PREFIX}:known-source`

/** The database of a copy. */
export function databaseOf({ personId, articleId, epoch }: CopyName): string {
  return `${PREFIX}:${personId}:${articleId}:${epoch}`
}

const noteOf = ({ personId, articleId }: CopyName) => `${UNSENT}:${personId}:${articleId}`

/** Remembers how many changes of an article the server has not confirmed, so that signing out can warn. */
export function noteUnsent(name: CopyName, changes: number): void {
  try {
    if (changes) localStorage.setItem(noteOf(name), String(changes))
    else localStorage.removeItem(noteOf(name))
  } catch {
    // A full disk: then signing out does not warn. The tab itself says what it cannot keep.
  }
}

/** What was remembered of an article last, by whichever tab. */
export function notedUnsent(name: CopyName): number {
  return Number(localStorage.getItem(noteOf(name))) || 0
}

/** What of a person is on this device alone: changes of articles, and sources on their way to the registry. */
export function unsentChanges(personId: string): number {
  const keys = Object.keys(localStorage)
  const changes = keys
    .filter((key) => key.startsWith(`${UNSENT}:${personId}:`))
    .reduce((sum, key) => sum + (Number(localStorage.getItem(key)) || 0), 0)
  return changes + keys.filter((key) => key.startsWith(`${PENDING}:${personId}:`)).length
}

/** Removes every copy of a person from this device. Tabs that have one open let go of it. */
export async function clearCopies(personId: string): Promise<void> {
  for (const key of Object.keys(localStorage)) {
    if ([UNSENT, PENDING, KNOWN].some((what) => key.startsWith(`${what}:${personId}:`)))
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
    // Another tab holds it all the same; it goes when that tab closes.
    request.onblocked = () => resolve()
  })
}

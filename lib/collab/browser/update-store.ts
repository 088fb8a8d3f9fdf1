const UPDATES = 'updates'
/** Nothing is in it: copies on devices have it, and one layout is less than two. */
const CUSTOM = 'custom'

export interface StoredUpdate {
  readonly key: IDBValidKey
  readonly update: Uint8Array
}

/** How a database went away: somebody deletes it on purpose, or the browser took it. */
export type Gone = 'deleted' | 'taken'

/** The updates of one copy, in the order in which they came. What it promises is committed, and what it cannot is thrown. */
export class UpdateStore {
  readonly #database: IDBDatabase
  /** Told when it can no longer be used, and has nothing any more. */
  onGone: (how: Gone) => void = () => undefined

  private constructor(database: IDBDatabase) {
    this.#database = database
    database.onversionchange = () => {
      database.close()
      this.onGone('deleted')
    }
    database.onclose = () => this.onGone('taken')
  }

  static async open(name: string): Promise<UpdateStore> {
    return new UpdateStore(await openDatabase(name))
  }

  async read(): Promise<readonly StoredUpdate[]> {
    const transaction = this.#database.transaction(UPDATES, 'readonly')
    const store = transaction.objectStore(UPDATES)
    const [keys, updates] = [store.getAllKeys(), store.getAll()]
    await committed(transaction)
    return keys.result.map((key, at) => ({ key, update: updates.result[at] as Uint8Array }))
  }

  /** Adds an update and takes others away, both or neither; gives its key once it is committed. */
  async put(
    update: Uint8Array,
    gone: readonly IDBValidKey[],
    durability: IDBTransactionDurability,
  ): Promise<IDBValidKey> {
    const transaction = this.#database.transaction(UPDATES, 'readwrite', { durability })
    const store = transaction.objectStore(UPDATES)
    const added = store.add(update)
    for (const key of gone) store.delete(key)
    await committed(transaction)
    return added.result
  }

  close(): void {
    this.#database.close()
  }
}

/** A request that succeeded may still be undone with its transaction: only the transaction tells. */
function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () =>
      reject(new Error('The device took nothing', { cause: transaction.error }))
  })
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    let isRefused = false
    const refuse = () => {
      isRefused = true
      reject(new Error('The copy of the article cannot be opened', { cause: request.error }))
    }
    request.onupgradeneeded = () => {
      request.result.createObjectStore(UPDATES, { autoIncrement: true })
      request.result.createObjectStore(CUSTOM)
    }
    request.onsuccess = () => {
      // Too late: nobody waits for it any more, and open it would be in others' way.
      if (isRefused) request.result.close()
      else resolve(request.result)
    }
    request.onerror = refuse
    request.onblocked = refuse
  })
}

import { IDBFactory } from 'fake-indexeddb'

/** The databases of a browser on a disk that can be full, slow, locked or gone, and of which only what is committed outlives a crash. */
export class Device {
  readonly factory = new IDBFactory()
  /** Whatever is written is taken back when it should be committed. */
  isFull = false
  /** Nothing can be opened, as in some private windows. */
  isLocked = false
  /** Nothing is committed; requests succeed all the same. */
  isSlow = false
  readonly #open = this.factory.open.bind(this.factory)
  readonly #databases = new Set<IDBDatabase>()
  readonly #writing = new Set<IDBTransaction>()
  readonly #opening = new Set<Promise<void>>()
  #life = 0

  constructor() {
    this.factory.open = (name: string, version?: number) => {
      if (this.isLocked) throw new DOMException('The disk is locked', 'InvalidStateError')
      const request = this.#open(name, version)
      const life = this.#life
      const opened = Promise.withResolvers<void>()
      this.#opening.add(opened.promise)
      request.addEventListener('success', () => {
        this.#watch(request.result, life)
        this.#opening.delete(opened.promise)
        opened.resolve()
      })
      return request
    }
  }

  /** The browser is killed: what was not committed is gone, and what was open writes nothing more. */
  crash() {
    this.#life += 1
    for (const transaction of this.#writing) abort(transaction)
    this.#writing.clear()
    this.#databases.clear()
  }

  /** The browser throws away what it has, for want of room. */
  async take(name: string): Promise<void> {
    // To one that is just being opened it would look as if somebody deleted it on purpose.
    for (let [opening] = this.#opening; opening; [opening] = this.#opening) await opening
    for (const transaction of this.#writing) abort(transaction)
    const open = [...this.#databases]
    this.#databases.clear()
    for (const database of open) database.close()
    const deleted = answerTo(this.factory.deleteDatabase(name))
    for (const database of open) database.onclose?.(new Event('close'))
    await deleted
  }

  /** The rows that are committed, read past everything that is wrong with the device. */
  async rowsOf(name: string): Promise<readonly Uint8Array[]> {
    const database = await this.create(name, [])
    const rows = await answerTo(database.transaction('updates').objectStore('updates').getAll())
    database.close()
    return rows
  }

  /** A database as copies have it, with these rows more. */
  async create(name: string, rows: readonly Uint8Array[]): Promise<IDBDatabase> {
    const request = this.#open(name)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('updates', { autoIncrement: true })
      request.result.createObjectStore('custom')
    }
    const database = await answerTo(request)
    const store = database.transaction('updates', 'readwrite').objectStore('updates')
    for (const row of rows) await answerTo(store.add(row))
    return database
  }

  #watch(database: IDBDatabase, life: number) {
    this.#databases.add(database)
    const begin = database.transaction.bind(database)
    database.transaction = (...args) => {
      if (life !== this.#life) throw new DOMException('The browser is gone', 'InvalidStateError')
      const transaction = begin(...args)
      if (transaction.mode === 'readwrite') this.#meddle(transaction)
      return transaction
    }
  }

  #meddle(transaction: IDBTransaction) {
    this.#writing.add(transaction)
    for (const end of ['complete', 'abort'])
      transaction.addEventListener(end, () => this.#writing.delete(transaction))
    const open = transaction.objectStore.bind(transaction)
    transaction.objectStore = (name) => {
      const store = open(name)
      const add = store.add.bind(store)
      store.add = (value) => {
        const request = add(value)
        request.addEventListener('success', () => this.#commit(transaction, store))
        return request
      }
      return store
    }
  }

  #commit(transaction: IDBTransaction, store: IDBObjectStore) {
    if (this.isFull) abort(transaction)
    // One request after the other keeps a transaction open.
    else if (this.isSlow) store.count().onsuccess = () => this.#commit(transaction, store)
  }
}

function abort(transaction: IDBTransaction) {
  try {
    transaction.abort()
  } catch (error) {
    // It is committed already.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
  }
}

function answerTo<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error('The device refused', { cause: request.error }))
  })
}

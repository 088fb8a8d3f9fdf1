import * as Y from 'yjs'
import { type CopyName, databaseOf } from './on-device.ts'
import { type Gone, type StoredUpdate, UpdateStore } from './update-store.ts'

export interface CopyOptions {
  /** How many changes this tab has made so far. The document has all of them. */
  readonly changes: () => number
  /** Called when `kept` or `isFailing` may be another. */
  readonly told: () => void
  readonly limits?: CopyLimits
}

interface CopyLimits {
  /** With so many rows the next write makes one of them. */
  readonly rows: number
  /** Nobody waits longer for the device before it is said that it fails. */
  readonly patienceMs: number
  readonly retryMs: number
}

const LIMITS: CopyLimits = { rows: 500, patienceMs: 3_000, retryMs: 2_000 }

/**
 * Keeps an article on this device, and says how far it has come. Everything that the document hears is written in the
 * order in which it comes; what comes while a write is on its way goes into the next one. The updates that it brings in
 * have the copy as their origin.
 */
export class OfflineCopy {
  readonly #doc: Y.Doc
  readonly #name: CopyName
  readonly #options: CopyOptions
  readonly #limits: CopyLimits
  #store: UpdateStore | null = null
  #waiting: Uint8Array[] = []
  /** Rows whose content the document has: only these may ever be taken away. */
  #rows: IDBValidKey[] = []
  /** The device lacks what no longer waits: the whole state is written next. */
  #owesAll: boolean
  #working: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #isClosed = false
  #isDeleted = false
  #settled: () => void = () => undefined
  #kept = 0
  #isFailing = false
  #hasFound = false

  /** Resolves when the copy is in the document, or when it is known that the device does not give it (yet). */
  static async open(doc: Y.Doc, name: CopyName, options: CopyOptions): Promise<OfflineCopy> {
    const copy = new OfflineCopy(doc, name, options)
    await new Promise<void>((resolve) => {
      copy.#settled = resolve
      copy.#start()
    })
    return copy
  }

  private constructor(doc: Y.Doc, name: CopyName, options: CopyOptions) {
    this.#doc = doc
    this.#name = name
    this.#options = options
    this.#limits = options.limits ?? LIMITS
    this.#owesAll = doc.store.clients.size > 0
  }

  /** The first so many changes of this tab are committed to the device. */
  get kept(): number {
    return this.#kept
  }

  /** True while the device takes nothing, or does not answer: what is not kept is in this tab alone. */
  get isFailing(): boolean {
    return this.#isFailing
  }

  /** True when there was something on the device. */
  get hasFound(): boolean {
    return this.#hasFound
  }

  /** Writes what still waits, and lets go of the device. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#doc.off('update', this.#onUpdate)
    if (this.#timer) clearTimeout(this.#timer)
    await this.#working
    this.#letGo()
  }

  #start() {
    this.#doc.on('update', this.#onUpdate)
    this.#wake()
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === this) return
    if (!this.#owesAll) this.#waiting.push(update)
    this.#wake()
  }

  #wake() {
    if (this.#working || this.#timer || this.#isClosed || this.#isDeleted) return
    this.#working = this.#work().finally(() => {
      this.#working = null
    })
  }

  async #work(): Promise<void> {
    try {
      while (!this.#store || this.#owesAll || this.#waiting.length) {
        this.#store ??= await this.#patiently(this.#open())
        if (this.#owesAll || this.#waiting.length) await this.#write(this.#store)
      }
      // Nothing is owed: the device has all that the document has.
      this.#kept = this.#options.changes()
      this.#tell(false)
    } catch {
      // What the device does not take is no error of ours: it is said, and tried again.
      this.#letGo()
      this.#tell(true)
      if (this.#isClosed || this.#isDeleted) return
      this.#timer = setTimeout(this.#again, this.#limits.retryMs)
    }
  }

  readonly #again = () => {
    this.#timer = null
    this.#wake()
  }

  async #open(): Promise<UpdateStore> {
    const store = await UpdateStore.open(databaseOf(this.#name))
    store.onGone = (how) => this.#lose(store, how)
    const stored = await store.read()
    if (this.#isDeleted) throw new Error('The copy was deleted')
    this.#take(stored)
    return store
  }

  #take(stored: readonly StoredUpdate[]) {
    this.#doc.transact(() => {
      for (const { key, update } of stored) {
        try {
          Y.applyUpdate(this.#doc, update, this)
          this.#rows.push(key)
        } catch {
          // What cannot be read stays where it is: it is no row of ours to take away.
        }
      }
    }, this)
    this.#hasFound ||= stored.length > 0
  }

  async #write(store: UpdateStore): Promise<void> {
    const changes = this.#options.changes()
    const waiting = this.#waiting
    const gone = this.#owesAll || this.#rows.length >= this.#limits.rows ? this.#rows : null
    this.#waiting = []
    this.#owesAll = false
    const update = gone ? Y.encodeStateAsUpdate(this.#doc) : Y.mergeUpdates(waiting)
    // Only what somebody wrote here is on no other disk.
    const durability = changes > this.#kept ? 'strict' : 'relaxed'
    const key = await this.#patiently(store.put(update, gone ?? [], durability))
    // The browser took the database meanwhile, and this row with it.
    if (store !== this.#store) return
    this.#rows = gone ? [key] : [...this.#rows, key]
    this.#kept = changes
    this.#tell(false)
  }

  /** Says so when the device does not answer. It is waited for all the same. */
  async #patiently<T>(work: Promise<T>): Promise<T> {
    const alarm = setTimeout(() => this.#tell(true), this.#limits.patienceMs)
    try {
      return await work
    } finally {
      clearTimeout(alarm)
    }
  }

  #lose(store: UpdateStore, how: Gone) {
    // Given up before, and another is there in its place.
    if (this.#store && this.#store !== store) return
    this.#letGo()
    this.#kept = 0
    // Deleted in another tab, because the person signed out: it is not made anew.
    this.#isDeleted ||= how === 'deleted'
    this.#tell(true)
    this.#wake()
  }

  /** What is in the store then is read again before it is written to again. */
  #letGo() {
    this.#store?.close()
    this.#store = null
    this.#rows = []
    this.#waiting = []
    this.#owesAll = true
  }

  #tell(isFailing: boolean) {
    this.#isFailing = isFailing
    this.#settled()
    this.#options.told()
  }
}

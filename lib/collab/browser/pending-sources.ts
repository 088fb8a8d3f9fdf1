import { describeFound } from '#lib/domain/sourcing/capture.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { type Answer, type NewSource, sourcesApi } from './api.ts'
import { type FoundDetails, findDetails } from './captures-api.ts'
import { knownSources, noteKnown } from './known-sources.ts'
import { PENDING } from './on-device.ts'

/** What of the outside world it needs; tests give it others. */
export interface PendingPorts {
  readonly create: (source: NewSource) => Promise<Answer<Source>>
  readonly read: (id: string) => Promise<Answer<Source>>
  readonly change: (id: string, change: Partial<NewSource>) => Promise<Answer<Source>>
  readonly details: (text: string) => Promise<Answer<FoundDetails>>
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
}

/** What becomes of them. */
export interface PendingEvents {
  /** The registry had some already, under other ids: whatever cites the first cites the second now. */
  readonly onKnown: (known: ReadonlyMap<string, string>) => void
  /** The server will never take it. */
  readonly onRefused: (source: Source, message: string) => void
}

const PORTS = () => ({
  create: sourcesApi.create,
  read: sourcesApi.read,
  change: sourcesApi.change,
  details: findDetails,
  storage: localStorage,
})

/**
 * Sources made from a link, cited at once and sent to the registry in the background. What could not be sent stays on this device,
 * also when the page is closed, and is sent when the server is reached again; while the device takes none, `isOnlyHere`. Each has an entry of its own: two tabs never write over each
 * other's, and may both send one, which the registry takes once.
 */
export class PendingSources {
  readonly #personId: string
  readonly #prefix: string
  readonly #events: PendingEvents
  readonly #ports: PendingPorts
  readonly #listeners = new Set<() => void>()
  #waiting: readonly Source[]
  /** Those sent stay until the page has the registry's own record. */
  #view: readonly Source[]
  #running: Promise<void> | null = null
  /** Those that the device did not take. */
  readonly #unkept = new Set<string>()
  /** By this tab, also on a device that takes nothing. */
  readonly #found = new Map<string, string>()

  constructor(personId: string, events: PendingEvents, ports: PendingPorts = PORTS()) {
    this.#personId = personId
    this.#prefix = `${PENDING}:${personId}:`
    this.#events = events
    this.#ports = ports
    this.#waiting = readAll(ports.storage, this.#prefix)
    this.#view = this.#waiting
  }

  /** What this device made. The same list as long as nothing changes. */
  get view(): readonly Source[] {
    return this.#view
  }

  /** True while one waits that is in this tab alone. */
  get isOnlyHere(): boolean {
    return this.#unkept.size > 0
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Makes a source of an address; it can be cited at once. */
  add(href: string): Source {
    const source = bareSource(href)
    this.#view = [...this.#view, source]
    this.#waiting = [...this.#waiting, source]
    this.#keep(source)
    this.#changed()
    void this.flush()
    return source
  }

  #keep(source: Source) {
    const entry = JSON.stringify({ at: Date.now(), source } satisfies Entry)
    try {
      this.#ports.storage.setItem(this.#prefix + source.id, entry)
    } catch {
      // A full disk. It is cited and sent all the same; the page asks before it is closed.
      this.#unkept.add(source.id)
    }
  }

  /** Sends what waits, in order; resolves when nothing more can be done now. */
  flush(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #run() {
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const { id, kind, title, url } = next
      const answer = await this.#ports.create({ id, kind, title, url })
      if (!answer.ok && isPassing(answer.status)) return
      this.#settled(next)
      if (!answer.ok) this.#refused(next, answer.message)
      else if (answer.value.id !== id) this.#isKnown(id, answer.value.id)
      else void this.#describe(next)
    }
  }

  /** By this tab or another, now or on another day: articles that were not open when it was found are put right when they are. */
  get known(): ReadonlyMap<string, string> {
    return new Map([...knownSources(this.#ports.storage, this.#personId), ...this.#found])
  }

  #isKnown(id: string, known: string) {
    this.#found.set(id, known)
    noteKnown(this.#ports.storage, this.#personId, id, known)
    this.#events.onKnown(this.known)
  }

  #refused(source: Source, message: string) {
    this.#view = this.#view.filter(({ id }) => id !== source.id)
    this.#changed()
    this.#events.onRefused(source, message)
  }

  /** What the page says of itself. A name that somebody gave meanwhile stays; without an answer the link is bare. */
  async #describe({ id, title, url }: Source) {
    const answer = await this.#ports.details(url ?? '')
    if (!answer.ok) return
    const { found } = answer.value
    const now = await this.#ports.read(id)
    if (!found.title || !now.ok || now.value.title !== title) return
    const description = now.value.description || describeFound(found)
    const csl = now.value.csl ?? found.csl
    await this.#ports.change(id, { title: found.title, publicName: found.title, description, csl })
  }

  #settled(source: Source) {
    this.#waiting = this.#waiting.filter((other) => other !== source)
    this.#ports.storage.removeItem(this.#prefix + source.id)
    this.#unkept.delete(source.id)
    this.#changed()
  }

  #changed() {
    for (const listener of this.#listeners) listener()
  }
}

/** Nobody answered, somebody is signed out or too fast, or the server is in trouble: it passes. */
function isPassing(status: number): boolean {
  return status === 0 || status === 401 || status === 429 || status >= 500
}

/** As the server makes it, named after its address until somebody reads the page. */
function bareSource(href: string): Source {
  const title = shortAddress(href)
  return {
    ...{ id: crypto.randomUUID(), kind: 'webPage', title, publicName: title, description: '' },
    ...{ terms: 'onRecord', wording: '', url: href, reliability: 'F', publicRevision: 1 },
    retiredAt: null,
  }
}

/** As long as a name may be. */
const LONGEST = 300

/** `merrow.example/council/2026`: the address without what one does not read. */
function shortAddress(href: string): string {
  const { hostname, pathname } = new URL(href)
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`.slice(0, LONGEST)
}

interface Entry {
  /** When it was made, by the clock of the device: they are sent in this order. */
  readonly at: number
  readonly source: Source
}

function readAll(storage: PendingPorts['storage'], prefix: string): readonly Source[] {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
  return keys
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => entryIn(storage.getItem(key)) ?? [])
    .toSorted((a, b) => a.at - b.at)
    .map(({ source }) => source)
}

function entryIn(text: string | null): Entry | null {
  try {
    return JSON.parse(text ?? 'null') as Entry | null
  } catch {
    return null
  }
}

import { expect, it } from 'vitest'
import type { Source } from '#lib/domain/sourcing/source.ts'
import type { Answer, NewSource } from './api.ts'
import { type PendingPorts, PendingSources } from './pending-sources.ts'

const refused = (status: number) => ({ ok: false as const, status, message: 'No.', body: null })

/** A registry behind a connection that can be cut. */
class Registry {
  isReached = true
  /** The device takes nothing. */
  isFull = false
  readonly records = new Map<string, Source>()
  readonly kept = new Map<string, string>()
  readonly known: string[][] = []
  readonly refusals: string[] = []
  title = ''

  open() {
    return new PendingSources(
      'ada',
      {
        onKnown: (known) => void this.known.push(...known),
        onRefused: ({ url }, message) => void this.refusals.push(`${url}: ${message}`),
      },
      this.#ports(),
    )
  }

  #ports(): PendingPorts {
    return {
      create: async (source) => this.#create(source),
      read: async (id) => this.#recordOf(id),
      change: async (id, change) => {
        const record = this.#recordOf(id)
        if (record.ok) this.records.set(id, { ...record.value, ...change } as Source)
        return this.#recordOf(id)
      },
      details: async () => {
        if (!this.title) return refused(422)
        const said = { title: this.title, authors: ['Ann Lee'], publisher: '', date: '', url: '' }
        const found = { ...said, csl: { author: [{ literal: 'Ann Lee' }] } }
        return { ok: true, value: { kind: 'webPage', found } }
      },
      storage: {
        getItem: (key) => this.kept.get(key) ?? null,
        setItem: (key, value) => {
          if (this.isFull) throw new DOMException('No room', 'QuotaExceededError')
          this.kept.set(key, value)
        },
        removeItem: (key) => void this.kept.delete(key),
        key: (at) => [...this.kept.keys()][at] ?? null,
        length: this.kept.size,
      },
    }
  }

  #create(source: NewSource): Answer<Source> {
    if (!this.isReached) return refused(0)
    if (source.url?.includes('forbidden')) return refused(403)
    const same = [...this.records.values()].find(({ url }) => url === source.url)
    const record = same ?? ({ description: '', ...source } as Source)
    this.records.set(record.id, record)
    return { ok: true, value: record }
  }

  #recordOf(id: string): Answer<Source> {
    const value = this.records.get(id)
    return value ? { ok: true, value } : refused(404)
  }
}

it('a link is a source at once, and the registry gets it under that id', async () => {
  const registry = new Registry()
  const pending = registry.open()
  const { id, title } = pending.add('https://www.town.example/budget/2026/')
  expect(title).toBe('town.example/budget/2026')
  expect(pending.view.map((source) => source.id)).toEqual([id])
  await pending.flush()
  expect([...registry.records.keys()]).toEqual([id])
  expect(registry.kept.size).toBe(0)
})

it('two tabs keep what each of them made', async () => {
  const registry = new Registry()
  registry.isReached = false
  const [one, other] = [registry.open(), registry.open()]
  const ids = [one.add('https://town.example/a').id, other.add('https://town.example/b').id]
  registry.isReached = true
  await registry.open().flush()
  expect(new Set(registry.records.keys())).toEqual(new Set(ids))
  expect(registry.kept.size).toBe(0)
})

it('what cannot be sent waits on the device, in order, also when the page is closed', async () => {
  const registry = new Registry()
  registry.isReached = false
  const pending = registry.open()
  const ids = ['a', 'b'].map((page) => pending.add(`https://town.example/${page}`).id)
  await pending.flush()
  expect(registry.records.size).toBe(0)
  registry.isReached = true
  const reopened = registry.open()
  expect(reopened.view.map(({ id }) => id)).toEqual(ids)
  await reopened.flush()
  expect([...registry.records.keys()]).toEqual(ids)
  expect(registry.kept.size).toBe(0)
})

it('says so when the registry had it already, and when it is refused', async () => {
  const registry = new Registry()
  const pending = registry.open()
  const first = pending.add('https://town.example/a')
  const second = pending.add('https://town.example/a')
  const third = pending.add('https://town.example/forbidden')
  await pending.flush()
  expect(registry.known).toEqual([[second.id, first.id]])
  // Another article, opened later, is put right as well.
  expect([...registry.open().known]).toEqual([[second.id, first.id]])
  expect(registry.refusals).toEqual(['https://town.example/forbidden: No.'])
  expect(pending.view).not.toContain(third)
})

it('takes the name that the page gives itself, unless somebody gave one meanwhile', async () => {
  const registry = new Registry()
  registry.title = 'Budget of the town'
  const pending = registry.open()
  const { id } = pending.add('https://town.example/a')
  await pending.flush()
  await expect.poll(() => registry.records.get(id)?.title).toBe('Budget of the town')
  expect(registry.records.get(id)?.description).toBe('Ann Lee')

  const named = pending.add('https://town.example/b')
  const running = pending.flush()
  registry.records.set(named.id, { ...named, title: 'Ours' })
  await running
  await new Promise((done) => setImmediate(done))
  expect(registry.records.get(named.id)?.title).toBe('Ours')
})

it('[COP2] a link on a full device is cited and sent all the same, and is known to be in the tab alone', async () => {
  const registry = new Registry()
  registry.isReached = false
  registry.isFull = true
  const pending = registry.open()
  pending.add('https://merrow.example/leak')
  await pending.flush()
  expect([pending.view.length, pending.isOnlyHere]).toEqual([1, true])
  registry.isReached = true
  await pending.flush()
  expect([registry.records.size, pending.isOnlyHere]).toEqual([1, false])
})

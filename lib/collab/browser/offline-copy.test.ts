import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { Device } from '#lib/testing/device.ts'
import { eventually } from '#lib/testing/eventually.ts'
import { OfflineCopy } from './offline-copy.ts'
import { clearCopies, databaseOf } from './on-device.ts'

const NAME = { personId: 'ada', articleId: 'x', epoch: 1 }
const DATABASE = databaseOf(NAME)
const LIMITS = { rows: 500, patienceMs: 60_000, retryMs: 0 }

let device: Device
const stops: (() => Promise<void>)[] = []

beforeEach(() => useDevice())

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  vi.unstubAllGlobals()
})

function useDevice() {
  device = new Device()
  vi.stubGlobal('indexedDB', device.factory)
  vi.stubGlobal('localStorage', {})
}

/** A tab with the article: what was written in it, in order, and its copy. */
class Tab {
  readonly doc = new Y.Doc()
  readonly changes: Uint8Array[] = []
  copy!: OfflineCopy

  static async open(limits = LIMITS): Promise<Tab> {
    const tab = new Tab()
    tab.doc.on('update', (update, origin) => {
      if (origin === null) tab.changes.push(update)
    })
    const changes = () => tab.changes.length
    tab.copy = await OfflineCopy.open(tab.doc, NAME, { changes, told: () => {}, limits })
    stops.push(() => tab.copy.close())
    return tab
  }

  get words(): string {
    return this.doc.getText('text').toString()
  }

  write(words: string, at = 0) {
    this.doc.getText('text').insert(Math.min(at, this.doc.getText('text').length), words)
  }

  /** What the server sends is in the copy too, but is no change of this tab. */
  hear(words: string) {
    const other = new Y.Doc()
    other.getText('text').insert(0, words)
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other), 'server')
  }

  allKept() {
    return until(() =>
      expect([this.copy.kept, this.copy.isFailing]).toEqual([this.changes.length, false]),
    )
  }
}

/** What of these changes a document has not. */
function lackingIn(doc: Y.Doc, changes: readonly Uint8Array[]): number {
  return changes.filter((change) => {
    const before = Y.snapshot(doc)
    Y.applyUpdate(doc, change)
    return !Y.equalSnapshots(before, Y.snapshot(doc))
  }).length
}

const until = eventually

const ticks = async (count: number) => {
  for (let tick = 0; tick < count; tick += 1) await new Promise(setImmediate)
}

interface Step {
  readonly tab: number
  readonly act: 'write' | 'erase' | 'hear' | 'fill' | 'clear' | 'take'
  readonly at: number
  readonly ticks: number
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    tab: fc.nat(1),
    act: fc.oneof(
      { arbitrary: fc.constant('write' as const), weight: 8 },
      { arbitrary: fc.constantFrom('erase', 'hear', 'fill', 'clear', 'take'), weight: 3 },
    ),
    at: fc.nat(40),
    ticks: fc.nat(6),
  }),
  { maxLength: 30 },
)

async function take(tab: Tab, { act, at }: Step): Promise<void> {
  const text = tab.doc.getText('text')
  if (act === 'write') tab.write(`w${tab.changes.length} `, at)
  else if (act === 'erase') text.delete(Math.min(at, text.length), at < text.length ? 1 : 0)
  else if (act === 'hear') tab.hear('heard ')
  else if (act === 'take') await device.take(DATABASE)
  else device.isFull = act === 'fill'
}

describe('what is said to be kept', () => {
  it('[COP1, COP3] is there after a crash, whatever two tabs, a full disk and the browser did', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        useDevice()
        const tabs = await Promise.all([1, 2].map(() => Tab.open({ ...LIMITS, rows: 3 })))
        for (const step of all) {
          const tab = tabs[step.tab]
          if (tab) await take(tab, step)
          await ticks(step.ticks)
        }
        const kept = tabs.flatMap(({ copy, changes }) => changes.slice(0, copy.kept))
        device.crash()
        await Promise.all(tabs.map(({ copy }) => copy.close()))
        device.isFull = false
        const after = await Tab.open()
        expect(lackingIn(after.doc, kept)).toBe(0)
        await after.copy.close()
      }),
      { numRuns: 150 },
    )
  })

  it('[COP1, COP2] is everything, once the device takes it again', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        useDevice()
        const tab = await Tab.open({ ...LIMITS, rows: 4 })
        for (const step of all) {
          await take(tab, step)
          await ticks(step.ticks)
        }
        device.isFull = false
        // Behind everything else, also what came from the server and is not counted.
        tab.write('At last. ')
        await tab.allKept()
        device.crash()
        await tab.copy.close()
        const after = await Tab.open()
        expect(after.words).toBe(tab.words)
        await after.copy.close()
      }),
      { numRuns: 50 },
    )
  })

  it('[COP1] is not said of what the device has only begun to take', async () => {
    const tab = await Tab.open()
    device.isSlow = true
    tab.write('It leaks.')
    await ticks(20)
    expect(tab.copy.kept).toBe(0)
    device.isSlow = false
    await tab.allKept()
  })

  it('[COP1] is what comes while a write is on its way, in one row with all of that', async () => {
    const tab = await Tab.open()
    device.isSlow = true
    for (let change = 0; change < 20; change += 1) tab.write(`w${change} `)
    device.isSlow = false
    await tab.allKept()
    expect(await device.rowsOf(DATABASE)).toHaveLength(2)
  })

  it('[COP1] is what was written just before the page goes', async () => {
    const tab = await Tab.open()
    tab.write('It leaks.')
    tab.write('Again: ')
    await tab.copy.close()
    expect((await Tab.open()).words).toBe('Again: It leaks.')
  })

  it('[COP1] is what the document had before its copy was opened', async () => {
    const before = new Y.Doc()
    before.getText('text').insert(0, 'Before. ')
    await OfflineCopy.open(before, NAME, { changes: () => 1, told: () => {} }).then((copy) =>
      copy.close(),
    )
    expect((await Tab.open()).words).toBe('Before. ')
  })
})

describe('a device that does not take it', () => {
  it('[COP2] fails when a write is taken back, and stores everything when it works again', async () => {
    const tab = await Tab.open()
    tab.write('one ')
    await tab.allKept()
    device.isFull = true
    tab.write('two ')
    await until(() => expect(tab.copy.isFailing).toBe(true))
    tab.write('three ')
    expect(tab.copy.kept).toBe(1)
    device.isFull = false
    await tab.allKept()
    device.crash()
    expect((await Tab.open()).words).toBe(tab.words)
  })

  it('[COP2] opens the article all the same, and brings the copy in when it can be read', async () => {
    ;(await device.create(DATABASE, [rowOf('From before. ')])).close()
    device.isLocked = true
    const tab = await Tab.open()
    expect([tab.copy.isFailing, tab.words]).toEqual([true, ''])
    tab.write('Now. ')
    device.isLocked = false
    await tab.allKept()
    expect(tab.words).toContain('From before. ')
    expect(tab.words).toContain('Now. ')
  })

  it('[COP2] that does not answer is waited for no longer than a moment, and used when it does', async () => {
    const other = await device.create(DATABASE, [])
    // It does not let go, and so nobody gets in.
    device.factory.deleteDatabase(DATABASE)
    const tab = await Tab.open({ ...LIMITS, patienceMs: 1 })
    expect(tab.copy.isFailing).toBe(true)
    tab.write('It leaks.')
    other.close()
    await tab.allKept()
  })

  it('[COP2] that is none at all is said to keep nothing', async () => {
    vi.unstubAllGlobals()
    expect('indexedDB' in globalThis).toBe(false)
    const tab = await Tab.open()
    tab.write('It leaks.')
    expect([tab.copy.isFailing, tab.copy.kept]).toEqual([true, 0])
  })
})

describe('rows', () => {
  it('[COP3] become one, and those of another tab stay', async () => {
    const [here, there] = [await Tab.open({ ...LIMITS, rows: 4 }), await Tab.open()]
    there.write('there ')
    await there.allKept()
    for (let change = 0; change < 5; change += 1) {
      here.write(`w${change} `)
      await here.allKept()
    }
    expect(await device.rowsOf(DATABASE)).toHaveLength(2)
    expect((await Tab.open()).words).toContain('there ')
  })

  it('[COP3] that cannot be read stay, and the others are read', async () => {
    const broken = Uint8Array.of(9, 9, 9)
    ;(await device.create(DATABASE, [rowOf('one '), broken, rowOf('two ')])).close()
    const tab = await Tab.open({ ...LIMITS, rows: 1 })
    expect(tab.words.split(' ').toSorted().join(' ').trim()).toBe('one two')
    tab.write('three ')
    await tab.allKept()
    expect(await device.rowsOf(DATABASE)).toContainEqual(broken)
  })

  it('[COP4] of a person go when they sign out, from tabs that have them open as well', async () => {
    const tab = await Tab.open()
    tab.write('It leaks.')
    await tab.allKept()
    await clearCopies('ada')
    expect(await device.factory.databases()).toEqual([])
    expect([tab.copy.kept, tab.copy.isFailing]).toEqual([0, true])
    tab.write('More. ')
    await ticks(20)
    expect(await device.factory.databases()).toEqual([])
  })
})

function rowOf(words: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}

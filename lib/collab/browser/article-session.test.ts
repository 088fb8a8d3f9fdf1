import { afterEach, expect, it, vi } from 'vitest'
import { seedOf } from '#lib/testing/client-doc.ts'
import { startCollab, until } from '#lib/testing/collab-fixture.ts'
import { Device } from '#lib/testing/device.ts'
import { gate, MemoryLog } from '#lib/testing/memory-log.ts'
import { ArticleSession, type TicketAnswer } from './article-session.ts'
import { onlyHere, type SaveState } from './save-state.ts'

const stops: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
  vi.unstubAllGlobals()
})

/** A server, and a device with this storage. */
async function startRoom() {
  const log = new MemoryLog()
  log.create('x', seedOf('headline: It leaks'))
  const collab = await startCollab(log)
  stops.push(() => collab.stop())
  const notes = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => notes.get(key) ?? null,
    setItem: (key: string, value: string) => notes.set(key, value),
    removeItem: (key: string) => notes.delete(key),
  })
  const device = new Device()
  vi.stubGlobal('indexedDB', device.factory)
  return { log, collab, device, notes }
}

function enter({ collab }: Pick<Awaited<ReturnType<typeof startRoom>>, 'collab'>) {
  const session = new ArticleSession({
    articleId: 'x',
    personId: 'ada',
    requestTicket: async (): Promise<TicketAnswer> => ({
      ...{ kind: 'ticket', ticket: collab.ticket({}), url: collab.address('x') },
      ...{ schemaVersion: 1, epoch: 1, readOnly: false },
    }),
    announced: () => {},
  })
  stops.push(() => session.close())
  return session
}

async function openSession() {
  const room = await startRoom()
  const session = enter(room)
  await shows(session, { kind: 'saved' })
  const write = (words: string) => session.doc.getText('text').insert(1, words)
  return { ...room, session, write }
}

const shows = (session: ArticleSession, state: Partial<SaveState>) =>
  until(() => expect(session.view.save).toMatchObject(state))

/** Not saved, and so many changes are kept on this device. */
const kept = (count: number) => ({ kind: 'notSaved', kept: count, isFailing: false }) as const

it('[LOG1] says "Saved" of a change only when it is committed', async () => {
  const { log, session } = await openSession()
  const door = gate()
  const reached = vi.fn()
  log.beforeAppend = async () => {
    reached()
    await door.opened
  }
  stops.push(async () => door.open())
  const shown: string[] = []
  session.subscribe(() => shown.push(session.view.save.kind))
  session.doc.getText('text').insert(1, 'No. ')
  await until(() => expect(reached).toHaveBeenCalled())
  // What is sent now comes back behind everything that was sent before.
  expect(shown).not.toContain('saved')
  door.open()
  await until(() => expect(session.view.save.kind).toBe('saved'))
  expect(log.of('x').headSeq).toBe(2)
})

it('[COP1] counts as kept what is committed to the device, and nothing else', async () => {
  const { collab, device, session, write } = await openSession()
  device.isSlow = true
  await collab.stop()
  await until(() => expect(session.view.save.kind).toBe('offline'))
  const shown: SaveState[] = []
  session.subscribe(() => shown.push(session.view.save))
  write('No. ')
  write('Oh. ')
  await shows(session, kept(0))
  expect(session.isOnlyHere).toBe(true)
  device.isSlow = false
  await shows(session, kept(2))
  expect(session.isOnlyHere).toBe(false)
  // On its way to the device is no reason for a warning.
  expect(shown.filter((save) => 'changes' in save && onlyHere(save))).toEqual([])
})

it('[COP2] an article opens without a device to keep it on, and what is in the tab alone is said', async () => {
  const room = await startRoom()
  room.device.isLocked = true
  const session = enter(room)
  await shows(session, { kind: 'saved' })
  await room.collab.stop()
  session.doc.getText('text').insert(1, 'No. ')
  await shows(session, { kind: 'notSaved', changes: 1, kept: 0, isFailing: true })
  expect(session.isOnlyHere).toBe(true)
})

it('[COP1] what an earlier tab left on the device is not saved before the server has it', async () => {
  const { collab, log, notes, device, session, write } = await openSession()
  await collab.stop()
  write('No. ')
  await shows(session, kept(1))
  device.crash()
  await session.close()
  const next = { collab: await startCollab(log) }
  stops.push(() => next.collab.stop())
  const door = gate()
  log.beforeAppend = () => door.opened
  stops.push(async () => door.open())
  const again = enter(next)
  await until(() => expect(again.view.loaded).toBe(true))
  expect(again.doc.getText('text').toString()).toContain('No. ')
  expect(again.view.save.kind).not.toBe('saved')
  expect([...notes.values()]).toEqual(['1'])
  door.open()
  await shows(again, { kind: 'saved' })
  expect([...notes.values()]).toEqual([])
})

import { afterEach, expect, it, vi } from 'vitest'
import { seedOf } from '#lib/testing/client-doc.ts'
import { startCollab, until } from '#lib/testing/collab-fixture.ts'
import { gate, MemoryLog } from '#lib/testing/memory-log.ts'
import { ArticleSession, type TicketAnswer } from './article-session.ts'

const stops: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
  vi.unstubAllGlobals()
})

async function openSession() {
  const log = new MemoryLog()
  log.create('x', seedOf('headline: It leaks'))
  const collab = await startCollab(log)
  stops.push(() => collab.stop())
  vi.stubGlobal('localStorage', { setItem: () => {}, removeItem: () => {} })
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
  await until(() => expect(session.view.save.kind).toBe('saved'))
  return { log, session }
}

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

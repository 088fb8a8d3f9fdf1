import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { findSourceById } from '#db/repositories/sources.ts'
import { audit, sources } from '#db/schema.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk } from '#lib/testing/desk-fixture.ts'
import { mendAddresses } from './mend-addresses.ts'

withSharedDatabase('addresses from before the rule', (open) => {
  it('[SRC6] are read without name and password, and mended once when the server starts', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const { handle } = desk.database
    const page = `town.example/${randomUUID()}`
    const id = await desk.source(ada, { url: `https://${page}` })
    const other = await desk.source(ada, { url: `https://${page}/@ann?to=b@c.example` })
    const url = `https://ann:secret@${page}`
    await handle.update(sources).set({ url }).where(eq(sources.id, id))
    const before = await findSourceById(handle, id)
    expect(before?.url).toBe(`https://${page}`)

    expect(await mendAddresses(desk.context)).toBeGreaterThan(0)
    const [row] = await handle.select().from(sources).where(eq(sources.id, id))
    expect(row).toMatchObject({ url: `https://${page}`, publicRevision: 2 })
    expect((await findSourceById(handle, other))?.publicRevision).toBe(1)
    const acts = await handle.select().from(audit).where(eq(audit.action, 'source.mended'))
    expect(acts.map(({ detail }) => (detail as { source: string }).source)).toContain(id)
    expect(JSON.stringify([row, acts])).not.toContain('secret')
    expect(await mendAddresses(desk.context)).toBe(0)
    await desk.stop()
  })
})

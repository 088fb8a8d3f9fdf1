import { expect, it } from 'vitest'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { changeSource } from './change-source.ts'
import { judgementsOf } from './judgements.ts'
import { showSource, sourceChangeInput } from './sources.ts'

withSharedDatabase('what is thought of a source', (open) => {
  it('[SRC10] has a reason and a day, and what was thought before is kept', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['editor'])
    const ben = await desk.person(['reviewer'])
    const id = await desk.source(ada, { reliability: 'B', reliabilityReason: 'Right so far.' })
    const first = must(await showSource(desk.context, ada, id)).reliabilityAt
    expect(first).not.toBeNull()
    const change = (fields: object) =>
      changeSource(desk.context, ben, id, sourceChangeInput.parse(fields))
    must(await change({ description: 'Of the town.' }))
    expect(must(await showSource(desk.context, ada, id)).reliabilityAt).toBe(first)
    must(await change({ reliability: 'D', reliabilityReason: 'Wrong about the bridge.' }))
    const now = must(await showSource(desk.context, ada, id))
    expect(now.reliabilityAt).not.toBe(first)
    expect(await judgementsOf(desk.context, id)).toMatchObject([
      { reliability: 'B', reason: 'Right so far.', personName: ben.name },
    ])
    // How far one relies on it is nothing that readers see.
    expect(now.publicRevision).toBe(2)
    await desk.stop()
  })
})

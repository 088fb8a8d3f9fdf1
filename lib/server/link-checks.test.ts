import { expect, it } from 'vitest'
import { withDatabases } from '#lib/testing/databases.ts'
import { Desk } from '#lib/testing/desk-fixture.ts'
import { eventually } from '#lib/testing/eventually.ts'
import { startLinkChecks } from './link-checks.ts'

const AT_ONCE = { between: 0, rest: 0 }

withDatabases('the schedule of link checks', (fresh) => {
  it('[CAP10] goes on after an error, one look after another, and ends when it is told', async () => {
    const desk = new Desk(await fresh())
    const ada = await desk.person(['writer'])
    for (const n of [1, 2, 3]) await desk.source(ada, { url: `https://port.example/${n}` })
    let asked = 0
    const contextOf = () => {
      asked += 1
      if (asked === 1) throw new Error('the database is away')
      return desk.context
    }
    const checks = startLinkChecks(true, contextOf, AT_ONCE)
    await eventually(() => expect(desk.outside.asked).toHaveLength(3))
    await checks.stop()
    const then = asked
    await startLinkChecks(false, contextOf, AT_ONCE).stop()
    expect(asked).toBe(then)
    await desk.stop()
  })
})

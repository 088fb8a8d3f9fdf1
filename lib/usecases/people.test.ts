import { expect, it } from 'vitest'
import { auditLength } from '#db/repositories/audit.ts'
import { findPerson } from '#db/repositories/people.ts'
import { editedPerson } from '#lib/domain/access/edited-person.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { changePerson } from './people.ts'

withSharedDatabase('people', (open) => {
  it('[ACC9] who changes what another administrator changed meanwhile is refused, and told how it is now', async () => {
    const desk = new Desk(open())
    const [ann, bob] = [await desk.person(['admin']), await desk.person(['admin'])]
    const ada = await desk.person(['writer'])
    const shown = editedPerson({ ...ada, disabledAt: null })
    const first = { roles: ['writer' as const, 'editor' as const] }
    must(await changePerson(desk.context, ann, ada.id, first, shown))
    const before = await auditLength(open().handle)
    const second = await changePerson(desk.context, bob, ada.id, { roles: ['reviewer'] }, shown)
    const current = { ...shown, editor: 'given' }
    expect(second).toMatchObject({ failure: { kind: 'unmatched', current } })
    const disabling = await changePerson(desk.context, bob, ada.id, { disabled: true }, shown)
    expect(failureOf(disabling)).toBe('unmatched')
    expect(await findPerson(open().handle, ada.id)).toMatchObject({ ...first, disabledAt: null })
    expect(await auditLength(open().handle)).toBe(before)
    must(await changePerson(desk.context, bob, ada.id, { roles: ['reviewer'] }, current))
    expect(await findPerson(open().handle, ada.id)).toMatchObject({ roles: ['reviewer'] })
    await desk.stop()
  })

  it('[ACC9] of two who save at once, one is told of the other', async () => {
    const desk = new Desk(open())
    const [ann, bob] = [await desk.person(['admin']), await desk.person(['admin'])]
    const ada = await desk.person(['writer'])
    const shown = editedPerson({ ...ada, disabledAt: null })
    const both = await Promise.all([
      changePerson(desk.context, ann, ada.id, { roles: ['editor'] }, shown),
      changePerson(desk.context, bob, ada.id, { roles: ['reviewer'] }, shown),
    ])
    expect(both.map(failureOf).sort()).toEqual([null, 'unmatched'])
    await desk.stop()
  })
})

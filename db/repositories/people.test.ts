import { expect, it } from 'vitest'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { addActor } from '#lib/testing/newsroom.ts'
import {
  endSession,
  endSessionsOf,
  findPersonBySession,
  findPersonForSignIn,
  startSession,
  updatePerson,
} from './people.ts'
import { insertToken, listTokens, revokeToken, useToken } from './tokens.ts'

const now = new Date('2026-01-01T00:00:00.000Z')
const later = new Date('2026-01-15T00:00:00.000Z')

withSharedDatabase('sessions and tokens', (open) => {
  it('[SGN2] a session ends by sign-out, in time, and with the person', async () => {
    const database = open()
    const { handle } = database
    const { id: personId } = await addActor(database, 'eve', ['editor'])
    for (const id of ['one', 'two', 'three']) {
      await startSession(handle, { id, personId, now, expiresAt: later })
    }
    const runs = async (at = now) => {
      const found = await Promise.all(
        ['one', 'two', 'three'].map((id) => findPersonBySession(handle, id, at)),
      )
      return found.map((person) => person?.id === personId)
    }
    expect(await runs()).toEqual([true, true, true])
    expect(await runs(later)).toEqual([false, false, false])
    await endSession(handle, 'one', now)
    expect(await runs()).toEqual([false, true, true])
    await updatePerson(handle, personId, { disabled: true, now })
    expect(await runs()).toEqual([false, false, false])
    await updatePerson(handle, personId, { disabled: false, roles: ['reviewer'], now })
    expect(await findPersonBySession(handle, 'two', now)).toMatchObject({
      roles: ['reviewer'],
      disabledAt: null,
    })
    await endSessionsOf(handle, personId, now)
    expect(await runs()).toEqual([false, false, false])
    expect(await findPersonBySession(handle, 'unknown', now)).toBeNull()
  })

  it('[SGN2] addresses are compared without case and outer white space', async () => {
    const database = open()
    await addActor(database, 'Ada', ['editor'])
    expect(await findPersonForSignIn(database.handle, ' ADA@galley.TEST ')).toMatchObject({
      person: { name: 'Ada' },
    })
    await expect(addActor(database, 'ADA', ['editor'])).rejects.toThrow()
  })

  it('[SGN3] a token that was revoked is nobody’s, and only its owner revokes it', async () => {
    const database = open()
    const { handle } = database
    const [ada, ben] = [await addActor(database, 'cy', []), await addActor(database, 'ben', [])]
    await insertToken(handle, { id: 't', personId: ada.id, name: 'desk', hash: 'h' })
    expect(await useToken(handle, 'h', now)).toMatchObject({ personId: ada.id })
    expect(await listTokens(handle, ada.id)).toMatchObject([
      { id: 't', lastUsedAt: now.toISOString() },
    ])
    expect(await revokeToken(handle, ben.id, 't', now)).toBe(false)
    expect(await revokeToken(handle, ada.id, 't', now)).toBe(true)
    expect(await revokeToken(handle, ada.id, 't', now)).toBe(false)
    expect([await useToken(handle, 'h', now), await useToken(handle, 'x', now)]).toEqual([
      null,
      null,
    ])
    expect(await listTokens(handle, ada.id)).toEqual([])
  })
})

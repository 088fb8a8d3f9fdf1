import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { readTrail } from '#db/repositories/audit.ts'
import { dropExternals, listExternals } from '#db/repositories/external-identities.ts'
import { updatePerson } from '#db/repositories/people.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { addActor } from '#lib/testing/newsroom.ts'
import { type Claim, personBehind } from './external.ts'

const NOW = new Date('2026-01-01T00:00:00Z')

withSharedDatabase('accounts elsewhere', (open) => {
  const begin = async () => {
    const ada = await addActor(open(), `ada-${randomUUID().slice(0, 8)}`, ['editor'])
    const claim = { provider: 'oidc', subject: randomUUID(), email: ada.email, verified: true }
    const enter = async (change: Partial<Claim> = {}) => {
      const found = await personBehind(open().handle, { ...claim, ...change }, NOW)
      return 'refusal' in found ? found.refusal : found.person.id
    }
    return { ada, claim, enter }
  }

  it('[SGN6] let in whoever has the address here, by their own id from then on', async () => {
    const { ada, claim, enter } = await begin()
    expect(await enter({ email: ada.email.toUpperCase() })).toBe(ada.id)
    expect(await enter({ email: 'moved@example.org' })).toBe(ada.id)
    expect(await enter({ email: null, verified: false })).toBe(ada.id)
    expect(await listExternals(open().handle, ada.id)).toMatchObject([
      { provider: 'oidc', subject: claim.subject },
    ])
    const { kept } = await readTrail(open().handle)
    const own = kept.filter(({ row }) => row.actorId === ada.id)
    expect(own.map(({ row }) => row.action)).toEqual(['person.linked'])
  })

  it('[SGN6] add nobody, and believe no address that the provider has not seen', async () => {
    const { enter } = await begin()
    expect(await enter({ email: 'nobody@example.org' })).toBe('unknown')
    expect(await enter({ verified: false })).toBe('unverified')
    expect(await enter({ email: null })).toBe('unverified')
  })

  it('[SGN6] whoever gets an address after somebody else does not get their place', async () => {
    const { ada, enter } = await begin()
    expect(await enter()).toBe(ada.id)
    expect(await enter({ subject: 'the next one' })).toBe('taken')
    expect(await enter({ provider: 'github', subject: 'hers' })).toBe(ada.id)
    expect(await dropExternals(open().handle, ada.id)).toBe(2)
    expect(await enter({ subject: 'the next one' })).toBe(ada.id)
  })

  it('[SGN6] a person who was disabled stays out', async () => {
    const { ada, enter } = await begin()
    await updatePerson(open().handle, ada.id, { disabled: true, now: NOW })
    expect(await enter()).toBe('disabled')
    await updatePerson(open().handle, ada.id, { disabled: false, now: NOW })
    expect(await enter()).toBe(ada.id)
    await updatePerson(open().handle, ada.id, { disabled: true, now: NOW })
    expect(await enter()).toBe('disabled')
  })
})

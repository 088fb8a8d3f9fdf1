import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { beforeAll, expect, it } from 'vitest'
import { readTrail } from '#db/repositories/audit.ts'
import { findAwaiting, findPersonBySession, startSession } from '#db/repositories/people.ts'
import { findFactor, hasFactor } from '#db/repositories/second-factors.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { provideSecrets } from '#lib/vault/ports.ts'
import { newVaultKey, readVaultKeys, vaultWith } from '#lib/vault/vault.ts'
import type { Context } from './context.ts'
import { changePerson } from './people.ts'
import { relockAll } from './relock-vault.ts'
import {
  beginFactor,
  confirmFactor,
  ownFactor,
  passFactor,
  turnOffFactor,
} from './second-factor.ts'
import { createToken, ownTokens } from './tokens.ts'

const KEY = newVaultKey()
beforeAll(() => provideSecrets(vaultWith(readVaultKeys(KEY))))

const START = Date.UTC(2026, 0, 1)

withSharedDatabase('a second factor', (open) => {
  /** A person with a clock of their own, in seconds from the start. */
  const begin = async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['editor'])
    const at = (seconds: number): Context => ({
      ...desk.context,
      now: () => new Date(START + seconds * 1000),
    })
    const { secret } = must(await beginFactor(at(0), ada, 'The Courier'))
    const totp = new TOTP({ secret: Secret.fromBase32(secret) })
    const codeAt = (seconds: number) => totp.generate({ timestamp: START + seconds * 1000 })
    const session = async (person: Actor = ada) => {
      const id = randomUUID()
      const times = { now: new Date(START), expiresAt: new Date('2027-01-01') }
      const awaitsFactor = await hasFactor(open().handle, person.id)
      await startSession(open().handle, { id, personId: person.id, awaitsFactor, ...times })
      return id
    }
    const isIn = async (id: string) =>
      (await findPersonBySession(open().handle, id, new Date(START))) !== null
    return { desk, ada, at, codeAt, session, isIn }
  }

  it('[SGN7] counts from the first code on, and the secret is locked up', async () => {
    const { desk, ada, at, codeAt, session, isIn } = await begin()
    expect(await isIn(await session())).toBe(true)
    expect(failureOf(await confirmFactor(at(0), ada, '000 000'))).toBe('invalid')
    const { codes } = must(await confirmFactor(at(0), ada, codeAt(0)))
    expect(new Set(codes).size).toBe(10)
    expect(await isIn(await session())).toBe(false)
    expect(await ownFactor(desk.context, ada)).toEqual({ isOn: true, left: 10 })
    expect(failureOf(await beginFactor(at(0), ada, 'x'))).toBe('conflict')
    const kept = await findFactor(open().handle, ada.id)
    expect(kept?.secret.sealed.length).toBe(20 + 16)
    await desk.stop()
  })

  it('[SGN7] lets in with a code of now, each once, and with clocks that differ by half a minute', async () => {
    const { desk, ada, at, codeAt, session, isIn } = await begin()
    must(await confirmFactor(at(0), ada, codeAt(0)))
    const id = await session()
    expect((await findAwaiting(open().handle, id, new Date(START)))?.id).toBe(ada.id)
    expect(failureOf(await passFactor(at(10), ada, id, codeAt(0)))).toBe('invalid')
    expect(failureOf(await passFactor(at(100), ada, id, codeAt(30)))).toBe('invalid')
    expect(await isIn(id)).toBe(false)
    must(await passFactor(at(100), ada, id, codeAt(70)))
    expect(await isIn(id)).toBe(true)
    const next = await session()
    const both = await Promise.all([1, 2].map(() => passFactor(at(200), ada, next, codeAt(200))))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    await desk.stop()
  })

  it('[SGN7] lets in with each recovery code once, however it is written', async () => {
    const { desk, ada, at, codeAt, session, isIn } = await begin()
    const { codes } = must(await confirmFactor(at(0), ada, codeAt(0)))
    const [first, second] = await Promise.all([session(), session()])
    const written = codes[0]?.toUpperCase().replaceAll('-', ' ') ?? ''
    expect(must(await passFactor(at(100), ada, first ?? '', written))).toEqual({ left: 9 })
    expect(failureOf(await passFactor(at(100), ada, second ?? '', written))).toBe('invalid')
    expect([await isIn(first ?? ''), await isIn(second ?? '')]).toEqual([true, false])
    await desk.stop()
  })

  it('[SGN7] makes who gives too many wrong codes wait, and records each', async () => {
    const { desk, ada, at, codeAt, session, isIn } = await begin()
    must(await confirmFactor(at(0), ada, codeAt(0)))
    const id = await session()
    const tried = []
    for (let n = 0; n < 6; n++)
      tried.push(failureOf(await passFactor(at(100), ada, id, `wrong ${n}`)))
    expect(tried).toEqual([...Array(5).fill('invalid'), 'tooMany'])
    expect(failureOf(await passFactor(at(100), ada, id, codeAt(100)))).toBe('tooMany')
    expect(await isIn(id)).toBe(false)
    const { kept } = await readTrail(open().handle)
    const acts = kept.filter(({ row }) => row.actorId === ada.id).map(({ row }) => row.action)
    expect(acts).toEqual(['factor.added', ...Array(5).fill('factor.refused')])
    await desk.stop()
  })

  it('[SGN7] goes on when the keys of the vault are changed', async () => {
    const { desk, ada, at, codeAt, session, isIn } = await begin()
    must(await confirmFactor(at(0), ada, codeAt(0)))
    const anew = newVaultKey()
    provideSecrets(vaultWith(readVaultKeys(`${anew},${KEY}`)))
    desk.vault = vaultWith(readVaultKeys(`${anew},${KEY}`))
    must(await relockAll(desk.context))
    provideSecrets(vaultWith(readVaultKeys(anew)))
    const id = await session()
    must(await passFactor(at(100), ada, id, codeAt(100)))
    expect(await isIn(id)).toBe(true)
    provideSecrets(vaultWith(readVaultKeys(KEY)))
    await desk.stop()
  })

  it('[SGN7][SGN3] is turned off with a code, or reset by another administrator, which ends sessions and tokens', async () => {
    const { desk, ada, at, codeAt, session, isIn } = await begin()
    must(await confirmFactor(at(0), ada, codeAt(0)))
    expect(failureOf(await turnOffFactor(at(100), ada, '123'))).toBe('invalid')
    must(await turnOffFactor(at(100), ada, codeAt(100)))
    const id = await session()
    expect(await isIn(id)).toBe(true)
    const ann = await desk.person(['admin'])
    const reset = (by: Actor, who: Actor) =>
      changePerson(desk.context, by, who.id, { resetSignIn: true })
    expect(failureOf(await reset(ada, ann))).toBe('forbidden')
    expect(failureOf(await reset(ann, ann))).toBe('conflict')
    must(await beginFactor(at(200), ada, 'x'))
    const { id: token } = must(await createToken(at(200), ada, { name: 'x' }, () => randomUUID()))
    must(await createToken(at(200), ann, { name: 'y' }, () => randomUUID()))
    must(await reset(ann, ada))
    expect(await isIn(id)).toBe(false)
    expect(await ownTokens(at(300), ada)).toEqual([])
    expect(await ownTokens(at(300), ann)).toHaveLength(1)
    const detail = { person: ada.id, resetSignIn: true, tokens: [token] }
    expect((await readTrail(open().handle)).kept.at(-1)?.row).toMatchObject({ detail })
    expect(await findFactor(open().handle, ada.id)).toBeNull()
    await desk.stop()
  })
})

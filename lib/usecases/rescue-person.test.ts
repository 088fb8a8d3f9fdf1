import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { auditLength, readTrail } from '#db/repositories/audit.ts'
import {
  findPerson,
  findPersonBySession,
  findPersonForSignIn,
  startSession,
} from '#db/repositories/people.ts'
import { hasFactor, putFactor, takeStep } from '#db/repositories/second-factors.ts'
import { insertToken, listTokens } from '#db/repositories/tokens.ts'
import type { Whose } from '#lib/collab/ports.ts'
import { startLiveRights } from '#lib/server/live-rights.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { failureOf, must } from '#lib/testing/desk-fixture.ts'
import { eventually } from '#lib/testing/eventually.ts'
import { addActor } from '#lib/testing/newsroom.ts'
import { followRights } from './follow-rights.ts'
import { changePerson } from './people.ts'
import { type Rescue, rescuePerson } from './rescue-person.ts'

const now = () => new Date('2026-01-01T00:00:00.000Z')
const hash = async (password: string) => `hash of ${password}`

withSharedDatabase('a rescue from the console', (open) => {
  const begin = async () => {
    const { handle: db } = open()
    const person = await addActor(open(), randomUUID(), ['editor'])
    const locked = { keyId: 'k', nonce: new Uint8Array(1), sealed: new Uint8Array(1) }
    await putFactor(db, person.id, locked, now())
    await takeStep(db, person.id, { step: 1, now: now() })
    const sessionId = randomUUID()
    const expiresAt = new Date('2026-01-02T00:00:00.000Z')
    await startSession(db, { id: sessionId, personId: person.id, now: now(), expiresAt })
    const token = { id: randomUUID(), hash: randomUUID() }
    await insertToken(db, { ...token, personId: person.id, name: 'desk' })
    const isIn = async () => (await findPersonBySession(db, sessionId, now())) !== null
    const hasToken = async () => (await listTokens(db, person.id)).length > 0
    const rescue = (what: Rescue, email = person.email) =>
      rescuePerson({ db, now }, what, email, hash)
    const last = async () => (await readTrail(db)).kept.at(-1)?.row
    return { db, person, token, isIn, hasToken, rescue, last }
  }

  it('[SGN8] takes a second factor away, and ends the sessions and tokens', async () => {
    const { db, person, token, isIn, hasToken, rescue, last } = await begin()
    expect([await hasFactor(db, person.id), await isIn()]).toEqual([true, true])
    const outcome = must(await rescue('reset-second-factor', ` ${person.email.toUpperCase()} `))
    expect(outcome).toEqual({ name: person.name, password: null })
    expect([await hasFactor(db, person.id), await isIn()]).toEqual([false, false])
    expect(await hasToken()).toBe(false)
    const detail = { person: person.id, tokens: [token.id] }
    expect(await last()).toMatchObject({ action: 'factor.reset', actorId: null, detail })
  })

  it('[SGN8] sets a password that is told once, and ends the sessions and tokens', async () => {
    const { db, person, isIn, hasToken, rescue, last } = await begin()
    const { password } = must(await rescue('new-password'))
    expect(password?.length).toBeGreaterThanOrEqual(16)
    const found = await findPersonForSignIn(db, person.email)
    expect(found?.passwordHash).toBe(`hash of ${password}`)
    expect([await hasFactor(db, person.id), await isIn(), await hasToken()]).toEqual([
      ...[true, false, false],
    ])
    expect(await last()).toMatchObject({ action: 'person.passwordSet', actorId: null })
    expect(JSON.stringify(await last())).not.toContain(password)
  })

  it('[SGN8] makes an administrator of somebody who was disabled', async () => {
    const { db, person, rescue, last } = await begin()
    const admin = await addActor(open(), randomUUID(), ['admin'])
    const collab = { revoke: () => undefined }
    must(await changePerson({ db, now, collab } as never, admin, person.id, { disabled: true }))
    must(await rescue('make-admin'))
    expect(await findPerson(db, person.id)).toMatchObject({
      ...{ roles: ['editor', 'admin'], disabledAt: null },
    })
    expect(await last()).toMatchObject({ action: 'person.promoted', actorId: null })
    const before = await last()
    expect(failureOf(await rescue('make-admin', 'nobody@galley.test'))).toBe('notFound')
    expect(await last()).toEqual(before)
  })

  it('[LIV7, SGN8] has the rights of their open sockets asked for again', async () => {
    const { db, person, rescue } = await begin()
    const asked: Whose[] = []
    const recheck = async (whose: readonly Whose[]) => void asked.push(...whose)
    const follow = (after: number) => followRights({ db, collab: { recheck } as never }, after)
    const before = await follow(await auditLength(db))
    expect(asked).toEqual([])
    must(await rescue('new-password'))
    must(await rescue('make-admin'))
    expect(await follow(before)).toBe(before + 2)
    expect(asked).toEqual([{ personId: person.id }, { personId: person.id }])
    expect(await follow(before + 2)).toBe(before + 2)
    expect(asked).toHaveLength(2)
    // The server does so by itself, for what comes after its start.
    const context = () => ({ db, collab: { recheck } }) as never
    const running = startLiveRights(context, { between: 1, afterError: 1 })
    await eventually(async () => {
      must(await rescue('make-admin'))
      expect(asked.length).toBeGreaterThan(2)
    })
    await running.stop()
    expect(asked.at(-1)).toEqual({ personId: person.id })
  })
})

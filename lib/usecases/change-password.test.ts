import { createHash, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { auditLength, readTrail } from '#db/repositories/audit.ts'
import { findPersonBySession, findPersonForSignIn, startSession } from '#db/repositories/people.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { changePassword, passwordChangeInput } from './change-password.ts'
import { followRights } from './follow-rights.ts'
import { addPerson, newPersonInput } from './people.ts'
import { createToken, ownTokens } from './tokens.ts'

const passwords = {
  hashPassword: async (password: string) => `hash of ${password}`,
  verifyPassword: async (password: string, hash: string | null) => hash === `hash of ${password}`,
}
const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')
const OLD = 'the sentence of before'
const NEW = 'a sentence of today'

withSharedDatabase('one’s own password', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    const email = `${randomUUID()}@galley.test`
    const input = newPersonInput.parse({ email, name: 'Ada', roles: ['writer'], password: OLD })
    must(await addPerson(desk.context, null, input, passwords.hashPassword))
    const actor = (await findPersonForSignIn(open().handle, email))!.person
    const now = desk.context.now()
    const session = async () => {
      const id = randomUUID()
      const expiresAt = new Date(now.getTime() + 86_400_000)
      await startSession(open().handle, { id, personId: actor.id, now, expiresAt })
      return id
    }
    const [here, there] = [await session(), await session()]
    const change = (current: string, password = NEW) =>
      changePassword(desk.context, { actor, sessionId: here }, { current, password }, passwords)
    const hash = async () => (await findPersonForSignIn(open().handle, email))?.passwordHash
    const isIn = async (id: string) => (await findPersonBySession(open().handle, id, now)) !== null
    return { desk, actor, here, there, change, hash, isIn }
  }

  it('[SGN10][SGN3] takes the current one; other sessions and tokens end, this session goes on', async () => {
    const { desk, actor, here, there, change, hash, isIn } = await begin()
    const { id: token } = must(await createToken(desk.context, actor, { name: 'x' }, hashToken))
    const before = await auditLength(open().handle)
    expect(failureOf(await change('guessed'))).toBe('unauthenticated')
    expect(failureOf(await change(OLD, OLD))).toBe('invalid')
    expect([await hash(), await isIn(there)]).toEqual([`hash of ${OLD}`, true])
    expect(must(await change(OLD))).toEqual({ tokens: 1 })
    expect([await hash(), await isIn(here), await isIn(there)]).toEqual([
      ...[`hash of ${NEW}`, true, false],
    ])
    expect(await ownTokens(desk.context, actor)).toEqual([])
    const row = (await readTrail(open().handle)).kept.at(-1)?.row
    const detail = { person: actor.id, tokens: [token] }
    expect(row).toMatchObject({ action: 'person.passwordChanged', actorId: actor.id, detail })
    expect(JSON.stringify(row)).not.toContain('sentence')
    expect(await auditLength(open().handle)).toBe(before + 1)
    await desk.stop()
  })

  it('[SGN10] who gives too many wrong ones has to wait; one at once with another loses', async () => {
    const { desk, change, hash } = await begin()
    const both = await Promise.all([change(OLD), change(OLD, `${NEW}, too`)])
    expect(both.map(failureOf).sort()).toEqual([null, 'unauthenticated'])
    const kept = (await hash())?.replace('hash of ', '') ?? ''
    const tried = []
    for (let n = 0; n < 6; n++) tried.push(failureOf(await change('guessed')))
    expect(tried).toEqual([...Array(5).fill('unauthenticated'), 'tooMany'])
    expect(failureOf(await change(kept, OLD))).toBe('tooMany')
    await desk.stop()
  })

  it('[SGN10] has the rules of every password', () => {
    const isGood = (password: string) =>
      passwordChangeInput.safeParse({ current: 'x', password }).success
    expect([isGood('short'), isGood('x'.repeat(12)), isGood('x'.repeat(201))]).toEqual([
      ...[false, true, false],
    ])
  })

  it('[LIV7, SGN10] has the rights of open sockets of other processes asked for again', async () => {
    const { desk, actor, change } = await begin()
    const after = await auditLength(open().handle)
    must(await change(OLD))
    const asked: unknown[] = []
    const collab = { recheck: async (whose: readonly unknown[]) => void asked.push(...whose) }
    await followRights({ db: open().handle, collab: collab as never }, after)
    expect(asked).toEqual([{ personId: actor.id }])
    await desk.stop()
  })
})

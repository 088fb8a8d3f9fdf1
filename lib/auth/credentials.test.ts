import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { provideDatabase } from '#db/process.ts'
import { auditLength, verifyAudit } from '#db/repositories/audit.ts'
import { findPersonBySession, insertPerson, updatePerson } from '#db/repositories/people.ts'
import { withSharedPostgres } from '#lib/testing/databases.ts'
import { checkCredentials, openSession, SESSION_DAYS } from './credentials.ts'
import { hashPassword, verifyPassword } from './password.ts'

it('[SGN4] a password is kept as a salted hash that says how it was made', async () => {
  const [one, two] = [await hashPassword('correct horse'), await hashPassword('correct horse')]
  expect(one).toMatch(/^scrypt\$32768\$8\$3\$/)
  expect(one).not.toBe(two)
  expect(one).not.toContain('correct')
  expect(await verifyPassword('correct horse', one)).toBe(true)
  expect(await verifyPassword('correct  horse', one)).toBe(false)
  expect(await verifyPassword('', one)).toBe(false)
  expect(await verifyPassword('anything', null)).toBe(false)
  // As another keyboard would type it.
  expect(await verifyPassword('cafe\u0301', await hashPassword('caf\u00E9'))).toBe(true)
})

it('[SGN4] what is no hash lets nobody in', async () => {
  for (const broken of ['', 'x', 'scrypt$32768$8$3$$']) {
    expect(await verifyPassword('', broken).catch(() => false)).toBe(false)
  }
})

withSharedPostgres('signing in', (open) => {
  let passwordHash = ''
  beforeAll(async () => {
    provideDatabase(open())
    passwordHash = await hashPassword('correct horse')
  })

  const newPerson = async () => {
    const id = randomUUID()
    const email = `${id}@galley.test`
    await insertPerson(open().handle, {
      id,
      email,
      name: 'Ada',
      roles: ['editor'],
      chief: false,
      passwordHash,
    })
    return { id, email }
  }

  it('[SGN1] unknown, wrong and disabled get one answer', async () => {
    const [ada, gone] = [await newPerson(), await newPerson()]
    await updatePerson(open().handle, gone.id, { disabled: true, now: new Date() })
    const answers = [
      await checkCredentials(ada.email, 'wrong'),
      await checkCredentials(`x${ada.email}`, 'correct horse'),
      await checkCredentials(gone.email, 'correct horse'),
      await checkCredentials('a\0b', 'correct horse'),
    ]
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]).toMatchObject({ failure: { kind: 'unauthenticated' } })
    expect(await checkCredentials(` ${ada.email.toUpperCase()}`, 'correct horse')).toMatchObject({
      value: { id: ada.id },
    })
  })

  it('[SGN1] after ten tries an address has to wait, the right password too; others do not', async () => {
    const [ada, ben] = [await newPerson(), await newPerson()]
    for (let k = 0; k < 10; k++) await checkCredentials(ada.email, 'wrong')
    const refused = await checkCredentials(ada.email.toUpperCase(), 'correct horse')
    expect(refused).toMatchObject({ failure: { kind: 'tooMany', retryAfter: expect.any(Number) } })
    expect((await checkCredentials(ben.email, 'correct horse')).ok).toBe(true)
  })

  it('[SGN2] a session runs for its days', async () => {
    const { id } = await newPerson()
    const session = await openSession(id)
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
    expect((await findPersonBySession(open().handle, session, inDays(SESSION_DAYS - 1)))?.id).toBe(
      id,
    )
    expect(await findPersonBySession(open().handle, session, inDays(SESSION_DAYS + 1))).toBeNull()
  })

  it('[LOG5] signing in is in the audit trail', async () => {
    const { id } = await newPerson()
    const before = await auditLength(open().handle)
    await openSession(id)
    const entry = await open().handle.execute(
      sql`select action, actor_id as actor from audit where seq = ${before + 1}`,
    )
    expect((entry as unknown as { rows: unknown[] }).rows).toEqual([
      { action: 'session.started', actor: id },
    ])
    expect(await verifyAudit(open().handle)).toBeNull()
  })
})

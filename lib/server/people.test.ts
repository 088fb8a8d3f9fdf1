import { execFile } from 'node:child_process'
import { expect, it } from 'vitest'
import { type DatabaseTarget, openDatabase } from '#db/connection.ts'
import { findPersonForSignIn } from '#db/repositories/people.ts'
import { verifyPassword } from '#lib/auth/password.ts'
import { emptyTarget } from '#lib/testing/databases.ts'
import { addActor } from '#lib/testing/newsroom.ts'

const { PATH, NODE_COMPILE_CACHE } = process.env

/** The command as an operator runs it. */
function people(target: DatabaseTarget, ...args: readonly string[]) {
  const place: Record<string, string> =
    target.kind === 'postgres' ? { DATABASE_URL: target.url } : { GALLEY_DATA: `${target.folder}` }
  const env: NodeJS.ProcessEnv = { NODE_ENV: 'test', PATH, NODE_COMPILE_CACHE, ...place }
  return new Promise<{ code: number | string | null; said: string }>((resolve) => {
    execFile(process.execPath, ['lib/server/people.ts', ...args], { env }, (error, out, err) =>
      resolve({ code: error?.code ?? 0, said: out + err }),
    )
  })
}

/** A newsroom of one person. */
async function begin(kind: DatabaseTarget['kind']) {
  const { target, dispose } = await emptyTarget(kind)
  const database = await openDatabase(target)
  const { email } = await addActor(database, 'ada', ['editor'], true)
  return { target, dispose, database, email }
}

it('[SGN8] npm run people prints a password that signs in while the server goes on, and lists everybody', async () => {
  const { target, dispose, database, email } = await begin('postgres')
  const [done, listed, nobody, wrong] = await Promise.all([
    people(target, 'new-password', email),
    people(target),
    people(target, 'make-admin', 'ben@galley.test'),
    people(target, 'new-password'),
  ])
  expect(done).toMatchObject({ code: 0, said: expect.stringContaining('ada is signed out') })
  const [password = ''] = done.said.split('\n')
  const found = await findPersonForSignIn(database.handle, email)
  expect(await verifyPassword(password, found?.passwordHash ?? null)).toBe(true)
  expect(listed).toEqual({ code: 0, said: `${email}\tada\teditor, chief\n` })
  const unknown = 'Nothing was done. Nobody has the address ben@galley.test.'
  expect(nobody).toMatchObject({ code: 2, said: expect.stringContaining(unknown) })
  const usage = 'npm run people -- new-password EMAIL'
  expect(wrong).toMatchObject({ code: 2, said: expect.stringContaining(usage) })
  await database.close()
  await dispose()
})

it('[SGN8] npm run people keeps off an embedded folder that a server works on', async () => {
  const { target, dispose, database, email } = await begin('pglite')
  expect(await people(target, 'make-admin', email)).toEqual({
    code: 2,
    said: expect.stringMatching(/Nothing was done.*is in use.*Stop that process/),
  })
  await database.close()
  expect(await people(target, 'make-admin', email)).toEqual({
    code: 0,
    said: 'ada is an administrator, and can sign in.\n',
  })
  await dispose()
})

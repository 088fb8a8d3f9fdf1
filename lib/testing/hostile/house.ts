import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { hashPassword } from '#lib/auth/password.ts'
import type { PersonRole } from '#lib/domain/access/policy.ts'
import { startPostgres } from '#lib/testing/postgres.ts'
import { type ServerProcess, startServer } from '#lib/testing/server-process.ts'
import { newVaultKey } from '#lib/vault/vault.ts'
import { type Action, builtActions, Caller, form } from './caller.ts'

export const PASSWORD = 'rain on the harbour roof'
const ALL: readonly PersonRole[] = ['writer', 'editor', 'reviewer', 'publisher', 'admin']

/** Who works here, by what they are. `writer` begins the articles, `other` is a writer of other ones. */
const PEOPLE = {
  admin: ['admin'],
  chief: ['publisher'],
  publisher: ['publisher'],
  editor: ['editor'],
  reviewer: ['reviewer'],
  second: ['reviewer'],
  writer: ['writer'],
  other: ['writer'],
  nobody: [],
  // May everything, and is not let in, each for a reason of their own.
  ended: ALL,
  expired: ALL,
  disabled: ALL,
  awaiting: ALL,
  narrow: ALL,
} as const satisfies Readonly<Record<string, readonly PersonRole[]>>
export type Name = keyof typeof PEOPLE

/** A newsroom in a process of its own on a database that can be looked into, with everybody signed in. */
export interface House {
  readonly server: ServerProcess
  readonly database: pg.Client
  readonly ids: Readonly<Record<Name, string>>
  /** By the cookie of a session. */
  readonly by: Readonly<Record<Name, Caller>>
  readonly actions: ReadonlyMap<string, Action>
  close(): Promise<void>
}

export async function openHouse(): Promise<House> {
  const closing: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const end of closing.reverse()) await end()
  }
  try {
    const postgres = await startPostgres()
    closing.push(() => postgres.stop())
    const dataFolder = mkdtempSync(join(tmpdir(), 'galley-hostile-'))
    closing.push(async () => rmSync(dataFolder, { recursive: true, force: true }))
    const server = await startServer({
      dataFolder,
      env: {
        DATABASE_URL: postgres.url,
        AUTH_SECRET: 'a secret of the tests, long enough for a server to accept it',
        GALLEY_VAULT_KEYS: newVaultKey(),
        GALLEY_CALLS_PER_MINUTE: '1000000',
        GALLEY_LINK_CHECKS: 'off',
      },
    })
    closing.push(() => server.stop())
    const database = new pg.Client({ connectionString: postgres.url })
    await database.connect()
    closing.push(() => database.end())
    const ids = await hire(database)
    const actions = builtActions()
    const by: Partial<Record<Name, Caller>> = {}
    for (const name of Object.keys(PEOPLE) as Name[])
      by[name] = await signIn(server.url, actions, name)
    return { server, database, ids, by: by as House['by'], actions, close }
  } catch (error) {
    await close()
    throw error
  }
}

export const addressOf = (name: Name) => `${name}@house.example`

async function hire(database: pg.Client): Promise<House['ids']> {
  const hash = await hashPassword(PASSWORD)
  const ids: Partial<Record<Name, string>> = {}
  for (const [name, roles] of Object.entries(PEOPLE) as [Name, readonly PersonRole[]][]) {
    ids[name] = randomUUID()
    const chief = name === 'chief' || roles === ALL
    await database.query(
      `insert into person (id, email, name, password_hash, roles, chief)
       values ($1, $2, $3, $4, $5, $6)`,
      [ids[name], addressOf(name), `The ${name}`, hash, roles, chief],
    )
  }
  return ids as House['ids']
}

/** Somebody with the cookie that the page of signing in gives. */
async function signIn(url: string, actions: House['actions'], name: Name): Promise<Caller> {
  const given = form({ email: addressOf(name), password: PASSWORD, next: '/' })
  const { cookies, text } = await new Caller(url).act(actionOf(actions, SIGN_IN), [{}, given])
  if (!cookies.some((cookie) => /session-token=./.test(cookie)))
    throw new Error(`The ${name} does not get in: ${text}`)
  return new Caller(url, { cookie: cookies.join('; ') })
}

const SIGN_IN = '(auth)/sign-in/actions#signInByPassword'

export function actionOf(actions: House['actions'], name: string): Action {
  const action = actions.get(name)
  if (!action) throw new Error(`The build has no action ${name}`)
  return action
}

/** Somebody with a token of their own. */
export async function withToken(
  { server }: House,
  name: Name,
  limits: { readonly scopes?: readonly string[] } = {},
): Promise<{ readonly id: string; readonly caller: Caller }> {
  const given = { email: addressOf(name), password: PASSWORD, name: 'tests', ...limits }
  const made = await new Caller(server.url).must('POST', '/api/v1/tokens', given)
  return { id: made.id, caller: bearing(server.url, made.token) }
}

export const bearing = (url: string, token: string) =>
  new Caller(url, { authorization: `Bearer ${token}` })

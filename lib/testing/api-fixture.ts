import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { globSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Database } from '#db/connection.ts'
import { provideDatabase, provideFiles } from '#db/process.ts'
import { insertToken } from '#db/repositories/tokens.ts'
import { provideSettings } from '#lib/auth/settings.ts'
import { provideCapturer } from '#lib/capture/ports.ts'
import { provideCollab } from '#lib/collab/ports.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { Scope } from '#lib/domain/access/scopes.ts'
import { provideSigner } from '#lib/signing/ports.ts'
import { provideSecrets, provideVault } from '#lib/vault/ports.ts'
import { newVaultKey, readVaultKeys, vaultWith } from '#lib/vault/vault.ts'
import { type Exchange, problemsOf } from './described.ts'
import { Desk } from './desk-fixture.ts'

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>

interface Route {
  /** As in the description: `/api/v1/articles/{id}`. */
  readonly path: string
  readonly file: string
}

/** Every route of the HTTP interface, those without a parameter in a place before those with one. */
export const apiRoutes: readonly Route[] = globSync('app/api/v1/**/route.ts')
  .map((file) => ({ file, path: file.replace(/^app/, '').replace(/\/route\.ts$/, '') }))
  .map(({ file, path }) => ({ file, path: path.replace(/\[(\w+)\]/g, '{$1}') }))
  .sort((a, b) => (a.path.replaceAll('{', '~') < b.path.replaceAll('{', '~') ? -1 : 1))

/** The methods that a route answers. */
export async function handlersOf({ file }: Route): Promise<Readonly<Record<string, Handler>>> {
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, Handler>
}

export interface ApiReply {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly body: any
}

/** The routes as a process has them, on a real database, called without a server between. */
export class ApiDesk extends Desk {
  /** All that was asked and answered. */
  readonly exchanges: (Exchange & { readonly reply: ApiReply })[] = []

  constructor(database: Database, callsPerMinute = 1_000_000) {
    super(database)
    provideDatabase(database)
    provideFiles(this.files)
    provideCollab(this.context.collab)
    provideCapturer(this.outside)
    provideSigner(this.signer)
    if (this.vault) provideVault(this.vault)
    provideSecrets(vaultWith(readVaultKeys(newVaultKey())))
    const nothing = { corrections: null, publicUrl: 'http://galley.test', setupCodeHash: null }
    const off = { mail: false, auditHeads: '', gallery: false }
    const without = { providers: { oidc: null, github: null }, ...off }
    provideSettings({
      demo: false,
      newsroom: 'Test',
      embedded: true,
      callsPerMinute,
      ...nothing,
      ...without,
    })
  }

  /** A bearer token of this person. */
  async token(actor: Actor, scopes: readonly Scope[] | null = null, expiresAt: Date | null = null) {
    const token = `galley_${randomBytes(32).toString('base64url')}`
    const hash = createHash('sha256').update(token).digest('hex')
    const id = randomUUID()
    const row = { id, personId: actor.id, name: 'tests', hash, scopes, expiresAt }
    await insertToken(this.database.handle, row)
    return { id, token }
  }

  /** Calls in the name of whoever holds the token. `body`: bytes as they are, all else as JSON. */
  async call(
    token: string | null,
    method: string,
    address: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<ApiReply> {
    const url = new URL(address, 'http://galley.test')
    const { route, params } = routeTo(url.pathname)
    const handler = (await handlersOf(route))[method]
    if (!handler) throw new Error(`${route.path} does not answer ${method}`)
    const request = new Request(url, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && {
        body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body),
      }),
    })
    const reply = await replyOf(await handler(request, { params: Promise.resolve(params) }))
    const exchange = { method, path: route.path, reply }
    this.exchanges.push(exchange)
    // Whatever a test asks for, its answer is as described.
    const problems = problemsOf(exchange)
    if (problems.length) throw new Error(`${problems.join('; ')}\n${JSON.stringify(reply.body)}`)
    return reply
  }
}

async function replyOf(response: Response): Promise<ApiReply> {
  const { status, headers } = response
  const type = headers.get('content-type') ?? ''
  const bytes = await response.bytes()
  const body = type.includes('json') ? JSON.parse(new TextDecoder().decode(bytes)) : bytes
  return { status, headers, body }
}

function routeTo(pathname: string): { route: Route; params: Record<string, string> } {
  for (const route of apiRoutes) {
    const pattern = route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
    const found = new RegExp(`^${pattern}$`).exec(pathname)
    if (found) return { route, params: { ...found.groups } }
  }
  throw new Error(`No route answers ${pathname}`)
}

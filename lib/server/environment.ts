import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { SignInProviders } from '#lib/auth/settings.ts'
import type { Limits, Rate } from '#lib/collab/limits.ts'
import { newVaultKey, readVaultKeys, VaultError } from '#lib/vault/vault.ts'
import {
  missingVariable,
  optional,
  providerRemedies,
  providersOf,
  providerVariables,
} from './sign-in-settings.ts'

/** The configuration of this process. Parsed once, at the start. */
export interface Environment {
  readonly production: boolean
  readonly host: string
  readonly port: number
  /** Where browsers reach us, without a slash at the end; null: by the address that they used. */
  readonly publicUrl: string | null
  readonly database:
    | { readonly kind: 'postgres'; readonly url: string }
    | { readonly kind: 'pglite'; readonly folder: string }
  /** Folder of what was uploaded: pictures, and what was kept of sources. */
  readonly files: string
  readonly authSecret: string
  /** Where else people may sign in. */
  readonly providers: SignInProviders
  /** File of the private keys that sign versions. One that nobody named is made when it is not there. */
  readonly signingKeys: { readonly file: string; readonly isNamed: boolean }
  /** Keys that lock up who confidential sources are; null: nothing can be. */
  readonly vaultKeys: string | null
  /** File that signed heads of the audit trail are written to. */
  readonly auditHeads: string
  /** The demo newsroom, with one article or with several; null: none. Embedded mode on a loopback address only. */
  readonly demo: 'small' | 'full' | null
  readonly newsroom: string
  /** Where readers write when something is wrong; null: the pages name none. */
  readonly corrections: string | null
  /** Addresses of sources are looked at on a schedule. Those of the demo are invented. */
  readonly linkChecks: boolean
  /** The page that shows every component in every state is there. */
  readonly gallery: boolean
  /** With it metrics are read from elsewhere too; null: on the loopback address alone. */
  readonly metricsToken: string | null
  /** Where mail is handed in, and whom it comes from; null: none is sent. */
  readonly mail: { readonly url: string; readonly from: string } | null
  /** Limits that a newsroom's size, or its own programs, may ask for. */
  readonly limits: Partial<Limits>
  /** Calls of the HTTP interface that read, a minute, of a person or a token; undefined: as many as we think right. */
  readonly callsPerMinute: number | undefined
}

/** A wrong setting: the message names the variable and what to do. */
export class WrongSetting extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'WrongSetting'
  }
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

const remedies = {
  ...providerRemedies,
  PORT: 'give a port number from 1 to 65535, for example PORT=3000',
  HOST: 'give the address to listen on, for example HOST=127.0.0.1',
  PUBLIC_URL:
    'give the address that browsers use, for example PUBLIC_URL=https://galley.example.org',
  DATABASE_URL:
    'give a PostgreSQL address, for example DATABASE_URL=postgres://user:password@host:5432/galley',
  GALLEY_DATA: 'give a folder for the embedded database, for example GALLEY_DATA=.data',
  GALLEY_FILES: 'give a folder for pictures and other files, for example GALLEY_FILES=.data/files',
  AUTH_SECRET: 'give at least 32 characters; `openssl rand -base64 48` makes some',
  GALLEY_SIGNING_KEYS:
    'give the file of the keys that sign versions; `npm run keys -- new FILE` makes one',
  GALLEY_VAULT_KEYS:
    'give keys of 32 bytes in base64, separated by commas, the newest first; `npm run vault -- new` makes one',
  GALLEY_AUDIT_HEADS:
    'give a file that can be appended to, for example GALLEY_AUDIT_HEADS=/mnt/elsewhere/heads.txt',
  GALLEY_NEWSROOM: 'give the name of the newsroom, for example GALLEY_NEWSROOM="The Courier"',
  GALLEY_CORRECTIONS:
    'give the address that readers write to when something is wrong, for example GALLEY_CORRECTIONS=desk@courier.example',
  GALLEY_DEMO: 'give small or full, for example GALLEY_DEMO=full',
  GALLEY_LINK_CHECKS: 'give on or off, for example GALLEY_LINK_CHECKS=off',
  GALLEY_GALLERY: 'give on or off, for example GALLEY_GALLERY=on',
  GALLEY_METRICS_TOKEN: 'give at least 16 characters; `openssl rand -hex 24` makes some',
  GALLEY_SMTP_URL:
    'give the address of a mail server, for example GALLEY_SMTP_URL=smtps://user:password@mail.example.org',
  GALLEY_MAIL_FROM:
    'give the address that mail comes from, for example GALLEY_MAIL_FROM=galley@courier.example',
  GALLEY_SOCKETS: 'give how many connections there may be, for example GALLEY_SOCKETS=10000',
  GALLEY_SOCKETS_PER_PERSON:
    'give how many connections a person or program may have, for example GALLEY_SOCKETS_PER_PERSON=50',
  GALLEY_SOCKETS_PER_ARTICLE:
    'give how many connections an article may have, for example GALLEY_SOCKETS_PER_ARTICLE=500',
  GALLEY_OPEN_ARTICLES:
    'give how many articles may be open at once, for example GALLEY_OPEN_ARTICLES=2000',
  GALLEY_MESSAGES_PER_PERSON:
    'give how many messages a second a person or program may send, for example GALLEY_MESSAGES_PER_PERSON=200',
  GALLEY_CALLS_PER_MINUTE:
    'give how many calls a minute a person or token may read with, for example GALLEY_CALLS_PER_MINUTE=1200',
}

const protocolOf = (value: string) => (URL.canParse(value) ? new URL(value).protocol : '')

function areVaultKeys(text: string): boolean {
  try {
    return readVaultKeys(text).length > 0
  } catch (error) {
    if (error instanceof VaultError) return false
    throw error
  }
}

const atLeastOne = optional(z.coerce.number().int().min(1).optional())

const variables = z.object({
  NODE_ENV: z.string().optional(),
  ...providerVariables,
  PORT: optional(z.coerce.number().int().min(1).max(65_535).default(3000)),
  HOST: optional(z.string().default('127.0.0.1')),
  PUBLIC_URL: optional(
    z
      .string()
      .refine((value) => ['http:', 'https:'].includes(protocolOf(value)))
      .optional(),
  ),
  DATABASE_URL: optional(
    z
      .string()
      .refine((value) => ['postgres:', 'postgresql:'].includes(protocolOf(value)))
      .optional(),
  ),
  GALLEY_DATA: optional(z.string().default('.data')),
  GALLEY_FILES: optional(z.string().optional()),
  AUTH_SECRET: optional(z.string().min(32).optional()),
  GALLEY_SIGNING_KEYS: optional(z.string().optional()),
  GALLEY_VAULT_KEYS: optional(z.string().refine(areVaultKeys).optional()),
  GALLEY_AUDIT_HEADS: optional(z.string().optional()),
  GALLEY_NEWSROOM: optional(z.string().max(80).default('Galley')),
  GALLEY_CORRECTIONS: optional(z.email().max(254).optional()),
  GALLEY_DEMO: optional(z.enum(['small', 'full']).default('full')),
  GALLEY_LINK_CHECKS: optional(z.enum(['on', 'off']).optional()),
  GALLEY_GALLERY: optional(z.enum(['on', 'off']).default('off')),
  GALLEY_METRICS_TOKEN: optional(z.string().min(16).optional()),
  GALLEY_SMTP_URL: optional(
    z
      .string()
      .refine((value) => ['smtp:', 'smtps:'].includes(protocolOf(value)))
      .optional(),
  ),
  GALLEY_MAIL_FROM: optional(z.email().max(254).optional()),
  GALLEY_SOCKETS: atLeastOne,
  GALLEY_SOCKETS_PER_PERSON: atLeastOne,
  GALLEY_SOCKETS_PER_ARTICLE: atLeastOne,
  GALLEY_OPEN_ARTICLES: atLeastOne,
  GALLEY_MESSAGES_PER_PERSON: atLeastOne,
  GALLEY_CALLS_PER_MINUTE: atLeastOne,
})

/** Names of all settings. */
export const VARIABLES: readonly string[] = Object.keys(variables.shape)

/** Throws `WrongSetting`. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = variables.safeParse(env)
  if (!parsed.success) {
    const variable = String(parsed.error.issues[0]?.path[0]) as keyof typeof remedies
    throw new WrongSetting(`${variable}: ${remedies[variable] ?? 'is not valid'}`)
  }
  const {
    PORT: port,
    HOST: host,
    PUBLIC_URL,
    DATABASE_URL,
    GALLEY_DATA,
    GALLEY_FILES,
    AUTH_SECRET,
    ...rest
  } = parsed.data
  const folder = resolve(GALLEY_DATA)
  const database = DATABASE_URL
    ? ({ kind: 'postgres', url: DATABASE_URL } as const)
    : ({ kind: 'pglite', folder } as const)
  const demo = database.kind === 'pglite' && LOOPBACK.includes(host) ? rest.GALLEY_DEMO : null
  if (!AUTH_SECRET && database.kind === 'postgres')
    throw new WrongSetting(`AUTH_SECRET: ${remedies.AUTH_SECRET}`)
  return {
    production: rest.NODE_ENV === 'production',
    host,
    port,
    publicUrl: PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    database,
    files: GALLEY_FILES ? resolve(GALLEY_FILES) : join(folder, 'files'),
    authSecret: AUTH_SECRET ?? secretOf(folder),
    providers: checkedProviders(rest, PUBLIC_URL),
    signingKeys: signingKeysOf(rest.GALLEY_SIGNING_KEYS, folder),
    vaultKeys: rest.GALLEY_VAULT_KEYS ?? (database.kind === 'pglite' ? vaultKeyOf(folder) : null),
    auditHeads: resolve(rest.GALLEY_AUDIT_HEADS ?? join(folder, 'audit-heads.txt')),
    demo,
    newsroom: rest.GALLEY_NEWSROOM,
    corrections: rest.GALLEY_CORRECTIONS ?? null,
    linkChecks: rest.GALLEY_LINK_CHECKS ? rest.GALLEY_LINK_CHECKS === 'on' : demo === null,
    ...{ gallery: rest.GALLEY_GALLERY === 'on', metricsToken: rest.GALLEY_METRICS_TOKEN ?? null },
    mail: mailOf(rest.GALLEY_SMTP_URL, rest.GALLEY_MAIL_FROM),
    limits: limitsOf(rest),
    callsPerMinute: rest.GALLEY_CALLS_PER_MINUTE,
  }
}

function signingKeysOf(named: string | undefined, folder: string): Environment['signingKeys'] {
  return { file: resolve(named ?? join(folder, 'signing-keys.json')), isNamed: named !== undefined }
}

/** A provider sends people back to one address, which has to be known. */
function checkedProviders(
  given: Parameters<typeof providersOf>[0],
  publicUrl: string | undefined,
): SignInProviders {
  const missing = missingVariable(given)
  if (missing) throw new WrongSetting(`${missing}: ${remedies[missing]}`)
  const providers = providersOf(given)
  if ((providers.oidc || providers.github) && !publicUrl) {
    const remedy = remedies.PUBLIC_URL
    throw new WrongSetting(`PUBLIC_URL: providers send people back to it; ${remedy}`)
  }
  return providers
}

function mailOf(url: string | undefined, from: string | undefined): Environment['mail'] {
  if (!url) return null
  if (!from) throw new WrongSetting(`GALLEY_MAIL_FROM: ${remedies.GALLEY_MAIL_FROM}`)
  return { url, from }
}

function limitsOf(given: Partial<Record<keyof typeof remedies, unknown>>): Partial<Limits> {
  const limits = {
    sockets: given.GALLEY_SOCKETS,
    socketsPerPerson: given.GALLEY_SOCKETS_PER_PERSON,
    socketsPerArticle: given.GALLEY_SOCKETS_PER_ARTICLE,
    articles: given.GALLEY_OPEN_ARTICLES,
    personMessages: rateOf(given.GALLEY_MESSAGES_PER_PERSON),
  }
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined))
}

/** Ten seconds' worth may come at once: what was kept while a program was away. */
function rateOf(perSecond: unknown): Rate | undefined {
  return typeof perSecond === 'number' ? { perSecond, atOnce: perSecond * 10 } : undefined
}

/** The embedded mode makes its own secrets, so that sessions, and what is locked up, outlive a restart. */
const secretOf = (folder: string) =>
  keptSecret(folder, 'auth-secret', () => randomBytes(48).toString('base64'))
const vaultKeyOf = (folder: string) => keptSecret(folder, 'vault-key', newVaultKey)

function keptSecret(folder: string, name: string, make: () => string): string {
  const path = join(folder, name)
  try {
    mkdirSync(folder, { recursive: true })
    if (!existsSync(path)) writeFileSync(path, make(), { mode: 0o600, flag: 'wx' })
    return readFileSync(path, 'utf8')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `GALLEY_DATA: the folder cannot be written (${reason}); name one that can`
    throw new WrongSetting(message, { cause: error })
  }
}

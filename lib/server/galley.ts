import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import next from 'next'
import { type Database, openDatabase } from '#db/connection.ts'
import { openFolderFiles } from '#db/folder-files.ts'
import { provideDatabase, provideFiles } from '#db/process.ts'
import { countPeople } from '#db/repositories/people.ts'
import { updateLogOf } from '#db/repositories/update-log.ts'
import { offTokenOf as makeOffToken } from '#lib/auth/off-token.ts'
import { provideSettings } from '#lib/auth/settings.ts'
import { CaptureProcesses } from '#lib/capture/capture-processes.ts'
import { GuardedPoster } from '#lib/capture/guarded-post.ts'
import { type Capturer, type Poster, provideCapturer } from '#lib/capture/ports.ts'
import { provideCollab } from '#lib/collab/ports.ts'
import { type CollabServer, createCollabServer } from '#lib/collab/server.ts'
import type { FileStore } from '#lib/domain/shared/file-store.ts'
import type { PrivateKey } from '#lib/signing/keys.ts'
import { provideSigner, signerWith } from '#lib/signing/ports.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { mendAddresses } from '#lib/usecases/mend-addresses.ts'
import { providePostman } from '#lib/usecases/postman.ts'
import { providePublicUrl } from '#lib/usecases/public-url.ts'
import { rememberKeys } from '#lib/usecases/signing-keys.ts'
import { socketRights } from '#lib/usecases/socket-rights.ts'
import { provideSecrets as provideServerSecrets, provideVault } from '#lib/vault/ports.ts'
import { keyFromSecret, readVaultKeys, vaultWith } from '#lib/vault/vault.ts'
import { startAuditHeads } from './audit-heads.ts'
import { limitBody } from './body-limit.ts'
import { seedDemo } from './demo.ts'
import { Digests } from './digests.ts'
import { type Environment, WrongSetting } from './environment.ts'
import { startLinkChecks } from './link-checks.ts'
import { startLiveRights } from './live-rights.ts'
import { log } from './log.ts'
import { mailerTo } from './mailer.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { startNoticeFollower } from './notice-follower.ts'
import { startNoticeMails } from './notice-mails.ts'
import { answerOps } from './ops.ts'
import type { Repeated } from './repeat.ts'
import { startScheduledVersions } from './scheduled-versions.ts'
import { openSigningKeys } from './signing.ts'
import { startWebhooks } from './webhooks.ts'

/** The composition root: everything that the process is made of. */
export interface Galley {
  handle(request: IncomingMessage, response: ServerResponse): void
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  greet(): void
  stop(): Promise<void>
}

/** What an entry may put in the place of the product's own. */
export interface Parts {
  readonly capturer?: Capturer
  readonly poster?: Poster
}

export async function startGalley(environment: Environment, parts: Parts = {}): Promise<Galley> {
  const files = await openFiles(environment.files)
  const keys = openSigningKeys(environment.signingKeys)
  const database = await openDatabase(environment.database, { narrow: true })
  if (!database.isNarrow)
    log('warn', 'the database role may not make roles', { see: 'OPERATIONS.md' })
  const digests = new Digests(database)
  const metrics = createMetrics()
  const collab = startCollab(environment, database, digests, metrics)
  provideSecrets(environment, keys)
  provide(database, files, collab, parts)
  await rememberKeys(serverContext(), keys)
  await mendAddresses(serverContext())
  if (environment.demo) await seedDemo(serverContext(), environment.demo)
  const setupCode = await newSetupCode(database)
  provideSettings(settingsOf(environment, setupCode))
  providePublicUrl(addressOf(environment))
  // Next adds its own listener for upgrades to the server that it is given: it gets one that never listens.
  const upgrades = createServer()
  const app = next({ ...nextOptions(environment), httpServer: upgrades })
  const pages = app.getRequestHandler()
  await app.prepare()
  const schedules = startSchedules(environment, parts)
  const ops = { database, metrics, metricsToken: environment.metricsToken }
  return {
    handle: (request, response) => {
      if (answerOps(ops, request, response) || !limitBody(request, response)) return
      pages(request, response).catch((error: unknown) => {
        log('error', 'a request failed', { error })
        response.destroy()
      })
    },
    upgrade: (request, socket, head) => {
      if ((request.url ?? '').startsWith('/collab/')) collab.upgrade(request, socket, head)
      else if (!upgrades.emit('upgrade', request, socket, head)) socket.destroy()
    },
    greet: () => greet(environment, setupCode),
    stop: async () => {
      await schedules.stop()
      await collab.close()
      await digests.flush()
      await schedules.conclude()
      await app.close()
      await database.close()
    },
  }
}

const settingsOf = (environment: Environment, setupCode: string | null) => ({
  demo: environment.demo !== null,
  newsroom: environment.newsroom,
  corrections: environment.corrections,
  publicUrl: environment.publicUrl,
  providers: environment.providers,
  embedded: environment.database.kind === 'pglite',
  mail: environment.mail !== null,
  auditHeads: environment.auditHeads,
  gallery: environment.gallery,
  callsPerMinute: environment.callsPerMinute,
  setupCodeHash: setupCode && createHash('sha256').update(setupCode).digest('hex'),
})

const nextOptions = ({ host: hostname, port, production }: Environment) => {
  return { dev: !production, hostname, port }
}

/** What signs and what locks up. */
function provideSecrets({ vaultKeys, authSecret }: Environment, keys: readonly PrivateKey[]) {
  provideSigner(signerWith(keys))
  const ours = vaultKeys ? readVaultKeys(vaultKeys) : []
  if (vaultKeys) provideVault(vaultWith(ours))
  provideServerSecrets(vaultWith([...ours, keyFromSecret(authSecret)]))
}

/** What the process does by itself. The last head is signed when nobody acts any more. */
function startSchedules(environment: Environment, parts: Parts) {
  const { linkChecks, auditHeads } = environment
  const links = startLinkChecks(linkChecks, serverContext)
  const heads = startAuditHeads(auditHeads, serverContext)
  const versions = startScheduledVersions(serverContext)
  const rights = startLiveRights(serverContext)
  const notices = startNoticeFollower(serverContext)
  const mails = startMails(environment)
  const hooks = startWebhooks(serverContext, parts.poster ?? new GuardedPoster())
  return {
    stop: async () => {
      await Promise.all(
        [links, rights, versions, notices, mails, hooks].map((each) => each?.stop()),
      )
    },
    conclude: () => heads.stop(),
  }
}

/** Null: no server of mail is named. */
function startMails(environment: Environment): Repeated | null {
  const { mail, newsroom, authSecret } = environment
  if (!mail) return null
  const offTokenOf = (personId: string) => makeOffToken(authSecret, personId)
  const site = { origin: addressOf(environment), newsroom, offTokenOf }
  const postman = mailerTo(mail.url, mail.from)
  providePostman(postman)
  return startNoticeMails(postman, site, serverContext)
}

function provide(database: Database, files: FileStore, collab: CollabServer, parts: Parts) {
  provideDatabase(database)
  provideFiles(files)
  provideCollab(collab.collab)
  provideCapturer(parts.capturer ?? new CaptureProcesses({ report }))
}

const report = (event: string, error: unknown) => log('error', event, { error })

async function openFiles(folder: string): Promise<FileStore> {
  try {
    return await openFolderFiles(folder)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `GALLEY_FILES: the folder cannot be written (${reason}); name one that can`
    throw new WrongSetting(message, { cause: error })
  }
}

function startCollab(
  { publicUrl, limits }: Environment,
  database: Database,
  digests: Digests,
  metrics: Metrics,
): CollabServer {
  const collab = createCollabServer({
    limits,
    meter: metrics.meter,
    store: updateLogOf(database),
    origins: publicUrl ? [new URL(publicUrl).origin] : [],
    rights: (request) => socketRights({ db: database.handle, now: () => new Date() }, request),
    committed: (articleId, state) => digests.mark(articleId, state),
    report,
  })
  metrics.watch(collab)
  return collab
}

/** A newsroom without people is set up by whoever can read what this process prints. */
async function newSetupCode(database: Database): Promise<string | null> {
  return (await countPeople(database.handle)) === 0 ? randomBytes(9).toString('base64url') : null
}

function addressOf({ host, port, publicUrl }: Environment): string {
  const shown = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host
  return publicUrl ?? `http://${shown}:${port}`
}

function greet(environment: Environment, setupCode: string | null) {
  const { demo, database, signingKeys } = environment
  const address = addressOf(environment)
  const lines = [`Galley is ready at ${address}`]
  if (database.kind === 'pglite') {
    lines.push(
      'The embedded database survives a crash of this process, not a power cut: use PostgreSQL for real work.',
    )
  }
  if (database.kind === 'postgres' && !signingKeys.isNamed) {
    lines.push(
      `Versions are signed with the keys in ${signingKeys.file}: back that file up, or name one with GALLEY_SIGNING_KEYS.`,
    )
  }
  if (setupCode)
    lines.push(`Make the first administrator at ${address}/set-up with the code ${setupCode}`)
  if (demo) {
    lines.push(
      `Open ${address} and sign in with one click, for example as Ada Quill (editor@galley.test, password demo).`,
    )
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}

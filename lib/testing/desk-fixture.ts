import { randomUUID } from 'node:crypto'
import type { Database } from '#db/connection.ts'
import { updateLogOf } from '#db/repositories/update-log.ts'
import { type CollabServer, createCollabServer } from '#lib/collab/server.ts'
import type { Actor, PersonRole } from '#lib/domain/access/policy.ts'
import type { WarningReason } from '#lib/domain/publication/overrides.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Result } from '#lib/domain/shared/result.ts'
import { newKey } from '#lib/signing/keys.ts'
import { signerWith } from '#lib/signing/ports.ts'
import { type AnnotationInput, annotationInput } from '#lib/usecases/annotation-input.ts'
import type { Context } from '#lib/usecases/context.ts'
import { createArticle } from '#lib/usecases/create-article.ts'
import { decide } from '#lib/usecases/decide.ts'
import { findWarnings } from '#lib/usecases/find-warnings.ts'
import { setAnnotations } from '#lib/usecases/set-annotations.ts'
import { showArticle } from '#lib/usecases/show-article.ts'
import { socketRights } from '#lib/usecases/socket-rights.ts'
import { createSource, newSourceInput } from '#lib/usecases/sources.ts'
import { newVaultKey, readVaultKeys, type Vault, vaultWith } from '#lib/vault/vault.ts'
import { FakeOutside } from './fake-outside.ts'
import { memoryFiles } from './memory-files.ts'
import { addActor } from './newsroom.ts'

/** The value of an outcome that has to be a success. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.kind}: ${result.failure.message}`)
  return result.value
}

/** Kind of the failure; null for a success. */
export const failureOf = (result: Result<unknown>) => (result.ok ? null : result.failure.kind)

/** A newsroom with the collaboration server's rooms on a real database, as the process has it, without HTTP. */
export class Desk {
  readonly database: Database
  readonly files = memoryFiles()
  /** Pages that there are outside. */
  readonly outside = new FakeOutside()
  signer = signerWith([newKey()])
  /** Chance; a test that compares bytes counts instead. */
  newId: () => string = randomUUID
  vault: Vault | null = vaultWith(readVaultKeys(newVaultKey()))
  #server: CollabServer
  #minutes = 0

  constructor(database: Database) {
    this.database = database
    this.#server = serverOn(database)
  }

  get context(): Context {
    return {
      ...{
        db: this.database.handle,
        collab: this.#server.collab,
        files: this.files,
        capturer: this.outside,
        signer: this.signer,
        vault: this.vault,
        newId: this.newId,
      },
      now: () => new Date(Date.UTC(2026, 0, 1, 0, this.#minutes++)),
    }
  }

  /** Time goes by. */
  pass(minutes: number): void {
    this.#minutes += minutes
  }

  /** In so many minutes, in its own time. */
  inMinutes(minutes: number): string {
    return new Date(Date.UTC(2026, 0, 1, 0, this.#minutes + minutes)).toISOString()
  }

  get rooms() {
    return this.#server.rooms
  }

  async stop(): Promise<void> {
    await this.#server.close()
  }

  /** Forgets all that is in memory. */
  async restart(): Promise<void> {
    await this.#server.close()
    this.#server = serverOn(this.database)
  }

  person(roles: readonly PersonRole[], chief = false): Promise<Actor> {
    return addActor(this.database, `${roles.join('-')}-${randomUUID().slice(0, 8)}`, roles, chief)
  }

  async article(actor: Actor, text: string): Promise<string> {
    const input = { format: 'text', text, lang: 'en', headline: '' } as const
    return must(await createArticle(this.context, actor, input)).id
  }

  async source(actor: Actor, fields: Record<string, unknown> = {}): Promise<string> {
    const input = { kind: 'document', title: `Contract ${randomUUID()}`, ...fields }
    return must(await createSource(this.context, actor, newSourceInput.parse(input))).source.id
  }

  async statuses(actor: Actor, articleId: string): Promise<readonly SentenceStatus[]> {
    return must(await showArticle(this.context, actor, articleId)).assessment.statuses
  }

  async reviews(actor: Actor, articleId: string) {
    return (await this.statuses(actor, articleId)).map(({ review }) => review)
  }

  /** One reason for all that the gate warns of. */
  async reasons(actor: Actor, articleId: string, reason: string): Promise<WarningReason[]> {
    const { assessment } = must(await showArticle(this.context, actor, articleId))
    const warnings = await findWarnings(this.context, assessment)
    return warnings.map(({ kind, fingerprint }) => ({ kind, fingerprints: [fingerprint], reason }))
  }

  /** Annotates sentences; the results of the items. */
  async annotate(actor: Actor, articleId: string, items: readonly Record<string, unknown>[]) {
    const read = items.map((item): AnnotationInput => annotationInput.parse(item))
    return must(await setAnnotations(this.context, actor, articleId, read))
  }

  /** Gives every sentence a confirmed fact from a source. */
  async sourceAll(actor: Actor, articleId: string, sourceId: string) {
    const said = { kind: 'fact', confidence: 'confirmed', citations: [{ sourceId }] }
    const all = await this.statuses(actor, articleId)
    return this.annotate(
      actor,
      articleId,
      all.map(({ sentence, fingerprint }) => ({ index: sentence.index, fingerprint, ...said })),
    )
  }

  /** Decides on sentences as they stand now, each in a call of its own; the status of each. */
  async decide(
    actor: Actor,
    articleId: string,
    verdict: 'approve' | 'query' | 'reject',
    indexes?: readonly number[],
    note = 'How do we know?',
  ): Promise<readonly number[]> {
    const all = await this.statuses(actor, articleId)
    const items = all
      .filter(({ sentence }) => indexes?.includes(sentence.index) ?? true)
      .map(({ sentence, fingerprint }) => ({ index: sentence.index, fingerprint, verdict, note }))
    const results: number[] = []
    for (const item of items)
      results.push(
        ...must(await decide(this.context, actor, articleId, [item])).map(({ status }) => status),
      )
    return results
  }
}

function serverOn(database: Database): CollabServer {
  return createCollabServer({
    store: updateLogOf(database),
    rights: (request) => socketRights({ db: database.handle, now: () => new Date() }, request),
    ...{ origins: [], committed: () => {}, report: () => {} },
  })
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PGlite } from '@electric-sql/pglite'
import { and, eq, like } from 'drizzle-orm'
import { findArticle } from '#db/repositories/articles.ts'
import { readTrail, trailFault } from '#db/repositories/audit.ts'
import { findPerson, insertPerson } from '#db/repositories/people.ts'
import { listKeys } from '#db/repositories/signing-keys.ts'
import { findVersion, listVersions } from '#db/repositories/versions.ts'
import { deliveries } from '#db/schema-api.ts'
import type { Actor, PersonRole } from '#lib/domain/access/policy.ts'
import { HOOK_EVENTS } from '#lib/domain/publication/webhook.ts'
import type { Result } from '#lib/domain/shared/result.ts'
import { checkVersion } from '#lib/signing/check-download.ts'
import type { AnnotationInput } from '#lib/usecases/annotation-input.ts'
import { type Context, serverContext } from '#lib/usecases/context.ts'
import { createArticle } from '#lib/usecases/create-article.ts'
import { type DecisionInput, decide } from '#lib/usecases/decide.ts'
import { issueTicket } from '#lib/usecases/issue-ticket.ts'
import { changePerson } from '#lib/usecases/people.ts'
import { type PublishInput, publishVersion } from '#lib/usecases/publish-version.ts'
import { scheduleInput, scheduleVersion } from '#lib/usecases/schedule-version.ts'
import { setAnnotations } from '#lib/usecases/set-annotations.ts'
import { showArticle } from '#lib/usecases/show-article.ts'
import { createSource, newSourceInput } from '#lib/usecases/sources.ts'
import { addWebhook } from '#lib/usecases/webhooks.ts'
import { dieBefore } from './die-before.ts'

/** What an experiment can ask of a server, in anybody's name: the product's use cases, without signing in. */
export interface ControlCalls {
  people(input: { count: number; roles: readonly PersonRole[] }): Promise<readonly string[]>
  article(input: { personId: string; text: string }): Promise<{ readonly id: string }>
  ticket(input: { personId: string; articleId: string }): Promise<{
    readonly ticket: string
    readonly schemaVersion: number
    readonly epoch: number
    readonly readOnly: boolean
  }>
  /** The text as it is served, blocks by line. */
  text(input: { articleId: string }): Promise<{ readonly seq: number; readonly text: string }>
  sentences(input: { personId: string; articleId: string }): Promise<readonly ServedSentence[]>
  annotate(input: {
    personId: string
    articleId: string
    items: readonly AnnotationInput[]
  }): Promise<readonly number[]>
  decide(input: {
    personId: string
    articleId: string
    items: readonly DecisionInput[]
  }): Promise<readonly number[]>
  source(input: { personId: string; title: string }): Promise<{ readonly id: string }>
  publish(
    input: PublishInput & { personId: string; articleId: string },
  ): Promise<{ readonly number: number }>
  /** The same, on the embedded database, by a process that dies before the statement of this number. */
  publishAndDie(
    input: PublishInput & { personId: string; articleId: string; at: number },
  ): Promise<{ readonly number: number }>
  /** Has the first version published by itself, in some milliseconds. */
  schedule(input: { personId: string; articleId: string; after: number }): Promise<null>
  /** What is there of an article's versions, and what of it is not whole. */
  published(input: { articleId: string }): Promise<PublishedState>
  /** Adds one that is told of everything. */
  webhook(input: { adminId: string }): Promise<null>
  roles(input: { adminId: string; personId: string; roles: readonly PersonRole[] }): Promise<null>
}

export interface PublishedState {
  readonly versions: number
  readonly state: string
  /** Rows of the audit trail that tell of a publication. */
  readonly records: number
  /** What webhooks are told of one. */
  readonly told: number
  readonly wrong: readonly string[]
}

export interface ServedSentence {
  readonly index: number
  readonly text: string
  readonly fingerprint: string
  readonly review: string
}

const calls: ControlCalls = {
  people: async ({ count, roles }) => {
    const { db, newId } = serverContext()
    const ids = Array.from({ length: count }, newId)
    for (const id of ids) {
      const person = { id, email: `${id}@galley.test`, name: `Person ${id.slice(0, 4)}` }
      // No password fits this: these people cannot sign in.
      await insertPerson(db, { ...person, passwordHash: '-', roles, chief: false })
    }
    return ids
  },
  article: async ({ personId, text }) => {
    const input = { format: 'text', text, lang: 'en', headline: '' } as const
    return unwrap(await createArticle(serverContext(), await actor(personId), input))
  },
  ticket: async ({ personId, articleId }) =>
    unwrap(await issueTicket(serverContext(), await actor(personId), null, articleId)),
  text: async ({ articleId }) => {
    const { seq, content } = await serverContext().collab.read(articleId)
    const lines = content.blocks.map((block) => (block.type === 'text' ? block.text : ''))
    return { seq, text: lines.join('\n') }
  },
  sentences: async ({ personId, articleId }) => {
    const shown = await showArticle(serverContext(), await actor(personId), articleId)
    return unwrap(shown).assessment.statuses.map(({ sentence, fingerprint, review }) => ({
      ...{ index: sentence.index, text: sentence.text, fingerprint, review },
    }))
  },
  annotate: async ({ personId, articleId, items }) => {
    const results = await setAnnotations(serverContext(), await actor(personId), articleId, items)
    return unwrap(results).map(({ status }) => status)
  },
  decide: async ({ personId, articleId, items }) => {
    const by = await actor(personId)
    const results: number[] = []
    // Each in a call of its own: few may be approved together.
    for (const item of items)
      results.push(
        ...unwrap(await decide(serverContext(), by, articleId, [item])).map(({ status }) => status),
      )
    return results
  },
  source: async ({ personId, title }) => {
    const input = newSourceInput.parse({ kind: 'document', title })
    return unwrap(await createSource(serverContext(), await actor(personId), input)).source
  },
  publish: async ({ personId, articleId, ...input }) =>
    unwrap(await publishVersion(serverContext(), await actor(personId), articleId, input)),
  publishAndDie: ({ at, ...input }) => {
    const { $client } = serverContext().db as unknown as { readonly $client: PGlite }
    return dieBefore($client, at, () => calls.publish(input))
  },
  schedule: async ({ personId, articleId, after }) => {
    const wish = {
      at: new Date(Date.now() + after).toISOString(),
      change: 'first',
      note: 'It rained.',
    }
    const input = scheduleInput.parse(wish)
    unwrap(await scheduleVersion(serverContext(), await actor(personId), articleId, input))
    return null
  },
  published: async ({ articleId }) => {
    const { db } = serverContext()
    const article = await findArticle(db, articleId)
    const versions = await listVersions(db, articleId)
    const { kept, head } = await readTrail(db)
    const fault = trailFault(kept, head)
    const wrong = fault ? [fault.what] : []
    for (const { number } of versions) {
      const stored = await findVersion(db, article?.slug ?? '', number)
      const keys = await listKeys(db)
      const found = await checkVersion(stored?.canonical ?? '', stored?.signature ?? null, keys)
      if (!found.ok) wrong.push(found.says)
    }
    const records = kept.filter(
      ({ row }) => row.action === 'version.published' && row.articleId === articleId,
    ).length
    const told = await db.$count(
      deliveries,
      and(eq(deliveries.event, 'published'), like(deliveries.body, `%${articleId}%`)),
    )
    return { versions: versions.length, state: article?.state ?? '', records, told, wrong }
  },
  webhook: async ({ adminId }) => {
    const input = { url: 'https://nobody.galley.test/', events: [...HOOK_EVENTS] }
    unwrap(await addWebhook(serverContext(), await actor(adminId), input))
    return null
  },
  roles: async ({ adminId, personId, roles }) =>
    unwrap(
      await changePerson(serverContext(), await actor(adminId), personId, { roles: [...roles] }),
    ),
}

async function actor(id: string, { db }: Context = serverContext()): Promise<Actor> {
  const person = await findPerson(db, id)
  if (!person) throw new Error(`No person ${id}`)
  return person
}

function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw Object.assign(new Error(result.failure.kind), { failure: result.failure })
}

/** Stands in for Next: it is asked for a handler, and gets requests. */
// biome-ignore lint/style/noDefaultExport: the product imports Next by its default export
export default function pages() {
  return {
    prepare: async () => undefined,
    close: async () => undefined,
    getRequestHandler: () => answer,
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const name = (request.url ?? '').replace('/control/', '') as keyof ControlCalls
  const call = calls[name] as ((input: unknown) => Promise<unknown>) | undefined
  if (!call) {
    response.writeHead(404).end()
    return
  }
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  try {
    const reply = await call(JSON.parse(Buffer.concat(chunks).toString()))
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
  } catch (error) {
    const { name: kind, message, failure } = error as Error & { failure?: unknown }
    response.writeHead(422).end(JSON.stringify({ kind, message, failure }))
  }
}

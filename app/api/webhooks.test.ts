import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterEach, expect, it, vi } from 'vitest'
import { GuardedPoster } from '#lib/capture/guarded-post.ts'
import type { Poster, PostWish } from '#lib/capture/ports.ts'
import { GIVE_UP_MS } from '#lib/domain/publication/webhook.ts'
import { ApiDesk } from '#lib/testing/api-fixture.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { eventually } from '#lib/testing/eventually.ts'
import { type HookReceiver, isSigned, startReceiver } from '#lib/testing/hook-receiver.ts'
import { deliverNext } from '#lib/usecases/deliver-next.ts'
import { relockAll } from '#lib/usecases/relock-vault.ts'
import { newVaultKey, readVaultKeys, vaultWith } from '#lib/vault/vault.ts'

vi.mock('#lib/auth/config.ts', () => ({ auth: async () => null }))

const ALL = ['writer', 'editor', 'reviewer', 'publisher', 'admin'] as const
const EVENTS = ['published', 'corrected', 'retracted', 'takenDown', 'decision.made']

let receiver: HookReceiver | null = null
afterEach(async () => {
  await receiver?.close()
  receiver = null
})

withSharedDatabase('webhooks', (open) => {
  const begin = async (events: readonly string[] = EVENTS) => {
    await open().handle.execute(sql`delete from webhook`)
    receiver = await startReceiver()
    const desk = new ApiDesk(open())
    const pia = await desk.person(ALL, true)
    const { token } = await desk.token(pia)
    const call = (method: string, path: string, body?: unknown) =>
      desk.call(token, method, `/api/v1/${path}`, body)
    const made = await call('POST', 'webhooks', { url: receiver.url, events })
    expect(made.status).toBe(201)
    let shift = 0
    const context = { db: open().handle, now: () => new Date(Date.now() + shift) }
    const poster = new GuardedPoster({ loopbackPorts: [receiver.port] })
    const deliver = async (by: Poster = poster) => {
      while (await deliverNext(context, by)) {
        // Until nothing is due.
      }
    }
    const later = (ms: number) => {
      shift += ms
    }
    return { ...{ desk, pia, call, deliver, later, context }, hook: made.body, to: receiver }
  }
  type Begun = Awaited<ReturnType<typeof begin>>

  /** Publishes an article of one sentence, and says where it is. */
  const publish = async ({ desk, pia, call }: Begun) => {
    const id = await desk.article(pia, 'It rained.')
    const source = await desk.source(pia)
    await desk.sourceAll(pia, id, source)
    await desk.decide(await desk.person(['reviewer']), id, 'approve')
    const done = await call('POST', `articles/${id}/versions`, { change: 'first', note: 'New.' })
    expect(done.status).toBe(201)
    return { id, version: done.body }
  }

  it('[API6] what happened is told with its transaction, signed, without a word of the article', async () => {
    const begun = await begin()
    const { id, version } = await publish(begun)
    await begun.call('POST', `articles/${id}/versions`, { change: 'retraction', note: 'Wrong.' })
    await begun.call('POST', `articles/${id}/versions/1/takedown`, { reason: 'By order.' })
    await begun.deliver()
    const { told } = begun.to
    expect(told.every((one) => isSigned(one, begun.hook.secret))).toBe(true)
    expect(new Set(told.map(({ headers }) => headers['webhook-id'])).size).toBe(told.length)
    const events = told.map(({ body }) => JSON.parse(body))
    expect(events.map(({ type }) => type).sort()).toEqual([
      ...['decision.made', 'published', 'retracted', 'takenDown'],
    ])
    expect(events.find(({ type }) => type === 'published').data).toMatchObject({
      ...{ articleId: id, number: 1, change: 'first', note: 'New.', hash: version.hash },
      page: expect.stringContaining(`/read/${version.slug}/v/1`),
    })
    for (const { body } of told) expect(body).not.toContain('It rained')
    expect(isSigned({ ...told[0]!, body: `${told[0]?.body} ` }, begun.hook.secret)).toBe(false)
  })

  it('[API6] what did not happen is not told, nor to who does not want to know', async () => {
    const begun = await begin(['corrected'])
    const { id } = await publish(begun)
    const broken = vi
      .spyOn(begun.desk.signer, 'signDetached')
      .mockRejectedValueOnce(new Error('no'))
    const correction = { change: 'correction', correction: { wrong: 'Worse.', right: 'Better.' } }
    const path = `articles/${id}/versions`
    await begun.call('POST', path, correction).catch(() => null)
    broken.mockRestore()
    await begun.deliver()
    expect(begun.to.told).toEqual([])
    expect((await begun.call('POST', path, correction)).status).toBe(201)
    await begun.deliver()
    expect(begun.to.told.map(({ body }) => JSON.parse(body).type)).toEqual(['corrected'])
  })

  it('[API7] what does not arrive is tried again, later each time, the same bytes under the same id', async () => {
    const begun = await begin()
    const { call, hook, deliver, later, to } = begun
    to.answers(500)
    expect((await call('POST', `webhooks/${hook.id}/test`)).status).toBe(202)
    await deliver()
    await deliver()
    expect(to.told).toHaveLength(1)
    later(6_100)
    await deliver()
    expect(to.told).toHaveLength(2)
    to.answers(204)
    later(7 * 60_000)
    await deliver()
    expect(to.told).toHaveLength(3)
    expect(new Set(to.told.map(({ body }) => body)).size).toBe(1)
    expect(new Set(to.told.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    const list = await call('GET', `webhooks/${hook.id}/deliveries`)
    expect(list.body.deliveries).toMatchObject([
      { event: 'test', attempts: 3, lastStatus: 204, nextAt: null },
    ])
    expect((await call('GET', `webhooks/${hook.id}`)).body.failingSince).toBeNull()
  })

  it('[API7] of two processes one sends; who dies in it is followed, and who is gone is turned off', async () => {
    const begun = await begin()
    const { call, hook, deliver, later, context, to } = begun
    await call('POST', `webhooks/${hook.id}/test`)
    const sent: PostWish[] = []
    const dying = Promise.withResolvers<never>()
    const stuck = {
      post: (wish: PostWish) => {
        sent.push(wish)
        return dying.promise
      },
    }
    const died = deliverNext(context, stuck).catch(() => null)
    await eventually(() => expect(sent).toHaveLength(1))
    await deliver()
    expect(to.told).toEqual([])
    dying.reject(new Error('killed'))
    await died
    later(30_001)
    await deliver()
    expect(to.told).toHaveLength(1)
    to.answers(500)
    await call('POST', `webhooks/${hook.id}/test`)
    await deliver()
    later(GIVE_UP_MS)
    await deliver()
    const state = await call('GET', `webhooks/${hook.id}`)
    expect(state.body).toMatchObject({ active: false, givenUpAt: expect.any(String) })
    const on = await call('PATCH', `webhooks/${hook.id}`, { active: true })
    expect(on.body).toMatchObject({ active: true, givenUpAt: null, failingSince: null })
    to.answers(410)
    await call('POST', `webhooks/${hook.id}/test`)
    await deliver()
    expect((await call('GET', `webhooks/${hook.id}`)).body.active).toBe(false)
  })

  it('[API8] nothing is asked in private networks, no redirect is followed, and a secret is never in clear', async () => {
    const begun = await begin()
    const { call, hook, deliver, to, context } = begun
    to.answers(302, { location: `${to.url}/elsewhere` })
    await call('POST', `webhooks/${hook.id}/test`)
    await deliver()
    expect(to.told.map(({ path }) => path)).toEqual(['/hook'])
    await call('POST', `webhooks/${hook.id}/test`)
    await deliver(new GuardedPoster())
    expect(to.told).toHaveLength(1)
    const { deliveries } = (await call('GET', `webhooks/${hook.id}/deliveries`)).body
    const words = deliveries.map(
      ({ lastStatus, lastError }: Record<string, unknown>) => lastStatus ?? lastError,
    )
    expect(words).toEqual([expect.stringContaining('port'), 302])
    for (const url of [
      'http://10.0.0.1/',
      'http://169.254.169.254/',
      'http://[::1]/',
      'http://localhost/',
    ])
      expect(await new GuardedPoster().post({ url, body: '', headers: {} })).toMatchObject({
        error: expect.stringContaining('private network'),
      })
    const raw = Buffer.from(hook.secret.replace('whsec_', ''), 'base64')
    const found = await open().handle.execute(
      sql`select encode(secret_sealed, 'hex') as sealed, w::text as row from webhook w`,
    )
    for (const { sealed, row } of (found as unknown as { rows: { sealed: string; row: string }[] })
      .rows) {
      expect(sealed).not.toContain(raw.toString('hex'))
      expect(row).not.toContain(hook.secret.slice(6))
    }
    for (const path of ['webhooks', `webhooks/${hook.id}`, `webhooks/${hook.id}/deliveries`])
      expect(JSON.stringify((await call('GET', path)).body)).not.toMatch(/secret/i)
    // A change of the vault's keys leaves what another key has locked as it was.
    const vault = vaultWith(readVaultKeys(newVaultKey()))
    expect((await relockAll({ ...context, vault })).ok).toBe(true)
    to.answers(204)
    await call('POST', `webhooks/${hook.id}/test`)
    await deliver()
    expect(isSigned(to.told.at(-1)!, hook.secret)).toBe(true)
  })

  it('[API8] webhooks are for administrators, and what is removed is told nothing', async () => {
    const begun = await begin()
    const { desk, call, hook, deliver, to } = begun
    const other = await desk.token(await desk.person(['publisher', 'editor']))
    for (const [method, path, body] of [
      ...([
        ['GET', 'webhooks'],
        ['GET', `webhooks/${hook.id}`],
        ['DELETE', `webhooks/${hook.id}`],
      ] as const),
      ['POST', 'webhooks', { url: to.url, events: ['published'] }] as const,
    ])
      expect((await desk.call(other.token, method, `/api/v1/${path}`, body)).status).toBe(403)
    for (const url of ['ftp://x.example', 'x', 'https://a:b@x.example/'])
      expect((await call('POST', 'webhooks', { url, events: ['published'] })).status).toBe(422)
    await call('POST', `webhooks/${hook.id}/test`)
    expect((await call('DELETE', `webhooks/${hook.id}`)).status).toBe(204)
    await deliver()
    expect(to.told).toEqual([])
    expect((await call('GET', `webhooks/${hook.id}`)).status).toBe(404)
    expect((await call('GET', `webhooks/${randomUUID()}`)).status).toBe(404)
  })
})

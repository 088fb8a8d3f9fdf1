import { createHash, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { findArticle } from '#db/repositories/articles.ts'
import { verifyAudit } from '#db/repositories/audit.ts'
import { findVersion, listVersions } from '#db/repositories/versions.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { findFormat } from '#lib/domain/formats/registry.ts'
import type { CorrectionWish } from '#lib/domain/publication/correction.ts'
import type { Change } from '#lib/domain/publication/version.ts'
import { checkVersion } from '#lib/signing/check-download.ts'
import { newKey, readPublicKeys } from '#lib/signing/keys.ts'
import { signerWith } from '#lib/signing/ports.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { assignPeople } from './article-people.ts'
import type { Seen } from './check-seen.ts'
import { describeArticle } from './describe-article.ts'
import { issueTicket } from './issue-ticket.ts'
import { versionsOf } from './list-versions.ts'
import { moveArticle } from './move-article.ts'
import { publishVersion } from './publish-version.ts'
import { frontPage, readPublished, renderExport, retractionOf } from './read-published.ts'
import { scheduleInput, scheduleVersion } from './schedule-version.ts'
import { publicKeys, rememberKeys } from './signing-keys.ts'
import { takeDownVersion } from './take-down-version.ts'

withSharedDatabase('publishing', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    const [ada, rev, pia] = [
      await desk.person(['editor']),
      await desk.person(['reviewer']),
      await desk.person(['publisher']),
    ]
    const id = await desk.article(ada, `It rained ${randomUUID().slice(0, 4)}. It leaks.`)
    const sourceId = await desk.source(ada, { publicName: 'The contract' })
    const publish = (change: Change, note = '', correction?: CorrectionWish) =>
      publishVersion(desk.context, pia, id, { change, note, correction })
    const ready = async () => {
      await desk.sourceAll(ada, id, sourceId)
      await desk.decide(rev, id, 'approve')
    }
    return { desk, ada, rev, pia, id, sourceId, publish, ready }
  }

  it('[VER2] is refused with the list of what is in the way, and then freezes nothing', async () => {
    const { desk, ada, rev, id, sourceId, publish } = await begin()
    const refused = await publish('first', 'In a hurry.')
    expect(refused).toMatchObject({
      failure: { kind: 'blocked', blockers: [0, 0, 1, 1].map((sentence) => ({ sentence })) },
    })
    await desk.sourceAll(ada, id, sourceId)
    await desk.decide(rev, id, 'approve', [0])
    expect(await publish('first', 'x')).toMatchObject({
      failure: { blockers: [{ kind: 'notApproved', sentence: 1 }] },
    })
    expect(await listVersions(open().handle, id)).toEqual([])
    expect(await findArticle(open().handle, id)).toMatchObject({ state: 'draft' })
    await desk.stop()
  })

  it('[VER4] stores the bytes that are hashed, and gives them out as they are', async () => {
    const { desk, id, publish, ready } = await begin()
    await ready()
    const published = must(await publish('first', 'No review: it is raining.'))
    const stored = await findVersion(open().handle, published.slug, null)
    expect(
      createHash('sha256')
        .update(stored?.canonical ?? '')
        .digest('hex'),
    ).toBe(published.hash)
    expect(await findArticle(open().handle, id)).toMatchObject({ state: 'published' })
    await desk.restart()
    const read = must(await readPublished(desk.context, published.slug, 1))
    const json = findFormat('json')
    expect(json && renderExport(read, json)).toBe(stored?.canonical)
    expect(read.version).toMatchObject({
      number: 1,
      previousHash: null,
      coverage: { sentences: 2, tagged: 2, approved: 2 },
      reviewers: 1,
    })
    expect(failureOf(await readPublished(desk.context, published.slug, 2))).toBe('notFound')
    expect(failureOf(await readPublished(desk.context, 'nowhere', null))).toBe('notFound')
    await desk.stop()
  })

  it('[VER3] numbers versions in a chain of hashes; each stays as it was', async () => {
    const { desk, id, publish, ready } = await begin()
    await ready()
    const first = must(await publish('first', 'x'))
    const before = await findVersion(open().handle, first.slug, 1)
    must(await publish('update', 'More.'))
    must(await publish('correction', '', { wrong: 'Three.', right: 'Two.' }))
    const all = await listVersions(open().handle, id)
    for (const [at, { hash }] of all.entries()) {
      const next = await findVersion(open().handle, first.slug, at + 2)
      if (next)
        expect(JSON.parse(next.canonical)).toMatchObject({
          previousHash: hash,
          history: all.slice(0, at + 1),
        })
    }
    expect(await findVersion(open().handle, first.slug, 1)).toEqual(before)
    await desk.stop()
  })

  it('[VER9] of publishers who press at once one publishes, and the others are told', async () => {
    const { desk, id, publish, ready } = await begin()
    await ready()
    for (const [number, change] of (['first', 'update', 'retraction'] as const).entries()) {
      const pressed = await Promise.all([1, 2, 3].map((who) => publish(change, `By ${who}.`)))
      expect(pressed.filter(({ ok }) => ok)).toHaveLength(1)
      expect(pressed.map(failureOf).filter((kind) => kind !== null)).toHaveLength(2)
      expect(await listVersions(open().handle, id)).toHaveLength(number + 1)
    }
    await desk.stop()
  })

  it('[VER9] what changed since a publisher looked is named, and nothing is published', async () => {
    const { desk, ada, rev, pia, id, sourceId, ready } = await begin()
    await ready()
    const look = async () => (await desk.statuses(ada, id)).map(({ fingerprint }) => fingerprint)
    const seen = await look()
    await desk.annotate(ada, id, [
      {
        ...{ quote: { exact: 'It leaks.' }, kind: 'fact', confidence: 'likely' },
        citations: [{ sourceId }],
      },
    ])
    await desk.decide(rev, id, 'approve')
    const publish = (change: Change, what: Seen) =>
      publishVersion(desk.context, pia, id, { change, note: 'x', ...what })
    expect(await publish('first', { seen })).toMatchObject({
      failure: { kind: 'moved', current: [{ index: 1, text: 'It leaks.' }] },
    })
    expect(await publish('first', { seen: [...(await look()), 'gone'] })).toMatchObject({
      failure: { kind: 'moved', current: [] },
    })
    const beside = { ...{ lang: 'en', byline: '', section: '', dateline: '' }, figures: [] }
    must(await describeArticle(desk.context, ada, id, { byline: 'Ada Quill' }))
    const other = { failure: { kind: 'moved', message: expect.stringMatching(/^The byline has/) } }
    expect(await publish('first', { beside })).toMatchObject(other)
    const at = new Date(desk.context.now().getTime() + 3_600_000).toISOString()
    const wish = scheduleInput.parse({ at, change: 'first', note: 'x', beside })
    expect(await scheduleVersion(desk.context, pia, id, wish)).toMatchObject(other)
    expect(await listVersions(open().handle, id)).toEqual([])
    const now = { ...beside, byline: 'Ada Quill' }
    must(await publish('first', { seen: await look(), beside: now, after: 0 }))
    expect(failureOf(await publish('update', { after: 0 }))).toBe('conflict')
    must(await publish('update', { after: 1 }))
    // What was published after the call came is not what its caller saw.
    expect(failureOf(await publish('update', { came: new Date(0) }))).toBe('conflict')
    await desk.stop()
  })

  it('[SGV1] each version is signed, and checked by its bytes, its signature and a key', async () => {
    const { desk, publish, ready } = await begin()
    await ready()
    const { slug, signature } = must(await publish('first', 'x'))
    const stored = await findVersion(open().handle, slug, 1)
    expect(stored?.signature).toBe(signature)
    const keys = [desk.signer.key]
    const check = (canonical = '') => checkVersion(canonical, signature, keys)
    expect(await check(stored?.canonical)).toMatchObject({ ok: true })
    expect(await check(stored?.canonical.replace('leaks', 'leaked'))).toMatchObject({ ok: false })
    expect(await check(` ${stored?.canonical}`)).toMatchObject({ ok: false })
    expect(await checkVersion(stored?.canonical ?? '', null, keys)).toMatchObject({ ok: false })
    expect(must(await readPublished(desk.context, slug, 1)).signedWith).toBe(desk.signer.key.kid)
    await desk.stop()
  })

  it('[SGV2] after a change of keys both keys are known, and each verifies what it signed', async () => {
    const { desk, publish, ready } = await begin()
    await ready()
    const [old, fresh] = [newKey(), newKey()]
    desk.signer = signerWith([old])
    await rememberKeys(desk.context, [old])
    const first = must(await publish('first', 'x'))
    desk.signer = signerWith([old, fresh])
    await rememberKeys(desk.context, [old, fresh])
    await rememberKeys(desk.context, [old, fresh])
    const second = must(await publish('update', 'x'))
    const set = await publicKeys(desk.context)
    expect(JSON.stringify(set)).not.toContain(old.d)
    const kids = set.keys.map(({ kid }) => kid)
    expect(kids.indexOf(fresh.kid)).toBeLessThan(kids.indexOf(old.kid))
    const keys = readPublicKeys(JSON.stringify(set))
    for (const [number, { slug, signature }] of [first, second].entries()) {
      const stored = await findVersion(open().handle, slug, number + 1)
      expect(await checkVersion(stored?.canonical ?? '', signature, keys)).toMatchObject({
        ok: true,
      })
    }
    await desk.stop()
  })

  it('[VER12] a version that is taken down leaves its hash and signature, and why', async () => {
    const { desk, pia, id, publish, ready } = await begin()
    await ready()
    const { slug, hash, signature } = must(await publish('first', 'x'))
    must(await publish('update', 'More.'))
    const reason = { reason: 'A court said so.' }
    const act = (actor: Actor, number: number) =>
      takeDownVersion(desk.context, actor, id, number, reason)
    expect(failureOf(await act(pia, 1))).toBe('forbidden')
    const [chief, admin] = [await desk.person(['publisher'], true), await desk.person(['admin'])]
    must(await act(chief, 1))
    expect(failureOf(await act(admin, 1))).toBe('conflict')
    expect(failureOf(await act(admin, 3))).toBe('notFound')
    const stone = await readPublished(desk.context, slug, 1)
    expect(stone).toMatchObject({ failure: { kind: 'gone' } })
    for (const what of [hash, signature, 'A court said so.'])
      expect(!stone.ok && stone.failure.message).toContain(what)
    expect(must(await readPublished(desk.context, slug, null)).version.number).toBe(2)
    must(await act(admin, 2))
    expect(failureOf(await readPublished(desk.context, slug, null))).toBe('gone')
    expect((await frontPage(desk.context)).map((row) => row.slug)).not.toContain(slug)
    expect(failureOf(await publish('retraction', 'x'))).toBe('conflict')
    const after = must(await publish('update', 'Without it.'))
    expect(after.number).toBe(3)
    const { history } = must(await readPublished(desk.context, slug, 3)).version
    expect(history.map(({ note }) => note)).toEqual(['', ''])
    expect(await verifyAudit(open().handle)).toBeNull()
    await desk.stop()
  })

  it('[VER13] the newsroom sees every version, who published it, and what was taken down', async () => {
    const { desk, ada, pia, id, publish, ready } = await begin()
    await ready()
    const { hash, slug } = must(await publish('first', 'x'))
    must(await publish('update', 'More.'))
    const chief = await desk.person(['publisher'], true)
    must(await takeDownVersion(desk.context, chief, id, 1, { reason: 'A court said so.' }))
    const account = must(await versionsOf(desk.context, ada, id))
    expect(account).toMatchObject({ slug, mayTakeDown: false })
    expect(account.versions).toMatchObject([
      { number: 2, change: 'update', note: 'More.', personName: pia.name, takedown: null },
      {
        ...{ number: 1, change: 'first', hash, isSigned: true, note: '' },
        takedown: { reason: 'A court said so.', personName: chief.name },
      },
    ])
    expect(must(await versionsOf(desk.context, chief, id)).mayTakeDown).toBe(true)
    must(await assignPeople(desk.context, ada, id, { restricted: true, assigned: [], named: [] }))
    expect(failureOf(await versionsOf(desk.context, chief, id))).toBe('notFound')
    await desk.stop()
  })

  it('[VER6] the first is first, later ones say what changed and why, a step that is skipped is explained', async () => {
    const { desk, rev, id, publish, ready } = await begin()
    await ready()
    expect(failureOf(await publish('update', 'x'))).toBe('invalid')
    expect(failureOf(await publish('first'))).toBe('invalid')
    must(await moveArticle(desk.context, rev, id, { to: 'inReview', note: '' }))
    must(await publish('first'))
    expect(failureOf(await publish('first', 'x'))).toBe('invalid')
    expect(failureOf(await publish('update', ' '))).toBe('invalid')
    must(await publish('correction', '', { wrong: 'Three.', right: 'Two.' }))
    await desk.stop()
  })

  it('[VER7, VER11] a retraction keeps the words that were published, whatever stands in the article, and closes it', async () => {
    const { desk, ada, id, publish, ready } = await begin()
    expect(failureOf(await publish('retraction', 'x'))).not.toBeNull()
    await ready()
    const first = must(await publish('first', 'x'))
    const { words } = { words: (await desk.statuses(ada, id)).map(({ sentence }) => sentence.text) }
    await desk.annotate(ada, id, [{ quote: { exact: 'It leaks.' }, kind: 'number' }])
    expect(failureOf(await publish('update', 'x'))).toBe('blocked')
    const { hash } = must(await publish('retraction', 'It never rained.'))
    const { version, versions } = must(await readPublished(desk.context, first.slug, null))
    expect(version).toMatchObject({
      number: 2,
      change: 'retraction',
      note: 'It never rained.',
      previousHash: first.hash,
    })
    expect([version.sentences.map(({ text }) => text), versions.at(-1)?.hash]).toEqual([
      words,
      hash,
    ])
    expect(retractionOf(must(await readPublished(desk.context, first.slug, 1)))).toContain(
      'It never rained.',
    )
    expect(failureOf(await publish('update', 'x'))).toBe('conflict')
    expect(must(await issueTicket(desk.context, ada, null, id)).readOnly).toBe(true)
    await desk.stop()
  })

  it('[ACC1] is for publishers', async () => {
    const { desk, ada, rev, id } = await begin()
    for (const actor of [ada, rev]) {
      expect(
        failureOf(await publishVersion(desk.context, actor, id, { change: 'first', note: 'x' })),
      ).toBe('forbidden')
    }
    await desk.stop()
  })
})

import { createHash, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { findArticle } from '#db/repositories/articles.ts'
import { findVersion, listVersions } from '#db/repositories/versions.ts'
import { findFormat } from '#lib/domain/formats/registry.ts'
import type { Change } from '#lib/domain/publication/version.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { issueTicket } from './issue-ticket.ts'
import { moveArticle } from './move-article.ts'
import { publishVersion } from './publish-version.ts'
import { readPublished, renderExport } from './read-published.ts'

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
    const publish = (change: Change, note = '') =>
      publishVersion(desk.context, pia, id, { change, note })
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
    const both = await Promise.all([
      publish('update', 'More.'),
      publish('correction', 'Two, not three.'),
    ])
    expect(both.map((one) => must(one).number).sort()).toEqual([2, 3])
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

  it('[VER6] the first is first, later ones say what changed and why, a step that is skipped is explained', async () => {
    const { desk, rev, id, publish, ready } = await begin()
    await ready()
    expect(failureOf(await publish('update', 'x'))).toBe('invalid')
    expect(failureOf(await publish('first'))).toBe('invalid')
    must(await moveArticle(desk.context, rev, id, { to: 'inReview', note: '' }))
    must(await publish('first'))
    expect(failureOf(await publish('first', 'x'))).toBe('invalid')
    expect(failureOf(await publish('correction', ' '))).toBe('invalid')
    must(await publish('correction', 'Two, not three.'))
    await desk.stop()
  })

  it('[VER7] a retraction keeps the words that were published, whatever stands in the article, and closes it', async () => {
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

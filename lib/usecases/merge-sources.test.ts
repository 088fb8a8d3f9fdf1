import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { articles } from '#db/schema.ts'
import { citedSources } from '#db/schema-sources.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { buildVersion } from '#lib/domain/publication/build-version.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { assignPeople } from './article-people.ts'
import { changeSource } from './change-source.ts'
import type { Context } from './context.ts'
import { duplicatesOf, duplicatesOfSource } from './find-duplicates.ts'
import { mergeSources, mergesInto, undoMerge } from './merge-sources.ts'
import { showArticle } from './show-article.ts'
import { createSource, newSourceInput, searchSources, showSource } from './sources.ts'
import { whereUsed } from './where-used.ts'

/** The articles of the first page. */
const usesOf = async (...[context, actor, id]: FirstOf<Parameters<typeof whereUsed>>) =>
  (await whereUsed(context, actor, id, { limit: 200, after: null })).items

type FirstOf<T extends readonly unknown[]> = T extends [...infer First, unknown] ? First : never

type Face = Record<string, string>

const FACE = { publicName: 'Contract of 2024', description: 'Town of Vik, 2024' }

withSharedDatabase('merging sources', (open) => {
  /** An article whose one sentence cites `from`, approved. */
  async function approved(fromFace: Face, intoFace: Face) {
    const desk = new Desk(open())
    const [ada, rev] = [await desk.person(['editor']), await desk.person(['reviewer'])]
    const [from, into] = [await desk.source(ada, fromFace), await desk.source(ada, intoFace)]
    const article = await desk.article(ada, 'It rained.')
    await desk.sourceAll(ada, article, from)
    await desk.decide(rev, article, 'approve')
    const merge = async () => must(await mergeSources(desk.context, ada, into, { from }))
    const undo = async () => {
      const [done] = await mergesInto(desk.context, ada, into)
      return undoMerge(desk.context, ada, done?.id ?? '')
    }
    const review = async () => (await desk.reviews(ada, article))[0]
    return { ...{ desk, ada, rev, from, into, article, merge, undo, review } }
  }

  it('[MRG1] citations of the alias show the record, and readers have one number for both', async () => {
    const { desk, ada, from, into, article, merge } = await approved({}, FACE)
    await merge()
    const { assessment } = must(await showArticle(desk.context, ada, article))
    expect(assessment.findSource(from)).toMatchObject({ ...FACE, id: from, mergedInto: into })
    const version = buildVersion({
      ...{ articleId: article, slug: 'x', change: 'first', note: '', publishedAt: '', history: [] },
      ...assessment,
    })
    expect(version.sources.map(({ id, name }) => [id, name])).toEqual([[into, FACE.publicName]])
    expect((await usesOf(desk.context, ada, into)).map((use) => use.articleId)).toEqual([article])
    expect((await searchSources(desk.context, ada, '')).map(({ id }) => id)).not.toContain(from)
    await desk.stop()
  })

  it('[MRG2] an approval ends when readers see another thing behind the alias, and only then', async () => {
    const same = await approved(FACE, FACE)
    await same.merge()
    expect(await same.review()).toBe('approved')
    await changeSource(same.desk.context, same.ada, same.into, { publicName: 'Another' })
    expect(await same.review()).toBe('stale')
    await same.desk.stop()
    const other = await approved({ ...FACE, publicName: 'A paper' }, FACE)
    await other.merge()
    expect(await other.review()).toBe('stale')
    await other.desk.stop()
  })

  it('[MRG2] an approval ends when a sentence had two sources and has one', async () => {
    const { desk, ada, rev, from, into, merge } = await approved(FACE, FACE)
    const article = await desk.article(ada, 'It rained.')
    const [first] = await desk.statuses(ada, article)
    const citations = [{ sourceId: from }, { sourceId: into }]
    const said = { kind: 'fact', confidence: 'confirmed', citations }
    await desk.annotate(ada, article, [{ index: 0, fingerprint: first?.fingerprint, ...said }])
    await desk.decide(rev, article, 'approve')
    await merge()
    expect(await desk.reviews(ada, article)).toEqual(['stale'])
    await desk.stop()
  })

  it('[MRG3] undone, the alias is what it was, and no approval of one face holds for the other', async () => {
    const { desk, ada, rev, from, article, merge, undo, review } = await approved({}, FACE)
    const before = must(await showSource(desk.context, ada, from))
    await merge()
    await desk.decide(rev, article, 'approve')
    expect(await review()).toBe('approved')
    expect((await undo()).ok).toBe(true)
    expect(await review()).toBe('stale')
    const { publicRevision, ...after } = must(await showSource(desk.context, ada, from))
    expect(before).toMatchObject(after)
    expect(publicRevision).toBeGreaterThan(before.publicRevision + 1)
    expect(failureOf(await undo())).toBe('notFound')
    await desk.stop()
  })

  it('[MRG3] after thirty days a merge stays', async () => {
    const { desk, ada, into, merge } = await approved(FACE, FACE)
    await merge()
    const [done] = await mergesInto(desk.context, ada, into)
    const late = {
      ...desk.context,
      now: () => new Date(Date.parse(done?.at ?? '') + 30 * 864e5 + 1),
    }
    expect((await mergesInto(late, ada, into))[0]?.mayUndo).toBe(false)
    expect(failureOf(await undoMerge(late, ada, done?.id ?? ''))).toBe('conflict')
    await desk.stop()
  })

  it('[MRG1] an alias of an alias is the last record, and a known address leads to it', async () => {
    const url = `https://example.org/${randomUUID()}`
    const { desk, ada, from, into, merge } = await approved({ url }, FACE)
    await merge()
    const last = await desk.source(ada)
    must(await mergeSources(desk.context, ada, last, { from: into }))
    expect(must(await showSource(desk.context, ada, from)).mergedInto).toBe(last)
    const again = newSourceInput.parse({ kind: 'webPage', title: 'x', url })
    expect(must(await createSource(desk.context, ada, again)).source.id).toBe(last)
    const found = await duplicatesOf(desk.context, ada, { title: '', description: '', url })
    expect(found.map(({ source }) => source.id)).toEqual([last])
    await desk.stop()
  })

  it('[MRG4] what is one already, is an alias, or has other terms is not merged', async () => {
    const { desk, ada, from, into, merge } = await approved(
      { terms: 'background', wording: 'a clerk' },
      FACE,
    )
    const refusal = async (a: string, b: string) =>
      failureOf(await mergeSources(desk.context, ada, a, { from: b }))
    await expect(merge()).rejects.toThrow('different terms')
    expect(await refusal(into, into)).toBe('conflict')
    expect(await refusal(into, randomUUID())).toBe('notFound')
    const third = await desk.source(ada)
    expect(await refusal(third, into)).toBeNull()
    expect(await refusal(into, third)).toBe('conflict')
    const pia = await desk.person(['publisher'])
    expect(failureOf(await mergeSources(desk.context, pia, into, { from }))).toBe('forbidden')
    await desk.stop()
  })

  it('[MRG4] of two who merge two records into each other at once, one is refused', async () => {
    const { desk, ada, from, into } = await approved(FACE, FACE)
    const both = await Promise.all([
      mergeSources(desk.context, ada, into, { from }),
      mergeSources(desk.context, ada, from, { from: into }),
    ])
    expect(both.map(failureOf).sort()).toEqual(['conflict', null].sort())
    await desk.stop()
  })

  it('[DUP1] [DUP2] says what is there already, hard matches first', async () => {
    const { desk, ada } = await approved({}, {})
    const word = randomUUID().slice(0, 8)
    const doi = `10.1000/${word}`
    const hard = await desk.source(ada, { title: `Paper ${word}`, url: `https://doi.org/${doi}` })
    const soft = await desk.source(ada, { title: `Water in Östervik ${word}`, kind: 'dataset' })
    const less = await desk.source(ada, { title: `Water in the Östervik ${word}`, kind: 'dataset' })
    const wanted = { title: `Water in Ostervik, ${word}`, description: doi, url: null }
    const found = await duplicatesOf(desk.context, ada, wanted)
    expect(found.map(({ source, match }) => [source.id, match])).toEqual([
      [hard, 'doi'],
      [soft, 'alike'],
      [less, 'alike'],
    ])
    expect(must(await duplicatesOfSource(desk.context, ada, hard))).toEqual([])
    await desk.stop()
  })

  it('[SRC8] another edition is a record of its own', async () => {
    const { desk, ada } = await approved({}, {})
    const fields = { kind: 'document', title: `Handbook ${randomUUID()}` } as const
    const add = async (edition?: string) =>
      must(await createSource(desk.context, ada, newSourceInput.parse({ ...fields, edition })))
    const [first, second] = [await add(), await add('2nd')]
    expect(second.created).toBe(true)
    expect((await add(' 2ND ')).source.id).toBe(second.source.id)
    expect((await add()).source.id).toBe(first.source.id)
    await desk.stop()
  })

  it('[USE1] tells of articles that one may see, and of no others', async () => {
    const { desk, ada, from, article } = await approved({}, {})
    const bob = await desk.person(['writer'])
    const [use] = await usesOf(desk.context, bob, from)
    expect(use?.sentences).toEqual([{ index: 0, text: 'It rained.' }])
    const closed = { restricted: true, assigned: [], named: [ada.id] }
    must(await assignPeople(desk.context, ada, article, closed))
    expect(await usesOf(desk.context, bob, from)).toEqual([])
    expect(await usesOf(desk.context, ada, from)).toHaveLength(1)
    await desk.stop()
  })

  /** An article, approved, whose one sentence cites two sources. */
  async function citesBoth({ desk, ada, rev, from, into }: Awaited<ReturnType<typeof approved>>) {
    const article = await desk.article(ada, 'It rained.')
    const cite = async () => {
      const [first] = await desk.statuses(ada, article)
      const citations = [{ sourceId: from }, { sourceId: into }]
      const said = { kind: 'fact', confidence: 'confirmed', citations }
      await desk.annotate(ada, article, [{ index: 0, fingerprint: first?.fingerprint, ...said }])
      await desk.decide(rev, article, 'approve')
    }
    return { article, cite }
  }

  it('[MRG5] what is cited while two records are merged is looked at too', async () => {
    const all = await approved(FACE, FACE)
    const { desk, ada, from, into } = all
    const { article, cite } = await citesBoth(all)
    let isFirst = true
    const busy = beforeWriting(desk, async () => {
      if (isFirst) await cite()
      isFirst = false
    })
    must(await mergeSources(busy, ada, into, { from }))
    expect(await desk.reviews(ada, article)).toEqual(['stale'])
    await desk.stop()
  })

  it('[MRG5] while somebody never ceases to write, it is merged, and approvals of the alias end', async () => {
    const all = await approved(FACE, FACE)
    const { desk, ada, from, into } = all
    const other = await desk.article(ada, 'It rained.')
    let writes = 0
    const busy = beforeWriting(desk, async () => {
      const [first] = await desk.statuses(ada, other)
      const said = { kind: 'opinion', note: `${writes++}` }
      await desk.annotate(ada, other, [{ index: 0, fingerprint: first?.fingerprint, ...said }])
    })
    must(await mergeSources(busy, ada, into, { from }))
    expect(writes).toBeGreaterThan(4)
    expect(await all.review()).toBe('stale')
    await desk.stop()
  })

  it('[USE2] in pages, with how many there are, and each article once', async () => {
    const { desk, ada, from } = await approved({}, {})
    for (const text of ['It snowed.', 'It thawed.']) {
      await desk.sourceAll(ada, await desk.article(ada, text), from)
    }
    const seen: string[] = []
    let after: readonly (string | number)[] | null = null
    do {
      const page = await whereUsed(desk.context, ada, from, { limit: 1, after })
      expect([page.items.length, page.total]).toEqual([1, 3])
      seen.push(...page.items.map(({ articleId }) => articleId))
      after = page.next
    } while (after)
    expect(new Set(seen).size).toBe(3)
    await desk.stop()
  })

  it('[USE2] behind five hundred newer articles, a use is told of, and counts when records are merged', async () => {
    const all = await approved(FACE, FACE)
    const { desk, ada, from, into } = all
    const { article, cite } = await citesBoth(all)
    await cite()
    await addArticles(desk, ada, 501)
    const uses = await usesOf(desk.context, ada, into)
    expect(uses.map((use) => use.articleId)).toEqual([article])
    must(await mergeSources(desk.context, ada, into, { from }))
    expect(await desk.reviews(ada, article)).toEqual(['stale'])
    await desk.stop()
  })
})

/** The context of a desk on which something happens between what is read and the transaction that builds on it. */
function beforeWriting({ context }: Desk, act: () => Promise<void>): Context {
  const transaction: Context['db']['transaction'] = async (...asked) => {
    await act()
    return context.db.transaction(...asked)
  }
  return { ...context, db: Object.assign(Object.create(context.db), { transaction }) }
}

/** Many articles without a text, changed after all others. */
async function addArticles({ database }: Desk, { id }: Actor, count: number) {
  const [ids, seq, changedAt] = [Array.from({ length: count }, () => randomUUID()), 1, LATER]
  await database.handle.insert(articles).values(
    ids.map((each) => ({
      ...{ id: each, slug: each, lang: 'en', state: 'draft', createdBy: id },
      ...{ schemaVersion: 1, headSeq: seq, changedAt },
    })),
  )
  await database.handle
    .insert(citedSources)
    .values(ids.map((articleId) => ({ articleId, seq, sourceIds: [] })))
}

const LATER = new Date(Date.UTC(2100, 0))

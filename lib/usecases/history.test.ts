import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { verifyAudit } from '#db/repositories/audit.ts'
import { rowsAfter } from '#db/repositories/update-log.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { at, only } from '#lib/testing/builders.ts'
import { ClientDoc } from '#lib/testing/client-doc.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { assignPeople } from './article-people.ts'
import { describeArticle } from './describe-article.ts'
import { listHistory } from './list-history.ts'
import { moveArticle } from './move-article.ts'
import { nameMoment, removeMomentName } from './name-moment.ts'
import { readMoment } from './read-moment.ts'
import { restoreArticle } from './restore-article.ts'
import { sentenceHistory } from './sentence-history.ts'
import { authorsOf } from './show-article.ts'
import { whoWrote } from './who-wrote.ts'

withSharedDatabase('history', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    const people = [
      await desk.person(['editor']),
      await desk.person(['reviewer']),
      await desk.person(['publisher']),
    ] as const
    const [ada, rev, pia] = people
    const id = await desk.article(ada, 'It cost 412 euros. It leaks.\nIt is over.')
    return { desk, ada, rev, pia, id }
  }

  /** What somebody's editor does to the text, given its characters with a space for each opening. */
  const edit = async (
    { rooms }: Desk,
    id: string,
    actor: Actor,
    work: (
      text: { insert(at: number, words: string): void; delete(at: number, length: number): void },
      words: string,
    ) => void,
  ) => {
    const rows = await rowsAfter(open().handle, id, 0)
    const clientId = 1 + Math.floor(Math.random() * 2 ** 31)
    const editor = new ClientDoc(clientId, ...rows.map(({ update }) => update))
    const update = editor.change((doc) => {
      const text = doc.getText('text')
      const words = (text.toDelta() as { insert: unknown }[])
        .map(({ insert }) => (typeof insert === 'string' ? insert : ' '))
        .join('')
      work(text, words)
    })
    await rooms.receive(id, { personId: actor.id, sessionId: null }, update)
  }

  const replace = (desk: Desk, id: string, actor: Actor, from: string, to: string) =>
    edit(desk, id, actor, (text, words) => {
      const place = words.indexOf(from)
      text.insert(place, to)
      text.delete(place + to.length, from.length)
    })

  const deleteAll = (desk: Desk, id: string, actor: Actor) =>
    edit(desk, id, actor, (text, words) => text.delete(0, words.length))

  const wordsAt = async ({ context }: Desk, actor: Actor, id: string, seq: number) =>
    must(await readMoment(context, actor, id, seq, null)).blocks.map((block) =>
      block.type === 'text' ? block.text : '',
    )

  it('[HIS5] select all, delete, close: the moment before is in the list, and brings text, evidence and approvals back', async () => {
    const { desk, ada, rev, id } = await begin()
    await desk.sourceAll(ada, id, await desk.source(ada))
    await desk.decide(rev, id, 'approve')
    const before = await desk.statuses(ada, id)
    await deleteAll(desk, id, ada)
    expect(await desk.statuses(ada, id)).toEqual([])
    const { moments, head } = must(await listHistory(desk.context, ada, id, null))
    const [gone, last] = [at(moments, 0), at(moments, 1)]
    expect([gone.seq, last.seq]).toEqual([head, gone.previous])
    expect(await wordsAt(desk, ada, id, last.seq)).toEqual([
      'It cost 412 euros. It leaks.',
      'It is over.',
    ])
    const done = must(await restoreArticle(desk.context, rev, id, { seq: last.seq }))
    expect(done).toEqual({ seq: head + 1, changed: true, title: 'It cost 412 euros. It leaks.' })
    const after = await desk.statuses(ada, id)
    const facts = (all: typeof before) =>
      all.map(({ fingerprint, review, evidence }) => ({ fingerprint, review, evidence }))
    expect(facts(after)).toEqual(facts(before))
    expect(after.map(({ review }) => review)).toEqual(['approved', 'approved', 'approved'])
    await desk.restart()
    expect(facts(await desk.statuses(ada, id))).toEqual(facts(before))
    expect(must(await authorsOf(desk.context, ada, id)).flat()).toContain(rev.id)
    const again = must(await restoreArticle(desk.context, rev, id, { seq: last.seq }))
    expect(again).toMatchObject({ seq: head + 1, changed: false })
    const restored = must(await listHistory(desk.context, ada, id, null)).moments
    expect(at(restored, 0)).toMatchObject({ kind: 'restored', to: last.seq, personId: rev.id })
    expect(await verifyAudit(open().handle)).toBeNull()
    await desk.stop()
  })

  it('[HIS5] approvals hold again where the fingerprint is the same, and nowhere else', async () => {
    const { desk, ada, rev, id } = await begin()
    await desk.sourceAll(ada, id, await desk.source(ada))
    await desk.decide(rev, id, 'approve')
    const { head } = must(await listHistory(desk.context, ada, id, null))
    await replace(desk, id, ada, '412', '398')
    await replace(desk, id, ada, 'leaks', 'leaked')
    expect(await desk.reviews(ada, id)).toEqual(['stale', 'stale', 'approved'])
    const later = must(await listHistory(desk.context, ada, id, null)).head
    must(await restoreArticle(desk.context, ada, id, { seq: later - 1 }))
    expect(await desk.reviews(ada, id)).toEqual(['stale', 'approved', 'approved'])
    must(await restoreArticle(desk.context, ada, id, { seq: head }))
    expect(await desk.reviews(ada, id)).toEqual(['approved', 'approved', 'approved'])
    await desk.stop()
  })

  it('[HIS7] a question stays with its sentence when the text around it is restored', async () => {
    const { desk, ada, rev, id } = await begin()
    const { head } = must(await listHistory(desk.context, ada, id, null))
    await desk.decide(rev, id, 'query', [1])
    await replace(desk, id, ada, '412', '398')
    must(await restoreArticle(desk.context, ada, id, { seq: head }))
    expect(await desk.reviews(ada, id)).toEqual(['none', 'queried', 'none'])
    await desk.stop()
  })

  it('[HIS6] a paragraph alone is restored by its id; one that was not there is not found', async () => {
    const { desk, ada, id } = await begin()
    const block = at(await desk.statuses(ada, id), 0).sentence.blockId
    await replace(desk, id, ada, '412', '398')
    await replace(desk, id, ada, 'over', 'done')
    must(await restoreArticle(desk.context, ada, id, { seq: 1, blockId: block }))
    const { head } = must(await listHistory(desk.context, ada, id, null))
    expect(await wordsAt(desk, ada, id, head)).toEqual([
      'It cost 412 euros. It leaks.',
      'It is done.',
    ])
    const nowhere = { seq: 1, blockId: 'never' }
    expect(failureOf(await restoreArticle(desk.context, ada, id, nowhere))).toBe('notFound')
    await desk.stop()
  })

  it('[HIS4] when 412 became 398, and by whom: told of one sentence, also among people who write at once', async () => {
    const { desk, ada, rev, id } = await begin()
    await replace(desk, id, ada, 'leaks', 'leaked')
    await replace(desk, id, rev, '412', '398')
    await replace(desk, id, ada, 'over', 'done')
    const { sentence } = at(await desk.statuses(ada, id), 0)
    const trace = { annotationIds: [], blockId: sentence.blockId, text: sentence.text }
    const { changes, next } = must(await sentenceHistory(desk.context, ada, id, trace, null))
    expect(next).toBeNull()
    expect(changes.map(({ before, after }) => [before?.text, after?.text])).toEqual([
      ['It cost 412 euros.', 'It cost 398 euros.'],
      [undefined, 'It cost 412 euros.'],
    ])
    expect(changes.map(({ personId }) => personId)).toEqual([rev.id, ada.id])
    await desk.stop()
  })

  it('[HIS3] what was said about the article is told, and sources by their names', async () => {
    const { desk, ada, id } = await begin()
    await desk.sourceAll(ada, id, await desk.source(ada))
    const said = { byline: 'Ada Quill', slug: 'leaks' }
    must(await describeArticle(desk.context, ada, id, said))
    const { moments, head } = must(await listHistory(desk.context, ada, id, null))
    expect(moments.find(({ kind }) => kind === 'described')).toMatchObject({
      ...{ fields: ['byline'], slug: 'leaks', personId: ada.id },
    })
    const { comparison, sources } = must(await readMoment(desk.context, ada, id, head, 1))
    expect(comparison?.data).toEqual([{ field: 'byline', before: '', after: 'Ada Quill' }])
    const cited = comparison?.blocks.flatMap(({ evidence }) =>
      evidence.flatMap(({ after }) => after?.citations.map(({ sourceId }) => sources[sourceId])),
    )
    expect(cited?.length).toBeGreaterThan(0)
    expect(cited).not.toContain(undefined)
    await desk.stop()
  })

  it('[HIS11] any two moments are compared, and read at once', async () => {
    const { desk, ada, id } = await begin()
    await replace(desk, id, ada, '412', '398')
    await replace(desk, id, ada, 'over', 'done')
    const { collab } = desk.context
    const asked: number[] = []
    const bothAsked = Promise.withResolvers<void>()
    const readAt: typeof collab.readAt = async (article, seq) => {
      if (asked.push(seq) === 2) bothAsked.resolve()
      await bothAsked.promise
      return collab.readAt(article, seq)
    }
    const context = { ...desk.context, collab: { ...collab, readAt } }
    const head = 3
    const { comparison } = must(await readMoment(context, ada, id, head, 1))
    expect(asked.toSorted()).toEqual([1, head])
    expect(comparison).toMatchObject({ from: 1, to: head })
    await desk.stop()
  })

  it('[HIS2] moments: sittings, names, moves; each with what changed since the one before', async () => {
    const { desk, ada, id } = await begin()
    await replace(desk, id, ada, '412', '398')
    const name = must(await nameMoment(desk.context, ada, id, { seq: 1, name: 'As it came' }))
    must(await moveArticle(desk.context, ada, id, { to: 'inReview', note: '' }))
    const page = must(await listHistory(desk.context, ada, id, null))
    const kinds = page.moments.map(({ kind, seq, previous }) => [kind, seq, previous])
    expect(kinds.filter(([, seq]) => seq === 1)).toEqual([
      ['moved', 1, 0],
      ['sitting', 1, 0],
    ])
    expect(page.moments.at(-1)?.names).toMatchObject([{ name: 'As it came', personId: ada.id }])
    expect(page.people[ada.id]).toBe(ada.name)
    expect(at(page.moments, 0)).toMatchObject({ kind: 'sitting', seq: 2 })
    const { comparison } = must(await readMoment(desk.context, ada, id, 2, 1))
    expect(comparison?.counts).toMatchObject({ wordsAdded: 1, wordsRemoved: 1 })
    must(await removeMomentName(desk.context, ada, id, name.id))
    expect(failureOf(await removeMomentName(desk.context, ada, id, name.id))).toBe('notFound')
    const after = must(await listHistory(desk.context, ada, id, null)).moments
    expect(after.flatMap(({ names }) => names)).toEqual([])
    await desk.stop()
  })

  it('[HIS8] who wrote what: by the row that brought it, whoever restored it', async () => {
    const { desk, ada, rev, id } = await begin()
    await replace(desk, id, rev, '412', '398')
    const { sentence } = at(await desk.statuses(ada, id), 0)
    const { blockId: block, from, to } = sentence
    const ask = async () => {
      const found = must(await whoWrote(desk.context, ada, id, { spans: [{ block, from, to }] }))
      return found.runs.map(({ text, personId, from: start }) => [start, text, personId])
    }
    expect(await ask()).toEqual([
      [0, 'It cost ', ada.id],
      [8, '398', rev.id],
      [11, ' euros.', ada.id],
    ])
    const part = must(
      await whoWrote(desk.context, ada, id, { spans: [{ block, from: 9, to: 13 }] }),
    )
    expect(part.runs.map(({ text }) => text)).toEqual(['98', ' e'])
    must(await restoreArticle(desk.context, rev, id, { seq: 1 }))
    expect((await ask()).map(([, text, person]) => [text, person])).toContainEqual(['412', rev.id])
    const nowhere = { spans: [{ block: 'never', from: 0, to: 4 }] }
    expect(must(await whoWrote(desk.context, ada, id, nowhere)).runs).toEqual([])
    await desk.stop()
  })

  it('[HIS9] whoever may read sees it; naming and restoring is for those who may write', async () => {
    const { desk, ada, pia, id } = await begin()
    const attempts = async (actor: Actor, article: string) =>
      [
        await listHistory(desk.context, actor, article, null),
        await readMoment(desk.context, actor, article, 1, null),
        await whoWrote(desk.context, actor, article, { spans: [{ block: '', from: 0, to: 1 }] }),
        await nameMoment(desk.context, actor, article, { seq: 1, name: 'Mine' }),
        await removeMomentName(desk.context, actor, article, randomUUID()),
        await restoreArticle(desk.context, actor, article, { seq: 1 }),
      ].map(failureOf)
    const no = 'forbidden'
    expect(await attempts(pia, id)).toEqual([null, null, null, no, no, no])
    expect(new Set(await attempts(pia, randomUUID()))).toEqual(new Set(['notFound']))
    must(
      await assignPeople(desk.context, ada, id, {
        restricted: true,
        assigned: [],
        named: [ada.id],
      }),
    )
    expect(new Set(await attempts(pia, id))).toEqual(new Set(['notFound']))
    for (const [seq, compare] of [
      [9, null],
      [1, 9],
      [-1, null],
      [Number.NaN, null],
    ] as const) {
      expect(failureOf(await readMoment(desk.context, ada, id, seq, compare))).toBe('notFound')
    }
    expect(failureOf(await restoreArticle(desk.context, ada, id, { seq: 9 }))).toBe('notFound')
    expect(failureOf(await nameMoment(desk.context, ada, id, { seq: 9, name: 'x' }))).toBe(
      'notFound',
    )
    await desk.stop()
  })

  it('[HIS9] a closed article is not restored', async () => {
    const { desk, ada, pia, id } = await begin()
    must(await moveArticle(desk.context, pia, id, { to: 'archived', note: '' }))
    expect(failureOf(await restoreArticle(desk.context, ada, id, { seq: 1 }))).toBe('conflict')
    expect(only([failureOf(await listHistory(desk.context, ada, id, null))])).toBeNull()
    await desk.stop()
  })
})

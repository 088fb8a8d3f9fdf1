import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { citationKeys } from '#lib/domain/sourcing/read-annotation.ts'
import { at } from '#lib/testing/builders.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { changeSource } from './change-source.ts'
import { moveArticle } from './move-article.ts'
import { deleteAnnotation } from './remove-annotation.ts'
import { setAnnotations } from './set-annotations.ts'

withSharedDatabase('annotating', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['editor'])
    const id = await desk.article(ada, 'It cost 2.4 million. It leaks.\nIt leaks. Nobody came.')
    const sourceId = await desk.source(ada)
    return {
      desk,
      ada,
      id,
      sourceId,
      fact: { kind: 'fact', confidence: 'likely', citations: [{ sourceId }] },
    }
  }

  it('[ANN6] sets the annotation on exactly that sentence, others stay, and it survives a restart', async () => {
    const { desk, ada, id, fact, sourceId } = await begin()
    const [one, two] = await desk.statuses(ada, id)
    const fields = { locator: '7', quote: 'all copper', credibility: 2, relation: 'context' }
    const results = await desk.annotate(ada, id, [
      {
        index: 0,
        fingerprint: one?.fingerprint,
        ...fact,
        note: 'Ask J.',
        publicNote: 'As of May.',
      },
      { index: 1, fingerprint: two?.fingerprint, ...fact, citations: [{ sourceId, ...fields }] },
    ])
    expect(results.map(({ status }) => status)).toEqual([200, 200])
    await desk.restart()
    const after = await desk.statuses(ada, id)
    expect(after.map(({ evidence }) => evidence)).toEqual(['sourced', 'none', 'none', 'none'])
    expect(at(after, 0).annotations[0]).toMatchObject({
      ...{
        id: results[0]?.annotationId,
        kind: 'fact',
        confidence: 'likely',
        note: 'Ask J.',
        publicNote: 'As of May.',
      },
      sourcedText: { exact: 'It cost 2.4 million.', suffix: ' It leaks.', scope: 'sentence' },
    })
    const cited = at(after, 1).annotations[0]?.citations
    expect(cited).toMatchObject([{ ...fields, sourceId, locator: { label: 'page', value: '7' } }])
    expect(at(results, 0).current).toMatchObject({
      index: 0,
      fingerprint: at(after, 0).fingerprint,
    })
    await desk.stop()
  })

  it('[ANN6] replaces what stood on the sentence', async () => {
    const { desk, ada, id, fact } = await begin()
    const set = async (fields: object) => {
      const { fingerprint } = at(await desk.statuses(ada, id), 1)
      return at(await desk.annotate(ada, id, [{ index: 1, fingerprint, ...fields }]), 0)
    }
    const first = await set({ ...fact, publicNote: 'x' })
    const second = await set({ kind: 'opinion' })
    expect(second.annotationId).toBe(first.annotationId)
    const [only, ...more] = at(await desk.statuses(ada, id), 1).annotations
    expect(only).toMatchObject({ kind: 'opinion', confidence: null, publicNote: '', citations: [] })
    expect(more).toEqual([])
    await desk.stop()
  })

  it('[EVI15] times are stored in one form, and what is none as it was sent', async () => {
    const { desk, ada, id, sourceId } = await begin()
    const set = async (value: string) => {
      const { fingerprint } = at(await desk.statuses(ada, id), 1)
      const locator = { label: 'timestamp', value }
      const item = { index: 1, fingerprint, kind: 'fact', citations: [{ sourceId, locator }] }
      const [result] = await desk.annotate(ada, id, [item])
      const { annotations } = at(await desk.statuses(ada, id), 1)
      return [result?.status, annotations[0]?.citations[0]?.locator?.value]
    }
    expect(await set('062:03 - 01:02:40')).toEqual([200, '1:02:03–1:02:40'])
    expect(await set('14')).toEqual([200, '14'])
    expect(await set('in the middle')).toEqual([200, 'in the middle'])
    await desk.stop()
  })

  it('[EVI15] what stands there already is kept as it is', async () => {
    const { desk, ada, id, sourceId } = await begin()
    const citation = { id: 'old', sourceId, relation: 'supports', quote: '' } as const
    const locator = { label: 'timestamp', value: '062:03' } as const
    const { fingerprint } = at(await desk.statuses(ada, id), 1)
    const fact = { index: 1, fingerprint, kind: 'fact', citations: [{ sourceId, locator }] }
    const [set] = await desk.annotate(ada, id, [{ ...fact, citations: [] }])
    const record = citationKeys({ ...citation, credibility: null, locator })
    // As programs and people stored it before times had one form.
    await desk.context.collab.hold(id, (held) =>
      held.write(ada.id, [
        {
          type: 'annotate',
          annotationId: set?.annotationId ?? '',
          span: null,
          replace: false,
          record,
        },
      ]),
    )
    await desk.annotate(ada, id, [fact])
    const [again] = at(await desk.statuses(ada, id), 1).annotations
    expect(again?.citations[0]?.locator).toEqual(locator)
    await desk.stop()
  })

  it('[ANN5] takes words that are quoted, where they stand once', async () => {
    const { desk, ada, id, fact } = await begin()
    const results = await desk.annotate(ada, id, [
      { quote: { exact: 'It leaks.' }, ...fact },
      { quote: { exact: 'It leaks.', suffix: 'Nobody' }, ...fact },
      { quote: { exact: 'It pours.' }, ...fact },
      { quote: { exact: '2.4 million' }, ...fact, kind: 'number' },
    ])
    expect(results.map(({ status }) => status)).toEqual([409, 200, 404, 200])
    expect((await desk.statuses(ada, id)).map(({ kind }) => kind)).toEqual([
      'number',
      null,
      'fact',
      null,
    ])
    await desk.stop()
  })

  it('[ANN7] refuses what has moved, an unknown or withdrawn source, and what is said twice; the rest is set', async () => {
    const { desk, ada, id, fact, sourceId } = await begin()
    const all = await desk.statuses(ada, id)
    const retired = await desk.source(ada)
    must(await changeSource(desk.context, ada, retired, { retired: true, reason: 'Forged.' }))
    const item = (index: number, more = {}) => ({
      index,
      fingerprint: all[index]?.fingerprint ?? 'x',
      ...fact,
      ...more,
    })
    const results = await desk.annotate(ada, id, [
      item(0, { fingerprint: 'moved' }),
      item(1, { citations: [{ sourceId: randomUUID() }] }),
      item(2, { citations: [{ sourceId }, { sourceId: retired }] }),
      item(3),
      item(3),
      { quote: { exact: 'Nobody came.' }, ...fact },
      item(9),
    ])
    expect(results.map(({ status }) => status)).toEqual([409, 422, 422, 200, 409, 409, 404])
    expect(at(results, 0).current).toEqual({
      index: 0,
      text: 'It cost 2.4 million.',
      fingerprint: at(all, 0).fingerprint,
    })
    for (const { status, message } of results) expect(message === undefined).toBe(status === 200)
    expect((await desk.statuses(ada, id)).map(({ evidence }) => evidence)).toEqual([
      'none',
      'none',
      'none',
      'sourced',
    ])
    await desk.stop()
  })

  it('[ANN7] two who set one sentence at once: the second is told that it has moved', async () => {
    const { desk, ada, id, fact } = await begin()
    const ben = await desk.person(['editor'])
    const { fingerprint } = at(await desk.statuses(ada, id), 0)
    const both = await Promise.all(
      [ada, ben].map((actor) => desk.annotate(actor, id, [{ index: 0, fingerprint, ...fact }])),
    )
    expect(both.map(([result]) => result?.status).sort()).toEqual([200, 409])
    await desk.stop()
  })

  it('[ACC1] is for those who may write, and in articles that are open', async () => {
    const { desk, ada, id, fact } = await begin()
    const [stranger, publisher] = [await desk.person(['writer']), await desk.person(['publisher'])]
    const item = { quote: { exact: 'Nobody came.' }, ...fact } as unknown as Parameters<
      typeof setAnnotations
    >[3][number]
    for (const actor of [stranger, publisher]) {
      expect(failureOf(await setAnnotations(desk.context, actor, id, [item]))).toBe('forbidden')
      expect(failureOf(await deleteAnnotation(desk.context, actor, id, randomUUID()))).toBe(
        'forbidden',
      )
    }
    const annotationId =
      at(await desk.annotate(ada, id, [{ quote: { exact: 'Nobody came.' }, ...fact }]), 0)
        .annotationId ?? ''
    must(await moveArticle(desk.context, publisher, id, { to: 'archived', note: '' }))
    expect(failureOf(await setAnnotations(desk.context, ada, id, [item]))).toBe('conflict')
    expect(failureOf(await deleteAnnotation(desk.context, ada, id, annotationId))).toBe('conflict')
    must(await moveArticle(desk.context, ada, id, { to: 'draft', note: '' }))
    must(await deleteAnnotation(desk.context, ada, id, annotationId))
    expect(failureOf(await deleteAnnotation(desk.context, ada, id, annotationId))).toBe('notFound')
    expect(at(await desk.statuses(ada, id), 3).annotations).toEqual([])
    await desk.stop()
  })
})

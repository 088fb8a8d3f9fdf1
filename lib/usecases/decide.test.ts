import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { verifyAudit } from '#db/repositories/audit.ts'
import { listKeyedApprovals, listQueries } from '#db/repositories/decisions.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { at, only } from '#lib/testing/builders.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { typeOver } from '#lib/testing/type-over.ts'
import { changeSource } from './change-source.ts'
import { closeQuestion } from './close-question.ts'
import { decide } from './decide.ts'
import { moveArticle } from './move-article.ts'
import { authorsOf } from './show-article.ts'
import { undoApproval } from './undo-approval.ts'

withSharedDatabase('deciding', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    const [ada, rev, second] = [
      await desk.person(['editor']),
      await desk.person(['reviewer']),
      await desk.person(['reviewer']),
    ]
    const id = await desk.article(ada, 'It cost 2.4 million. It leaks.')
    const sourceId = await desk.source(ada)
    await desk.sourceAll(ada, id, sourceId)
    return { desk, ada, rev, second, id, sourceId }
  }

  it('[REV3] approve, change a digit, change it back: that sentence alone is stale and then approved, also after a restart', async () => {
    const { desk, ada, rev, id } = await begin()
    expect(await desk.decide(rev, id, 'approve')).toEqual([200, 200])
    expect(await desk.reviews(ada, id)).toEqual(['approved', 'approved'])
    await typeOver(desk, id, ada, '2.4', '2.5')
    expect(await desk.reviews(ada, id)).toEqual(['stale', 'approved'])
    await desk.restart()
    expect(await desk.reviews(ada, id)).toEqual(['stale', 'approved'])
    await typeOver(desk, id, ada, '2.5', '2.4')
    expect(await desk.reviews(ada, id)).toEqual(['approved', 'approved'])
    await desk.restart()
    const fresh = await desk.statuses(ada, id)
    expect(fresh.map(({ review }) => review)).toEqual(['approved', 'approved'])
    expect(await verifyAudit(open().handle)).toBeNull()
    await desk.stop()
  })

  it('[REV1] a decision on what has moved is refused, with what stands there now', async () => {
    const { desk, ada, rev, id } = await begin()
    const seen = await desk.statuses(rev, id)
    await typeOver(desk, id, ada, '2.4', '2.5')
    const items = seen.map(({ sentence, fingerprint }) => ({
      index: sentence.index,
      fingerprint,
      verdict: 'approve' as const,
    }))
    const late = [at(items, 0), { ...at(items, 0), index: 7 }]
    const results = must(await decide(desk.context, rev, id, late))
    expect(results.map(({ status }) => status)).toEqual([409, 404])
    const inTime = must(await decide(desk.context, rev, id, [at(items, 1)]))
    expect(inTime.map(({ status }) => status)).toEqual([200])
    const now = at(await desk.statuses(rev, id), 0)
    expect(at(results, 0).current).toEqual({
      index: 0,
      text: 'It cost 2.5 million.',
      fingerprint: now.fingerprint,
    })
    expect(await desk.reviews(rev, id)).toEqual(['none', 'approved'])
    await desk.stop()
  })

  it('[REV2] nobody approves what they changed since it was last approved, whatever it was', async () => {
    const { desk, ada, rev, second, id, sourceId } = await begin()
    await typeOver(desk, id, rev, 'leaks', 'leaked')
    expect(await desk.decide(rev, id, 'approve')).toEqual([200, 403])
    await typeOver(desk, id, rev, 'leaked', 'leaks')
    expect(await desk.decide(rev, id, 'approve', [1])).toEqual([403])
    await desk.restart()
    expect(await desk.decide(rev, id, 'approve', [1])).toEqual([403])
    expect(await desk.decide(second, id, 'approve', [1])).toEqual([200])
    // What was approved by somebody else is nobody's own work any more.
    expect(await desk.decide(rev, id, 'approve', [1])).toEqual([200])
    const { fingerprint } = at(await desk.statuses(second, id), 0)
    await desk.annotate(second, id, [
      { index: 0, fingerprint, kind: 'opinion', citations: [{ sourceId }] },
    ])
    expect(await desk.decide(second, id, 'approve', [0])).toEqual([403])
    expect(must(await authorsOf(desk.context, ada, id))).toEqual([[second.id], []])
    await desk.stop()
  })

  it('[REV2] a deletion is work too', async () => {
    const { desk, rev, second, id } = await begin()
    await typeOver(desk, id, rev, ' million', '.')
    expect(await desk.decide(rev, id, 'approve')).toEqual([403, 200])
    expect(await desk.decide(second, id, 'approve')).toEqual([200, 200])
    await desk.stop()
  })

  it('[REV7] a question on an untagged sentence makes an annotation to hang on, and nobody its author', async () => {
    const { desk, ada, rev } = await begin()
    const id = await desk.article(ada, 'It rained. It leaks.')
    expect(await desk.decide(rev, id, 'query', [1])).toEqual([200])
    const asked = at(await desk.statuses(ada, id), 1)
    expect([asked.review, asked.evidence, asked.annotations.length]).toEqual(['queried', 'none', 1])
    expect(must(await authorsOf(desk.context, rev, id))).toEqual([[ada.id], [ada.id]])
    expect(await desk.decide(rev, id, 'query', [1])).toEqual([200])
    expect(at(await desk.statuses(ada, id), 1).annotations).toHaveLength(1)
    expect(await desk.decide(rev, id, 'approve', [1])).toEqual([200])
    expect(at(await desk.statuses(ada, id), 1).openQueries).toEqual([])
    await desk.stop()
  })

  it('[REV5] a question is closed by who raised it, also by approving, or by a chief with a reason', async () => {
    const { desk, ada, rev, second, id } = await begin()
    const [chief, publisher] = [
      await desk.person(['publisher'], true),
      await desk.person(['publisher']),
    ]
    await desk.decide(rev, id, 'query', [0])
    await desk.decide(rev, id, 'reject', [1], 'It does not.')
    expect(await desk.reviews(ada, id)).toEqual(['queried', 'rejected'])
    expect(await desk.decide(second, id, 'approve')).toEqual([200, 200])
    expect(await desk.reviews(ada, id)).toEqual(['queried', 'rejected'])
    const [query, rejection] = await listQueries(open().handle, id)
    const close = async (actor: Actor, queryId = query?.id ?? '', reason = '') =>
      failureOf(await closeQuestion(desk.context, actor, id, queryId, { reason }))
    expect(await close(ada)).toBe('forbidden')
    expect(await close(second)).toBe('forbidden')
    expect(await close(publisher, query?.id, 'Enough.')).toBe('forbidden')
    expect(await close(chief, query?.id, '  ')).toBe('invalid')
    expect(await close(chief, randomUUID(), 'x')).toBe('notFound')
    expect(await close(chief, query?.id, 'Enough.')).toBeNull()
    expect(await close(chief, query?.id, 'Enough.')).toBe('conflict')
    expect(await desk.reviews(ada, id)).toEqual(['approved', 'rejected'])
    expect(await close(rev, rejection?.id)).toBeNull()
    await desk.decide(rev, id, 'query', [1])
    expect(await desk.decide(rev, id, 'approve', [1])).toEqual([200])
    expect(await desk.reviews(ada, id)).toEqual(['approved', 'approved'])
    await desk.stop()
  })

  it('[REV5] one call may ask and then approve: what came before counts, and one approval is enough', async () => {
    const { desk, rev, id } = await begin()
    const [first] = await desk.statuses(rev, id)
    const { fingerprint } = only(first ? [first] : [])
    const say = (verdict: 'approve' | 'query') => ({ index: 0, fingerprint, verdict, note: 'why?' })
    const items = [say('query'), say('approve'), say('approve')]
    const results = must(await decide(desk.context, rev, id, items))
    expect(results.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await listQueries(open().handle, id)).map(({ closedAt }) => closedAt !== null)).toEqual(
      [true],
    )
    expect(await listKeyedApprovals(open().handle, id)).toHaveLength(1)
    await desk.stop()
  })

  it('[QUE10] of several approvals in one call only those are taken that may be given together, and at most ten', async () => {
    const { desk, ada, rev, id, sourceId } = await begin()
    const cite = { sourceId, quote: 'It rained.' }
    const said = { kind: 'fact', confidence: 'confirmed', citations: [cite] }
    const now = async () => {
      const statuses = await desk.statuses(rev, id)
      return statuses.map(({ sentence: { index }, fingerprint }) => {
        return { index, fingerprint, verdict: 'approve' as const }
      })
    }
    const [fact, number] = (await now()).map(({ verdict: _, ...sentence }) => sentence)
    await desk.annotate(ada, id, [
      { ...fact, ...said },
      { ...number, ...said, kind: 'number' },
    ])
    const together = must(await decide(desk.context, rev, id, await now()))
    expect(together.map(({ status }) => status)).toEqual([200, 422])
    expect(at(together, 1).message).toContain('one by one')
    expect(await desk.reviews(rev, id)).toEqual(['approved', 'none'])
    expect(await desk.decide(rev, id, 'approve', [1])).toEqual([200])
    const [approval] = await now()
    const many = Array.from({ length: 11 }, (_, index) => ({
      ...only(approval ? [approval] : []),
      index,
    }))
    expect(failureOf(await decide(desk.context, rev, id, many))).toBe('invalid')
    await desk.stop()
  })

  it('[SRC1] a source that readers see differently takes approvals back, an internal name does not', async () => {
    const { desk, ada, rev, id, sourceId } = await begin()
    await desk.decide(rev, id, 'approve')
    must(
      await changeSource(desk.context, ada, sourceId, {
        title: `Renamed ${sourceId}`,
        reliability: 'E',
      }),
    )
    expect(await desk.reviews(ada, id)).toEqual(['approved', 'approved'])
    must(await changeSource(desk.context, ada, sourceId, { publicName: 'The contract' }))
    expect(await desk.reviews(ada, id)).toEqual(['stale', 'stale'])
    await desk.stop()
  })

  it('[REV8] is for reviewers, with a note for questions, and while the article is open', async () => {
    const { desk, ada, rev, id } = await begin()
    const publisher = await desk.person(['publisher'])
    const item = {
      index: 0,
      fingerprint: at(await desk.statuses(rev, id), 0).fingerprint,
      verdict: 'query',
    } as const
    expect(failureOf(await decide(desk.context, ada, id, [item]))).toBe('forbidden')
    expect(failureOf(await decide(desk.context, rev, randomUUID(), [item]))).toBe('notFound')
    expect(
      must(
        await decide(desk.context, rev, id, [item, { ...item, verdict: 'reject', note: ' ' }]),
      ).map(({ status }) => status),
    ).toEqual([422, 422])
    await desk.decide(rev, id, 'approve', [0])
    const approval = only(await listKeyedApprovals(open().handle, id))
    must(await moveArticle(desk.context, publisher, id, { to: 'archived', note: '' }))
    expect(failureOf(await decide(desk.context, rev, id, [item]))).toBe('conflict')
    expect(failureOf(await undoApproval(desk.context, rev, id, approval.id))).toBe('conflict')
    await desk.stop()
  })
})

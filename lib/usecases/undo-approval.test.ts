import { expect, it } from 'vitest'
import { listKeyedApprovals, listQueries } from '#db/repositories/decisions.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { only } from '#lib/testing/builders.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { typeOver } from '#lib/testing/type-over.ts'
import { closeQuestion } from './close-question.ts'
import { authorsOf } from './show-article.ts'
import { undoApproval } from './undo-approval.ts'

withSharedDatabase('taking an approval back', (open) => {
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

  it('[REV6] an approval is taken back by who gave it', async () => {
    const { desk, ada, rev, second, id } = await begin()
    await desk.decide(rev, id, 'approve', [0])
    await desk.decide(rev, id, 'approve', [0])
    const approval = only(await listKeyedApprovals(open().handle, id))
    expect(failureOf(await undoApproval(desk.context, second, id, approval.id))).toBe('notFound')
    expect(failureOf(await undoApproval(desk.context, ada, id, approval.id))).toBe('forbidden')
    must(await undoApproval(desk.context, rev, id, approval.id))
    expect(await desk.reviews(ada, id)).toEqual(['none', 'none'])
    // Then it was never approved: its author is its author again.
    expect(must(await authorsOf(desk.context, rev, id))).toEqual([[ada.id], [ada.id]])
    await desk.stop()
  })

  it('[REV6] with an approval fall those that only it allowed', async () => {
    const { desk, ada, rev, second, id } = await begin()
    const wrote = rev
    await typeOver(desk, id, wrote, 'leaks', 'leaked')
    await desk.decide(second, id, 'approve', [1])
    expect(await desk.decide(wrote, id, 'approve', [1])).toEqual([200])
    const [given] = (await listKeyedApprovals(open().handle, id)).filter(
      ({ personId }) => personId === second.id,
    )
    must(await undoApproval(desk.context, second, id, given?.id ?? ''))
    expect(await desk.reviews(ada, id)).toEqual(['none', 'none'])
    expect(await desk.decide(wrote, id, 'approve', [1])).toEqual([403])
    await desk.stop()
  })

  it('[REV6, AUT6] also of other words that grew out of those, and those of which they were the last', async () => {
    const { desk, ada, rev, second, id } = await begin()
    const third = await desk.person(['reviewer'])
    const byOf = async (person: Actor) =>
      (await listKeyedApprovals(open().handle, id)).filter(({ personId }) => personId === person.id)
    await typeOver(desk, id, rev, 'leaks', 'leaked')
    await desk.decide(second, id, 'approve', [1])
    await typeOver(desk, id, third, 'leaked', 'dripped')
    expect(await desk.decide(rev, id, 'approve', [1])).toEqual([200])
    await typeOver(desk, id, ada, 'dripped', 'dropped')
    expect(await desk.decide(third, id, 'approve', [1])).toEqual([200])
    expect((await desk.reviews(ada, id))[1]).toBe('approved')
    const [given] = await byOf(second)
    must(await undoApproval(desk.context, second, id, given?.id ?? ''))
    // Without it rev approved their own sentence, which clears nobody: so did the one after them.
    for (const person of [second, rev, third])
      expect((await byOf(person)).map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true])
    expect((await desk.reviews(ada, id))[1]).toBe('none')
    await desk.stop()
  })

  it('[REV6] approved, rejected and approved once more by slip: taken back, the rejection is open', async () => {
    const { desk, rev, id } = await begin()
    await desk.decide(rev, id, 'approve', [1])
    await desk.decide(rev, id, 'reject', [1], 'No.')
    await desk.decide(rev, id, 'approve', [1])
    const given = await listKeyedApprovals(open().handle, id)
    must(await undoApproval(desk.context, rev, id, given[0]?.id ?? ''))
    const left = await listKeyedApprovals(open().handle, id)
    expect(left.filter(({ withdrawnAt }) => withdrawnAt === null)).toEqual([])
    expect(await desk.reviews(rev, id)).toEqual(['none', 'rejected'])
    await desk.stop()
  })

  it('[REV6] with one that falls is open again what it closed', async () => {
    const { desk, rev, second, id } = await begin()
    await typeOver(desk, id, rev, 'leaks', 'leaked')
    await desk.decide(second, id, 'approve', [1])
    await desk.decide(rev, id, 'reject', [1], 'No.')
    expect(await desk.decide(rev, id, 'approve', [1])).toEqual([200])
    const [given] = await listKeyedApprovals(open().handle, id)
    must(await undoApproval(desk.context, second, id, given?.id ?? ''))
    expect(await desk.reviews(rev, id)).toEqual(['none', 'rejected'])
    await desk.stop()
  })

  it('[REV6] what was closed by approving is open again, and nothing else', async () => {
    const { desk, rev, id } = await begin()
    const openOnes = async () =>
      (await listQueries(open().handle, id))
        .filter(({ closedAt }) => closedAt === null)
        .map(({ note }) => note)
    await desk.decide(rev, id, 'query', [1], 'Earlier?')
    const [earlier] = await listQueries(open().handle, id)
    must(await closeQuestion(desk.context, rev, id, earlier?.id ?? '', { reason: 'Asked.' }))
    await desk.decide(rev, id, 'reject', [1], 'No.')
    await desk.decide(rev, id, 'approve', [1])
    expect(await openOnes()).toEqual([])
    const approval = only(await listKeyedApprovals(open().handle, id))
    must(await undoApproval(desk.context, rev, id, approval.id))
    expect(await openOnes()).toEqual(['No.'])
    expect(await desk.reviews(rev, id)).toEqual(['none', 'rejected'])
    await desk.stop()
  })
})

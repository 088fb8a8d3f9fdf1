import { expect, it } from 'vitest'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { closeQuestion } from './close-question.ts'
import { moveArticle } from './move-article.ts'
import { planArticle, planInput } from './plan-article.ts'
import { reasonsInput } from './publish-input.ts'
import { publishVersion } from './publish-version.ts'
import { takedownInput } from './take-down-version.ts'

/** What people type to get past a field. */
const NOTHING = ['', ' ', '.', '…', '-', '—', '?!', '\u200b', '🙂']

withSharedDatabase('words that are owed', (open) => {
  it.each(NOTHING)('[STA10] %j is none', async (nothing) => {
    const desk = new Desk(open())
    const [ada, rev, chief, pia] = [
      await desk.person(['writer']),
      await desk.person(['reviewer']),
      await desk.person(['publisher'], true),
      await desk.person(['publisher']),
    ]
    const id = await desk.article(ada, 'It rained.')
    for (const verdict of ['query', 'reject'] as const)
      expect(await desk.decide(rev, id, verdict, [0], nothing)).toEqual([422])
    await desk.decide(rev, id, 'query', [0])
    const [query] = (await desk.statuses(rev, id))[0]?.openQueries ?? []
    const close = (reason: string) =>
      closeQuestion(desk.context, chief, id, query?.id ?? '', { reason, outcome: undefined })
    expect(failureOf(await close(nothing))).toBe('invalid')
    must(await close('Seen.'))
    must(await planArticle(desk.context, ada, id, planInput.parse({ legalRead: true })))
    const free = planInput.parse({ legalRead: false, note: nothing })
    expect(failureOf(await planArticle(desk.context, pia, id, free))).toBe('invalid')
    must(await planArticle(desk.context, pia, id, { ...free, note: '不需要' }))
    const move = (to: 'inReview' | 'changesRequested', note: string) =>
      moveArticle(desk.context, to === 'inReview' ? ada : rev, id, { to, note })
    must(await move('inReview', ''))
    expect(failureOf(await move('changesRequested', nothing))).toBe('invalid')
    must(await move('changesRequested', '2'))
    await desk.sourceAll(ada, id, await desk.source(ada))
    await desk.decide(rev, id, 'approve')
    const publish = (change: 'first' | 'update', note: string) =>
      publishVersion(desk.context, pia, id, { change, note })
    expect(failureOf(await publish('first', nothing))).toBe('invalid')
    must(await publish('first', 'Late.'))
    expect(failureOf(await publish('update', nothing))).toBe('invalid')
    const correction = { wrong: nothing, right: 'It snowed.' }
    for (const told of [correction, { wrong: 'It rained.', right: nothing }])
      expect(
        failureOf(
          await publishVersion(desk.context, pia, id, {
            ...{ change: 'correction', note: '', correction: told },
          }),
        ),
      ).toBe('invalid')
    expect(takedownInput.safeParse({ reason: nothing }).success).toBe(false)
    const answer = { kind: 'unconfirmed', fingerprints: ['x'], reason: nothing }
    expect(reasonsInput.safeParse([answer]).success).toBe(false)
    await desk.stop()
  })
})

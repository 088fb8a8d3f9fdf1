import { expect, it } from 'vitest'
import { findVersion } from '#db/repositories/versions.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { besideOf } from '#lib/domain/publication/seen.ts'
import type { Version } from '#lib/domain/publication/version.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { auditQuery, browseAudit } from './browse-audit.ts'
import { decide } from './decide.ts'
import { articleDataInput, describeArticle } from './describe-article.ts'
import { moveArticle } from './move-article.ts'
import { stillWho } from './open-article.ts'
import { changePerson } from './people.ts'
import { publishNextDue } from './publish-due.ts'
import { publishVersion } from './publish-version.ts'
import { reword } from './reword.ts'
import { scheduleInput, scheduleVersion } from './schedule-version.ts'
import { showArticle } from './show-article.ts'
import { takeDownVersion } from './take-down-version.ts'

const TIME = '2026-02-01T12:00:00.000Z'

withSharedDatabase('whoever wants to get past the review', (open) => {
  const begin = async (text = 'It rained. It leaks.') => {
    const desk = new Desk(open())
    const [ada, bo] = [await desk.person(['editor']), await desk.person(['editor'])]
    const rev = await desk.person(['editor', 'reviewer'])
    const pia = await desk.person(['publisher'], true)
    const adm = await desk.person(['admin'])
    const id = await desk.article(ada, text)
    return { desk, ada, bo, rev, pia, adm, id }
  }

  it('[REV2] nobody approves their own sentence by one of the same words and evidence that another wrote', async () => {
    const { desk, ada, bo, rev, id } = await begin()
    must(await reword(desk.context, rev, id, { exact: 'It leaks.', words: 'It was theft.' }))
    must(
      await reword(desk.context, bo, id, {
        exact: 'It rained.',
        words: 'It was theft. It rained.',
      }),
    )
    const sourceId = await desk.source(ada)
    const text = 'It was theft. It rained. It was theft.'
    const said = { kind: 'fact', confidence: 'confirmed', citations: [{ sourceId }] }
    expect(await desk.annotate(bo, id, [{ quote: { exact: text }, ...said }])).toMatchObject([
      { status: 200 },
    ])
    expect(await desk.decide(rev, id, 'approve', [2])).toEqual([403])
    await desk.decide(rev, id, 'approve', [0])
    expect((await desk.statuses(rev, id)).map(({ isApproved }) => isApproved)[2]).toBe(false)
    await desk.stop()
  })

  it('[LOG15] words about an act that are also a note of a version stay when that is taken down', async () => {
    const { desk, ada, rev, pia, adm, id } = await begin()
    await desk.sourceAll(ada, id, await desk.source(ada))
    const note = 'The mayor asked me to.'
    must(await moveArticle(desk.context, rev, id, { to: 'ready', note }))
    await desk.decide(rev, id, 'approve')
    must(await publishVersion(desk.context, pia, id, { change: 'first', note: '' }))
    const found = async () =>
      must(await browseAudit(desk.context, adm, auditQuery.parse({ q: 'mayor asked' }))).acts.length
    expect(await found()).toBe(1)
    must(await publishVersion(desk.context, pia, id, { change: 'update', note }))
    must(await takeDownVersion(desk.context, pia, id, 2, { reason: 'The law.' }))
    expect(await found()).toBe(1)
    await desk.stop()
  })

  it('[SCH2] [VER9] what changed beside the text since a time was set is not published unseen', async () => {
    const { desk, ada, bo, rev, pia, id } = await begin()
    await desk.sourceAll(ada, id, await desk.source(ada))
    must(await moveArticle(desk.context, ada, id, { to: 'inReview', note: '' }))
    await desk.decide(rev, id, 'approve')
    const { content } = must(await showArticle(desk.context, pia, id)).assessment
    const wish = { at: TIME, change: 'first', beside: besideOf(content) }
    must(await scheduleVersion(desk.context, pia, id, scheduleInput.parse(wish)))
    const data = articleDataInput.parse({ byline: 'The mayor, a thief' })
    must(await describeArticle(desk.context, bo, id, data))
    const now = () => new Date(TIME)
    expect(await publishNextDue({ ...desk.context, now })).toBe(true)
    const { article } = must(await showArticle(desk.context, pia, id))
    const stored = await findVersion(open().handle, article.slug, 1)
    const byline = stored && (JSON.parse(stored.canonical) as Version).byline
    expect(byline).not.toBe('The mayor, a thief')
    await desk.stop()
  })

  it('[REV3] [FPR3] an approval does not hold for words that read otherwise', async () => {
    const { desk, ada, bo, rev, id } = await begin('She met the rapist. It leaks.')
    await desk.sourceAll(ada, id, await desk.source(ada))
    await desk.decide(rev, id, 'approve')
    must(await reword(desk.context, bo, id, { exact: 'the rapist', words: 'the\u200Brapist' }))
    expect(await desk.reviews(rev, id)).toEqual(['stale', 'approved'])
    await desk.stop()
  })

  it('[ACC3] whoever lost their role while they waited for their turn neither decides nor publishes', async () => {
    const { desk, ada, rev, pia, adm, id } = await begin('It rained.')
    await desk.sourceAll(ada, id, await desk.source(ada))
    /** Does something that has to wait, and takes all rights of whoever does it meanwhile. */
    const whileWaiting = async <T>(actor: Actor, act: () => Promise<T>): Promise<T> => {
      const [begun, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      const other = desk.context.collab.hold(id, async () => {
        begun.resolve()
        await end.promise
      })
      await begun.promise
      const done = act()
      must(await changePerson(desk.context, adm, actor.id, { disabled: true }))
      end.resolve()
      await other
      return done
    }
    const [first] = await desk.statuses(ada, id)
    const item = { index: 0, fingerprint: first?.fingerprint ?? '', verdict: 'approve' } as const
    const decided = await whileWaiting(rev, () => decide(desk.context, rev, id, [item]))
    const wish = { change: 'first', note: 'In a hurry.' } as const
    const out = await whileWaiting(pia, () => publishVersion(desk.context, pia, id, wish))
    expect([failureOf(decided), failureOf(out)]).toEqual(['forbidden', 'forbidden'])
    await desk.stop()
  })

  it('[ACC3] [SCH2] whose roles are others by now is not refused for good: a set time tries again with today’s', async () => {
    const { desk, pia } = await begin()
    expect(await stillWho(desk.context.db, pia)).toEqual({ ok: true, value: null })
    const earlier = { ...pia, chief: false }
    expect(await stillWho(desk.context.db, earlier)).toMatchObject({
      failure: { kind: 'conflict', passing: true },
    })
    await desk.stop()
  })
})

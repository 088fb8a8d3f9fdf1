import { expect, it } from 'vitest'
import { verifyAudit } from '#db/repositories/audit.ts'
import { updatePerson } from '#db/repositories/people.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { State } from '#lib/domain/review/states.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { assignPeople } from './article-people.ts'
import { articleDataInput, describeArticle } from './describe-article.ts'
import { listDesk } from './list-desk.ts'
import { movesOf } from './list-moves.ts'
import { moveArticle } from './move-article.ts'
import { planArticle, planInput } from './plan-article.ts'
import { publishVersion } from './publish-version.ts'
import { reword } from './reword.ts'
import { scheduleInput, scheduleVersion } from './schedule-version.ts'
import { articleFacts, showArticle } from './show-article.ts'

withSharedDatabase('the way of an article', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    const [ada, eve, rev, sol, pia] = [
      await desk.person(['writer']),
      await desk.person(['editor']),
      await desk.person(['reviewer']),
      await desk.person(['reviewer']),
      await desk.person(['publisher']),
    ]
    const id = await desk.article(ada, 'It rained. It leaks.')
    const move = async (actor: Actor, to: State, note = '') =>
      failureOf(await moveArticle(desk.context, actor, id, { to, note }))
    const plan = (actor: Actor, wish: object) =>
      planArticle(desk.context, actor, id, planInput.parse(wish))
    const ready = async () => {
      await desk.sourceAll(ada, id, await desk.source(ada))
      await desk.decide(rev, id, 'approve')
    }
    const turns = async (actor: Actor) =>
      (await listDesk(desk.context, actor, '')).find((entry) => entry.id === id)?.turns
    return { desk, ada, eve, rev, sol, pia, id, move, plan, ready, turns }
  }

  it('[ACC8] each step is made by those who answer for it', async () => {
    const { desk, ada, eve, rev, pia, move, plan } = await begin()
    expect([await move(ada, 'annotated'), await move(ada, 'inReview')]).toEqual([null, null])
    expect([await move(ada, 'checked'), await move(pia, 'checked')]).toEqual([
      ...['forbidden', 'forbidden'],
    ])
    expect([await move(eve, 'changesRequested', 'Shorter.'), await move(ada, 'inReview')]).toEqual([
      ...[null, null],
    ])
    expect(await move(rev, 'checked')).toBe(null)
    must(await plan(ada, { legalRead: true, note: 'The second sentence.' }))
    expect([await move(ada, 'legalRead'), await move(eve, 'legalRead')]).toEqual([
      ...['forbidden', null],
    ])
    expect([await move(eve, 'ready'), await move(rev, 'ready')]).toEqual(['forbidden', 'forbidden'])
    expect(await move(pia, 'ready')).toBe(null)
    expect(failureOf(await plan(eve, { legalRead: false, note: 'Enough.' }))).toBe('forbidden')
    expect(failureOf(await plan(pia, { legalRead: false }))).toBe('invalid')
    expect(must(await plan(pia, { legalRead: false, note: 'Cut.' })).legal).toBeNull()
    await desk.stop()
  })

  it('[STA8] what changes after the legal read is read again before it is published, and the reader has to have seen it', async () => {
    const { desk, ada, rev, pia, id, move, plan, ready } = await begin()
    const publish = () => publishVersion(desk.context, pia, id, { change: 'first', note: 'Late.' })
    await ready()
    must(await plan(ada, { legalRead: true }))
    expect(await move(pia, 'legalRead', 'It is flagged.')).toBe(null)
    const seen = (await desk.statuses(pia, id)).map(({ fingerprint }) => fingerprint)
    must(await reword(desk.context, ada, id, { exact: 'leaks', words: 'leaked' }))
    const end = () => moveArticle(desk.context, pia, id, { to: 'ready', note: '', seen })
    expect(await end()).toMatchObject({
      failure: { kind: 'moved', message: expect.stringContaining('say that it was read') },
    })
    expect(await move(pia, 'ready')).toBe(null)
    must(await reword(desk.context, ada, id, { exact: 'leaked', words: 'held' }))
    await ready()
    const stale = (kind: string) => ({
      failure: { kind: 'blocked', blockers: [{ kind, message: expect.any(String) }] },
    })
    expect(await publish()).toMatchObject(stale('legalReadStale'))
    expect(await move(pia, 'legalRead')).toBe(null)
    expect(await publish()).toMatchObject(stale('legalReadStale'))
    expect(await move(rev, 'ready')).toBe('forbidden')
    expect(await move(pia, 'ready')).toBe(null)
    const blocked = async () =>
      must(await showArticle(desk.context, ada, id)).assessment.blockers.map(({ kind }) => kind)
    expect(await blocked()).toEqual([])
    const [first] = await desk.statuses(ada, id)
    const note = { index: 0, fingerprint: first?.fingerprint, kind: 'opinion' }
    await desk.annotate(ada, id, [{ ...note, publicNote: 'The mayor is a thief.' }])
    expect(await blocked()).toContain('legalReadStale')
    await ready()
    expect([await move(pia, 'legalRead'), await move(pia, 'ready')]).toEqual([null, null])
    expect(await blocked()).toEqual([])
    must(
      await describeArticle(desk.context, ada, id, articleDataInput.parse({ byline: 'A Thief' })),
    )
    expect(await blocked()).toEqual(['legalReadStale'])
    expect([await move(pia, 'legalRead'), await move(pia, 'ready')]).toEqual([null, null])
    must(await publish())
    await desk.stop()
  })

  it('[STA7] of two who set a deadline, or the flag, at once, the second is told what the first has set', async () => {
    const { desk, ada, eve, plan } = await begin()
    const was = { deadline: null, legalAt: null }
    const [first, second] = ['2026-12-01T17:00:00.000Z', '2026-12-02T09:00:00.000Z']
    must(await plan(ada, { deadline: first, was }))
    const refused = await plan(eve, { deadline: second, was })
    expect(refused).toMatchObject({
      failure: { kind: 'conflict', message: expect.stringContaining('1 December 2026') },
    })
    // What is not changed is not looked at.
    const flagged = must(await plan(eve, { legalRead: true, was }))
    expect(flagged.deadline).toBe(first)
    expect(failureOf(await plan(ada, { legalRead: true, was }))).toBe('conflict')
    expect(must(await plan(eve, { deadline: second, was: { deadline: first } })).deadline).toBe(
      second,
    )
    // Programs that say nothing of it are not held to it.
    expect(must(await plan(ada, { deadline: null })).deadline).toBeNull()
    await desk.stop()
  })

  it('[ACC3] whoever loses sight of the article while they wait for their turn plans nothing for it', async () => {
    const { desk, ada, eve, id } = await begin()
    const { db } = desk.context
    const late = async (task: Parameters<typeof db.transaction>[0]) => {
      const people = { restricted: true, assigned: [], named: [] }
      must(await assignPeople(desk.context, ada, id, people))
      return db.transaction(task)
    }
    const waiting = {
      ...desk.context,
      db: new Proxy(db, {
        get: (target, name) => (name === 'transaction' ? late : Reflect.get(target, name)),
      }),
    }
    const wish = planInput.parse({ deadline: '2026-12-01T17:00:00.000Z' })
    expect(failureOf(await planArticle(waiting, eve, id, wish))).toBe('notFound')
    expect(must(await articleFacts(desk.context, ada, id)).deadline).toBeNull()
    await desk.stop()
  })

  it('[STA4, STA5] a step that is left out owes a reason, and stays in the list of moves', async () => {
    const { desk, ada, rev, pia, id, move, ready } = await begin()
    expect([await move(rev, 'ready'), await move(rev, 'ready', ' ')]).toEqual([
      ...['invalid', 'invalid'],
    ])
    expect(await move(rev, 'ready', 'A short notice.')).toBe(null)
    expect(await move(rev, 'changesRequested')).toBe('invalid')
    expect(await move(rev, 'draft')).toBe(null)
    await ready()
    must(await publishVersion(desk.context, pia, id, { change: 'first', note: 'Late.' }))
    const { moves } = must(await movesOf(desk.context, ada, id))
    expect(moves).toMatchObject([
      {
        ...{ from: 'draft', to: 'ready', note: 'A short notice.', personName: rev.name },
        ...{ skipped: ['inReview', 'checked'], version: null },
      },
      { from: 'ready', to: 'draft', skipped: [] },
      { from: 'draft', to: 'published', note: 'Late.', skipped: ['inReview'], version: 1 },
    ])
    expect(moves.every(({ at }) => at.startsWith('2026-01-01T'))).toBe(true)
    await desk.stop()
  })

  it('[STA6, GAT5] what is flagged is not made ready, scheduled or published before it was read', async () => {
    const { desk, ada, eve, rev, pia, id, move, plan, ready } = await begin()
    await ready()
    expect(await move(ada, 'inReview')).toBe(null)
    must(await plan(rev, { legalRead: true }))
    const publish = () => publishVersion(desk.context, pia, id, { change: 'first', note: '' })
    const schedule = () =>
      scheduleVersion(
        desk.context,
        pia,
        id,
        scheduleInput.parse({ at: '2026-01-02T00:00:00Z', change: 'first' }),
      )
    const owed = { failure: { blockers: [{ kind: 'legalReadDue', sentence: null }] } }
    expect(await move(rev, 'checked')).toBe(null)
    expect(await move(rev, 'ready')).toBe('conflict')
    expect(await publish()).toMatchObject(owed)
    expect(await schedule()).toMatchObject(owed)
    expect([await move(eve, 'legalRead'), await move(pia, 'ready')]).toEqual([null, null])
    expect(must(await showArticle(desk.context, ada, id)).plan.legal?.read).toMatchObject({
      personName: pia.name,
    })
    must(await plan(eve, { legalRead: true, note: 'Again.' }))
    expect(await publish()).toMatchObject(owed)
    expect([await move(eve, 'legalRead'), await move(pia, 'ready')]).toEqual([null, null])
    must(await publish())
    expect(await verifyAudit(open().handle)).toBeNull()
    await desk.stop()
  })

  it('[TRN1, TRN2] the desk says whose turn it is, from the text and the decisions', async () => {
    const { desk, ada, eve, rev, sol, pia, id, move, plan, turns } = await begin()
    const all = async () => Promise.all([ada, eve, rev, sol, pia].map(turns))
    expect(await all()).toEqual([['source'], [], [], [], []])
    const sourceId = await desk.source(ada)
    await desk.sourceAll(ada, id, sourceId)
    await move(ada, 'annotated')
    expect(await all()).toEqual([[], ['handedOver'], [], [], []])
    await move(eve, 'inReview')
    expect(await all()).toEqual([[], [], ['review'], ['review'], []])
    must(
      await assignPeople(desk.context, eve, id, {
        ...{ restricted: false, assigned: [sol.id], named: [] },
      }),
    )
    expect(await all()).toEqual([[], [], [], ['review'], []])
    await desk.decide(sol, id, 'approve', [0])
    await desk.decide(sol, id, 'query', [1])
    expect(await all()).toEqual([['asked'], [], [], [], []])
    await desk.sourceAll(ada, id, await desk.source(ada))
    expect(await all()).toEqual([[], [], [], ['answered', 'stale'], []])
    await desk.decide(sol, id, 'approve')
    expect(await all()).toEqual([[], [], [], [], ['publish']])
    must(await plan(eve, { legalRead: true }))
    expect(await all()).toEqual([[], [], [], [], []])
    await move(eve, 'checked')
    await move(eve, 'legalRead')
    expect(await all()).toEqual([[], [], [], [], ['legalRead']])
    await desk.stop()
  })

  it('[TRN1] what waits for somebody who reviews no more waits for the others', async () => {
    const { desk, ada, rev, sol, id, move, ready, turns } = await begin()
    await ready()
    await move(ada, 'inReview')
    await desk.sourceAll(ada, id, await desk.source(ada))
    expect([await turns(rev), await turns(sol)]).toEqual([['stale'], []])
    await updatePerson(open().handle, rev.id, { disabled: true, now: new Date() })
    expect(await turns(sol)).toEqual(['review'])
    await desk.stop()
  })

  it('[TRN3] a deadline is kept until it is taken away, and not in what is closed', async () => {
    const { desk, ada, sol, pia, id, move, plan, ready } = await begin()
    const due = '2026-01-03T17:00:00+02:00'
    expect(must(await plan(ada, { deadline: due })).deadline).toBe('2026-01-03T15:00:00.000Z')
    must(await plan(sol, { legalRead: true }))
    const shown = async () =>
      (await listDesk(desk.context, sol, '')).find((line) => line.id === id)?.deadline
    expect(await shown()).toBe('2026-01-03T15:00:00.000Z')
    must(await plan(pia, { legalRead: false, note: 'Harmless.' }))
    await ready()
    must(await publishVersion(desk.context, pia, id, { change: 'first', note: 'Late.' }))
    expect(await shown()).toBeNull()
    must(await plan(sol, { legalRead: true }))
    expect(must(await plan(pia, { deadline: null }))).toMatchObject({ deadline: null, legal: {} })
    await move(pia, 'archived')
    expect(failureOf(await plan(pia, { deadline: due }))).toBe('conflict')
    await desk.stop()
  })
})

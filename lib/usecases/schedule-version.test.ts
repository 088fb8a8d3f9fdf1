import { expect, it, vi } from 'vitest'
import { findArticle } from '#db/repositories/articles.ts'
import { verifyAudit } from '#db/repositories/audit.ts'
import { listKeyedApprovals } from '#db/repositories/decisions.ts'
import { updatePerson } from '#db/repositories/people.ts'
import { listVersions } from '#db/repositories/versions.ts'
import { startScheduledVersions } from '#lib/server/scheduled-versions.ts'
import { only } from '#lib/testing/builders.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { eventually } from '#lib/testing/eventually.ts'
import { assignPeople } from './article-people.ts'
import type { Context } from './context.ts'
import { listDesk } from './list-desk.ts'
import { movesOf } from './list-moves.ts'
import { moveArticle } from './move-article.ts'
import { publishNextDue } from './publish-due.ts'
import { publishVersion } from './publish-version.ts'
import { cancelSchedule, scheduleInput, scheduleVersion } from './schedule-version.ts'
import { articleFacts } from './show-article.ts'
import { undoApproval } from './undo-approval.ts'

const AT_ONCE = { between: 0, afterError: 0 }
const TIME = '2026-02-01T12:00:00.000Z'

withSharedDatabase('scheduled versions', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    const [ada, rev, pia] = [
      await desk.person(['editor']),
      await desk.person(['reviewer']),
      await desk.person(['publisher']),
    ]
    const id = await desk.article(ada, 'It rained. It leaks.')
    const sourceId = await desk.source(ada)
    await desk.sourceAll(ada, id, sourceId)
    await moveArticle(desk.context, ada, id, { to: 'inReview', note: '' })
    const ready = () => desk.decide(rev, id, 'approve')
    const schedule = (wish: object = {}) =>
      scheduleVersion(
        desk.context,
        pia,
        id,
        scheduleInput.parse({ at: TIME, change: 'first', ...wish }),
      )
    /** As it is at that time: what is due is published. */
    const atTime = (minutes = 0): Context => ({
      ...desk.context,
      now: () => new Date(new Date(TIME).getTime() + minutes * 60_000),
    })
    const state = async () => (await findArticle(open().handle, id))?.state
    const versions = () => listVersions(open().handle, id)
    return { desk, ada, rev, pia, id, sourceId, ready, schedule, atTime, state, versions }
  }

  it('[SCH1] a time is set while the gate is green, by publishers, and is to come', async () => {
    const { desk, ada, pia, id, ready, schedule, state } = await begin()
    expect(failureOf(await schedule())).toBe('blocked')
    await ready()
    expect(
      failureOf(
        await scheduleVersion(desk.context, ada, id, {
          ...scheduleInput.parse({ at: TIME, change: 'first' }),
        }),
      ),
    ).toBe('forbidden')
    expect(failureOf(await schedule({ at: '2025-12-31T00:00:00Z' }))).toBe('invalid')
    expect(failureOf(await schedule({ at: '2028-01-01T00:00:00Z' }))).toBe('invalid')
    expect(failureOf(await schedule({ change: 'update', note: 'x' }))).toBe('invalid')
    expect(failureOf(await schedule({ seen: ['other words'] }))).toBe('moved')
    expect(scheduleInput.safeParse({ at: TIME, change: 'retraction' }).success).toBe(false)
    expect(scheduleInput.safeParse({ at: '2026-02-01T12:00', change: 'first' }).success).toBe(false)
    expect(must(await schedule({ at: '2026-02-01T14:00:00+02:00' }))).toMatchObject({
      ...{ at: TIME, from: 'inReview', failure: null },
    })
    expect(must(await schedule({ note: 'Later.' }))).toMatchObject({ from: 'inReview' })
    expect(await state()).toBe('scheduled')
    must(await cancelSchedule(desk.context, pia, id))
    await desk.stop()
  })

  it('[SCH2] is published at that time by the server, once, also after a restart and with two at once', async () => {
    const { desk, pia, id, ready, schedule, atTime, state, versions } = await begin()
    await ready()
    must(await schedule())
    expect(await publishNextDue(atTime(-1))).toBe(false)
    await desk.restart()
    const other = new Desk(open())
    const theirs = { ...other.context, now: atTime().now }
    await Promise.all([publishNextDue(atTime()), publishNextDue(theirs)])
    expect(await versions()).toMatchObject([{ number: 1, publishedAt: TIME }])
    expect(await state()).toBe('published')
    expect(await publishNextDue(atTime(10))).toBe(false)
    expect(must(await articleFacts(desk.context, pia, id)).schedule).toBeNull()
    expect(must(await movesOf(desk.context, pia, id)).moves.slice(1)).toMatchObject([
      { from: 'inReview', to: 'scheduled', personId: pia.id },
      { from: 'scheduled', to: 'published', version: 1, personId: pia.id },
    ])
    await other.stop()
    await desk.stop()
  })

  it('[SCH2] what was claimed by a process that died is published when its claim lapses', async () => {
    const { desk, ready, schedule, atTime, versions } = await begin()
    await ready()
    must(await schedule())
    const dies = () => Promise.reject(new Error('killed'))
    const dying = { ...atTime(), collab: { ...desk.context.collab, hold: dies } }
    await expect(publishNextDue(dying)).rejects.toThrow('killed')
    expect(await publishNextDue(atTime())).toBe(false)
    expect(await publishNextDue(atTime(1))).toBe(true)
    expect(await versions()).toHaveLength(1)
    await desk.stop()
  })

  it('[SCH2] a time is not lost because another process wrote at that moment', async () => {
    const { desk, ready, schedule, atTime, state, versions } = await begin()
    await ready()
    must(await schedule())
    const { hold } = desk.context.collab
    const behind: typeof hold = (id, task) =>
      hold(id, (held) => task({ ...held, state: { ...held.state, seq: held.state.seq - 1 } }))
    const meeting = { ...atTime(), collab: { ...desk.context.collab, hold: behind } }
    expect(await publishNextDue(meeting)).toBe(true)
    expect([await state(), await versions()]).toEqual(['scheduled', []])
    expect(await publishNextDue(atTime(1))).toBe(true)
    expect(await versions()).toHaveLength(1)
    await desk.stop()
  })

  it('[ACC3] who lost sight of the article while they waited for their turn neither publishes nor sets a time', async () => {
    const { desk, ada, pia, id, ready, schedule, atTime, versions } = await begin()
    await ready()
    const { hold } = desk.context.collab
    const alone = { restricted: true, assigned: [], named: [] }
    const late: typeof hold = async (articleId, task) => {
      must(await assignPeople(desk.context, ada, id, alone))
      return hold(articleId, task)
    }
    const waiting = { ...atTime(-1), collab: { ...desk.context.collab, hold: late } }
    const first = { change: 'first', note: '' } as const
    expect(failureOf(await publishVersion(waiting, pia, id, first))).toBe('notFound')
    must(await assignPeople(desk.context, ada, id, { ...alone, restricted: false }))
    const wish = scheduleInput.parse({ at: TIME, ...first })
    expect(failureOf(await scheduleVersion(waiting, pia, id, wish))).toBe('notFound')
    expect(await versions()).toEqual([])
    must(await assignPeople(desk.context, ada, id, { ...alone, restricted: false }))
    must(await schedule())
    await desk.stop()
  })

  it('[SCH2] two who hold the same claim publish one version', async () => {
    const { desk, pia, id, ready, schedule, atTime, versions } = await begin()
    await ready()
    must(await schedule())
    const wish = { change: 'first', note: '', scheduled: TIME } as const
    const outcomes = await Promise.all([1, 2].map(() => publishVersion(atTime(), pia, id, wish)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await versions()).toHaveLength(1)
    await desk.stop()
  })

  it('[SCH2] the server looks by itself, goes on after an error, and ends when it is told', async () => {
    const { desk, ready, schedule, atTime, versions } = await begin()
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await ready()
    must(await schedule())
    let asked = 0
    const running = startScheduledVersions(() => {
      asked += 1
      if (asked === 1) throw new Error('the database is away')
      return atTime()
    }, AT_ONCE)
    await eventually(async () => expect(await versions()).toHaveLength(1))
    await running.stop()
    told.mockRestore()
    await desk.stop()
  })

  it('[SCH3] a red gate at the time publishes nothing, says why to whoever set it, and no words to the trail', async () => {
    const { desk, ada, rev, pia, id, ready, schedule, atTime, state, versions } = await begin()
    await ready()
    must(await schedule())
    await desk.sourceAll(ada, id, await desk.source(ada))
    expect(await publishNextDue(atTime())).toBe(true)
    expect(await versions()).toEqual([])
    expect(await state()).toBe('inReview')
    const failure = must(await articleFacts(desk.context, pia, id)).schedule?.failure
    expect(failure).toMatch(/^2 things stand in the way\. The first: sentence 1, “It rained\.”: ./)
    expect(must(await articleFacts(desk.context, pia, id)).schedule).toMatchObject({ failure })
    const [line] = (await listDesk(desk.context, pia, '')).filter((entry) => entry.id === id)
    expect(line).toMatchObject({ turns: ['failed'], schedule: { failure } })
    const { moves } = must(await movesOf(desk.context, pia, id))
    expect(moves.at(-1)).toMatchObject({
      ...{ from: 'scheduled', to: 'inReview', note: '2 things stood in the way.', personId: null },
    })
    expect(await publishNextDue(atTime(60))).toBe(false)
    await desk.decide(rev, id, 'approve')
    must(await schedule())
    expect(await publishNextDue(atTime())).toBe(true)
    expect(await versions()).toHaveLength(1)
    expect(await verifyAudit(open().handle)).toBeNull()
    await desk.stop()
  })

  it('[REV6, SCH3] an approval that is taken back while a time is set stops the publication, by its name', async () => {
    const { desk, rev, pia, id, ready, schedule, atTime, state, versions } = await begin()
    await ready()
    must(await schedule())
    const [approval] = await listKeyedApprovals(open().handle, id)
    const { index } = only(
      (await desk.statuses(rev, id)).filter(({ approvals }) =>
        approvals.some((given) => given.id === approval?.id),
      ),
    ).sentence
    must(await undoApproval(desk.context, rev, id, approval?.id ?? ''))
    const owed = `sentence ${index + 1}, “${index ? 'It leaks.' : 'It rained.'}”: A reviewer has to approve it.`
    expect(await state()).toBe('scheduled')
    expect(must(await articleFacts(desk.context, pia, id)).schedule?.failure).toBeNull()
    expect(await publishNextDue(atTime())).toBe(true)
    expect([await state(), await versions()]).toEqual(['inReview', []])
    expect(must(await articleFacts(desk.context, pia, id)).schedule?.failure).toContain(owed)
    await desk.decide(rev, id, 'approve')
    must(await moveArticle(desk.context, pia, id, { to: 'ready', note: 'Checked twice.' }))
    const [again] = (await listKeyedApprovals(open().handle, id)).filter(
      ({ withdrawnAt }) => withdrawnAt === null,
    )
    must(await undoApproval(desk.context, rev, id, again?.id ?? ''))
    expect(await state()).toBe('ready')
    expect(failureOf(await schedule())).toBe('blocked')
    await desk.stop()
  })

  it('[SCH3] whoever lost their rights publishes nothing by a time that they set', async () => {
    const { desk, pia, id, ready, schedule, atTime, state, versions } = await begin()
    await ready()
    for (const change of [{ roles: ['writer'] as const }, { disabled: true }]) {
      await updatePerson(open().handle, pia.id, { roles: pia.roles, now: new Date() })
      must(await schedule())
      await updatePerson(open().handle, pia.id, { ...change, now: new Date() })
      expect(await publishNextDue(atTime())).toBe(true)
      expect([await state(), await versions()]).toEqual(['inReview', []])
      const { schedule: left } = must(await articleFacts(desk.context, pia, id))
      expect(left?.failure).toMatch(/who set the time, (may not publish|is not in the newsroom)/)
    }
    await desk.stop()
  })

  it('[SCH1, SCH4] what is scheduled is published by hand at once, or cancelled; it does not move else', async () => {
    const { desk, ada, pia, id, ready, schedule, atTime, state, versions } = await begin()
    await ready()
    must(await schedule())
    const back = () => moveArticle(desk.context, ada, id, { to: 'draft', note: '' })
    expect(failureOf(await back())).toBe('conflict')
    must(await cancelSchedule(desk.context, pia, id))
    expect(await state()).toBe('inReview')
    expect(failureOf(await cancelSchedule(desk.context, pia, id))).toBe('conflict')
    expect(await publishNextDue(atTime())).toBe(false)
    // Claimed by a process before it was cancelled: nothing comes of it.
    const claimed = { change: 'first', note: '', scheduled: TIME } as const
    expect(failureOf(await publishVersion(atTime(), pia, id, claimed))).toBe('conflict')
    must(await schedule())
    must(await publishVersion(desk.context, pia, id, { change: 'first', note: '' }))
    expect(await publishNextDue(atTime())).toBe(false)
    expect(await versions()).toHaveLength(1)
    await desk.stop()
  })
})

import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { updatePerson } from '#db/repositories/people.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { assignPeople } from './article-people.ts'
import { closeQuestion } from './close-question.ts'
import type { Context } from './context.ts'
import { followTrail } from './follow-trail.ts'
import { identityInput, keepIdentity } from './identities.ts'
import { moveArticle } from './move-article.ts'
import {
  chooseNotices,
  countUnread,
  followNotice,
  noticeQuery,
  ownChoices,
  ownNotices,
  readNotices,
} from './notices.ts'
import { openThread } from './open-thread.ts'
import { planArticle, planInput } from './plan-article.ts'
import { replyToThread } from './reply-to-thread.ts'
import { watchDecisions } from './watch-decisions.ts'

withSharedDatabase('notices', (open) => {
  const begin = async () => {
    const database = open()
    const desk = new Desk(database)
    const [ada, rev, sol, pia] = [
      await desk.person(['editor']),
      await desk.person(['reviewer']),
      await desk.person(['reviewer']),
      await desk.person(['publisher'], true),
    ]
    const id = await desk.article(ada, 'It rained. It leaks.')
    const follow = async () => {
      while (await followTrail(desk.context)) {
        // Until nothing is new.
      }
    }
    const list = async (actor: Actor, wish: object = {}) =>
      must(await ownNotices(desk.context, actor, noticeQuery.parse(wish))).notices
    const kinds = async (actor: Actor) => (await list(actor)).map(({ kind }) => kind)
    const say = async (actor: Actor, text: string) => {
      const place = { blockIndex: 0, from: 0, to: 10, quote: 'It rained.' }
      return must(await openThread(desk.context, actor, id, { ...place, text })).id
    }
    const at = (time: string): Context => ({
      ...desk.context,
      now: () => new Date(`2026-01-05T${time}Z`),
    })
    /** When the article was last changed: the log has a clock of its own. */
    const changed = (time: string) =>
      database.handle.execute(sql`update article set changed_at = ${at(time).now()}`)
    return { database, desk, ada, rev, sol, pia, id, follow, list, kinds, say, at, changed }
  }

  it('[NTF1] editors are told what is handed over, the assigned alone where there are some, and publishers what is ready', async () => {
    const { desk, ada, pia, id, follow, kinds } = await begin()
    const [eve, eli] = [await desk.person(['editor']), await desk.person(['editor'])]
    must(await moveArticle(desk.context, ada, id, { to: 'annotated', note: '' }))
    await follow()
    expect([await kinds(eve), await kinds(eli)]).toEqual([['handedOver'], ['handedOver']])
    const people = { restricted: false, assigned: [eli.id], named: [] }
    must(await assignPeople(desk.context, ada, id, people))
    must(await moveArticle(desk.context, ada, id, { to: 'draft', note: '' }))
    must(await moveArticle(desk.context, ada, id, { to: 'annotated', note: '' }))
    must(await moveArticle(desk.context, eve, id, { to: 'ready', note: 'It is short.' }))
    await follow()
    expect(await kinds(eve)).toEqual(['handedOver'])
    expect(await kinds(eli)).toEqual(['handedOver', 'assigned', 'handedOver'])
    expect(await kinds(pia)).toEqual(['ready'])
    await desk.stop()
  })

  it('[NTF1, NTF2] people are told what concerns them, by the audit trail', async () => {
    const { desk, ada, rev, sol, pia, id, follow, list, kinds, say } = await begin()
    const thread = await say(rev, `@${sol.name} how do we know?`)
    must(await replyToThread(desk.context, ada, id, thread, { text: 'By the gauge.' }))
    expect(await desk.decide(rev, id, 'query', [0])).toEqual([200])
    expect(await desk.decide(sol, id, 'reject', [1])).toEqual([200])
    must(await moveArticle(desk.context, ada, id, { to: 'inReview', note: '' }))
    must(await moveArticle(desk.context, rev, id, { to: 'changesRequested', note: 'Shorter.' }))
    await follow()
    const cy = await desk.person(['writer'])
    const people = { restricted: false, assigned: [cy.id], named: [] }
    must(await assignPeople(desk.context, ada, id, people))
    must(await assignPeople(desk.context, ada, id, people))
    await follow()
    expect(await kinds(ada)).toEqual(['changes', 'rejection', 'question'])
    expect(await kinds(rev)).toEqual(['review', 'reply'])
    expect(await kinds(sol)).toEqual(['review', 'mention'])
    expect(await kinds(cy)).toEqual(['assigned'])
    const [, , question] = await list(ada)
    expect(question).toMatchObject({
      ...{ quote: 'It rained.', text: 'How do we know?', isRead: false, articleId: id },
      words: `${rev.name} queried a sentence of yours in “It rained. It leaks.”`,
    })
    const queries = (await desk.statuses(ada, id)).flatMap(({ openQueries }) => openQueries)
    const [own] = queries.filter(({ personId }) => personId === rev.id)
    must(await closeQuestion(desk.context, pia, id, own?.id ?? '', { reason: 'Seen on paper.' }))
    await follow()
    expect(await kinds(rev)).toEqual(['answered', 'review', 'reply'])
    expect(await kinds(pia)).toEqual([])
    await desk.stop()
  })

  it('[NTF3] an article that one may not open is not told, listed, counted or followed', async () => {
    const { desk, ada, rev, sol, id, follow, kinds, list, say } = await begin()
    const { context } = desk
    await say(ada, `@${rev.name} and @${sol.name}: look.`)
    await follow()
    const [notice] = await list(sol)
    expect([await countUnread(context, rev), await countUnread(context, sol)]).toEqual([1, 1])
    must(await assignPeople(context, ada, id, { restricted: true, assigned: [], named: [rev.id] }))
    await desk.decide(rev, id, 'query', [0])
    await follow()
    expect([await kinds(rev), await kinds(sol)]).toEqual([['mention'], []])
    expect(await countUnread(context, sol)).toBe(0)
    expect((await followNotice(context, sol, notice?.id ?? '')).ok).toBe(false)
    must(await moveArticle(context, ada, id, { to: 'inReview', note: '' }))
    await follow()
    // Not kept for the day on which they may see it again either.
    must(await assignPeople(context, ada, id, { restricted: false, assigned: [], named: [] }))
    expect(await kinds(sol)).toEqual(['mention'])
    await updatePerson(context.db, rev.id, { disabled: true, now: context.now() })
    await say(ada, `@${rev.name} once more.`)
    await follow()
    expect(await kinds(rev)).toEqual(['review', 'mention'])
    await desk.stop()
  })

  it('[NTF4] each act is told once, by two processes at once and after an end in the middle', async () => {
    const { database, desk, ada, rev, follow, list, say } = await begin()
    for (const word of ['one', 'two', 'three']) await say(ada, `@${rev.name} ${word}`)
    const dying = {
      db: database.handle,
      newId: () => {
        throw new Error('the power is cut')
      },
    }
    await expect(followTrail(dying)).rejects.toThrow('the power is cut')
    expect(await list(rev)).toEqual([])
    await Promise.all([follow(), follow(), follow()])
    expect(await list(rev)).toHaveLength(3)
    expect(await followTrail(desk.context)).toBe(0)
    await database.handle.execute(sql`update notice_mark set seq = seq - 3`)
    await follow()
    expect(await list(rev)).toHaveLength(3)
    await desk.stop()
  })

  it('[NTF4] what was recorded and had moved before there were notices is not told', async () => {
    const { database, desk, ada, rev, id, at, list, say } = await begin()
    const { handle } = database
    await desk.sourceAll(ada, id, await desk.source(ada))
    await say(ada, `@${rev.name} look.`)
    await desk.decide(rev, id, 'approve')
    await desk.sourceAll(ada, id, await desk.source(ada))
    // As the migration leaves an old newsroom.
    await handle.execute(sql`delete from notice_mark`)
    await handle.execute(
      sql`insert into notice_mark (id, seq) select 1, coalesce((select seq from audit_head), 0)`,
    )
    await handle.execute(
      sql`insert into notice_look select id, '', now(), '{}' from article on conflict do nothing`,
    )
    expect(await followTrail(desk.context)).toBe(0)
    await watchDecisions(at('09:00:00'), 'one')
    expect(await list(rev)).toEqual([])
    await desk.stop()
  })

  it('[NTF5] lapsed approvals, answered questions and near deadlines are told once the article rests', async () => {
    const { desk, ada, rev, sol, id, at, changed, kinds, follow } = await begin()
    await desk.sourceAll(ada, id, await desk.source(ada))
    await desk.decide(rev, id, 'approve')
    await desk.decide(sol, id, 'query', [0])
    await follow()
    await changed('10:00:00')
    await watchDecisions(at('10:05:00'), 'one')
    expect([await kinds(rev), await kinds(sol)]).toEqual([[], []])
    await desk.sourceAll(ada, id, await desk.source(ada))
    await changed('10:09:40')
    await watchDecisions(at('10:10:00'), 'one')
    expect(await kinds(rev)).toEqual([])
    // Two at once: a lease lets one look, and the row lets one tell.
    await Promise.all([
      watchDecisions(at('10:15:00'), 'one'),
      watchDecisions(at('10:15:00'), 'two'),
    ])
    await watchDecisions(at('10:25:00'), 'two')
    expect([await kinds(rev), await kinds(sol)]).toEqual([['stale', 'stale'], ['answered']])
    const deadline = planInput.parse({ deadline: '2026-01-06T10:00:00Z' })
    must(await planArticle(desk.context, rev, id, deadline))
    for (const time of ['11:00:00', '11:05:00']) await watchDecisions(at(time), 'one')
    expect((await kinds(ada)).filter((kind) => kind === 'deadline')).toHaveLength(1)
    await desk.stop()
  })

  it('[NTF6] of a confidential source a notice says that there is one, and no row holds a word', async () => {
    const { database, desk, ada, rev, follow, list, say } = await begin()
    const sourceId = await desk.source(ada, { terms: 'background', title: 'The clerk' })
    const identity = identityInput.parse({ name: 'Jane Roe', readers: [rev.id] })
    must(await keepIdentity(desk.context, ada, sourceId, identity))
    await say(ada, `@${rev.name} a word of the comment.`)
    await follow()
    const [mention, access] = await list(rev)
    expect(mention?.text).toContain('a word of the comment')
    expect(access?.words).toBe(`${ada.name} lets you open who a confidential source is`)
    expect(must(await followNotice(desk.context, rev, access?.id ?? ''))).toBe(
      `/sources/${sourceId}`,
    )
    const { rows } = (await database.handle.execute(
      sql`select to_jsonb(notice)::text as row from notice where person_id = ${rev.id}`,
    )) as unknown as { rows: { row: string }[] }
    expect(rows).toHaveLength(2)
    for (const { row } of rows) expect(row).not.toMatch(/Jane|clerk|word|rained/)
    await desk.stop()
  })

  it('[NTF7] what is read is read, kinds are switched off, and pages follow each other', async () => {
    const { database, desk, ada, rev, follow, list, say } = await begin()
    const { context } = desk
    await say(ada, `@${rev.name} look.`)
    await follow()
    await database.handle.execute(
      sql`insert into notice (id, person_id, kind, key, article_id, by_id, at, place) select gen_random_uuid()::text, person_id, kind, key || n, article_id, by_id, at + n % 3 * interval '1 s', place from notice, generate_series(1, 51) n where person_id = ${rev.id}`,
    )
    const page = must(await ownNotices(context, rev, noticeQuery.parse({})))
    expect(page.notices).toHaveLength(50)
    const rest = must(await ownNotices(context, rev, noticeQuery.parse({ before: page.next })))
    expect([rest.notices.length, rest.next]).toEqual([2, null])
    expect(new Set([...page.notices, ...rest.notices].map(({ id }) => id)).size).toBe(52)
    const [newest] = page.notices
    const address = must(await followNotice(context, rev, newest?.id ?? ''))
    expect(address).toMatch(/^\/articles\/[^?]+\?thread=/)
    expect((await followNotice(context, ada, newest?.id ?? '')).ok).toBe(false)
    must(await readNotices(context, rev, { ids: page.notices.slice(1, 4).map(({ id }) => id) }))
    expect(await countUnread(context, rev)).toBe(48)
    must(await chooseNotices(context, rev, { kind: 'mention', app: false, mail: 'hourly' }))
    expect([await countUnread(context, rev), await list(rev)]).toEqual([0, []])
    expect((await ownChoices(context, rev)).mention).toEqual(
      expect.objectContaining({ app: false, mail: 'hourly' }),
    )
    must(await chooseNotices(context, rev, { kind: 'mention', app: true, mail: 'off' }))
    expect(await list(rev, { unread: true })).toHaveLength(48)
    expect(await list(rev, { kind: 'reply' })).toEqual([])
    must(await readNotices(context, rev, { ids: null }))
    expect(await countUnread(context, rev)).toBe(0)
    await desk.stop()
  })
})

import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { appendAudit } from '#db/repositories/audit.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { withDatabases } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { assignPeople } from './article-people.ts'
import { auditQuery, browseAudit, checkedTrail } from './browse-audit.ts'
import { moveArticle } from './move-article.ts'
import { signAuditHead } from './sign-audit-head.ts'
import { rememberKeys } from './signing-keys.ts'

withDatabases('the list of acts', (fresh) => {
  const begin = async () => {
    const database = await fresh()
    const desk = new Desk(database)
    const [ada, adm] = [await desk.person(['editor']), await desk.person(['admin'])]
    const id = await desk.article(ada, 'It rained.')
    const list = async (wish: object = {}, actor: Actor = adm) =>
      must(await browseAudit(desk.context, actor, auditQuery.parse(wish)))
    return { database, desk, ada, adm, id, list }
  }

  it('[LOG13] administrators find acts by person, act, article, day and words, page by page', async () => {
    const { desk, ada, adm, id, list } = await begin()
    await desk.context.db.transaction(async (tx) => {
      const moved = { actorId: ada.id, action: 'article.moved', articleId: id }
      const act = { at: desk.context.now(), ...moved }
      for (let k = 0; k < 52; k++)
        await appendAudit(tx, { ...act, detail: { note: `Round ${k}.` } })
    })
    const first = await list()
    expect(first.acts).toHaveLength(50)
    const rest = await list({ before: String(first.next) })
    expect([rest.acts.length, rest.next]).toEqual([3, null])
    expect(rest.acts.at(-1)).toMatchObject({ seq: 1, action: 'article.created', actorId: ada.id })
    expect((await list({ q: 'Round 7.' })).acts).toHaveLength(1)
    expect((await list({ q: '%' })).acts).toHaveLength(0)
    expect((await list({ action: 'article.created', article: id })).acts).toHaveLength(1)
    expect((await list({ person: adm.id })).acts).toHaveLength(0)
    expect((await list({ from: '2026-01-01', to: '2026-01-01' })).acts).toHaveLength(50)
    expect((await list({ from: '2026-01-02' })).acts).toHaveLength(0)
    expect((await list({ person: 'x', action: 'x', from: 'x', before: 'x' })).acts).toHaveLength(50)
    const refused = await browseAudit(desk.context, ada, auditQuery.parse({}))
    expect(failureOf(refused)).toBe('forbidden')
    expect(failureOf(await checkedTrail(desk.context, ada))).toBe('forbidden')
    await desk.stop()
  })

  it('[LOG13] a restricted article has no name for who may not see it', async () => {
    const { desk, ada, id, list } = await begin()
    expect((await list()).acts[0]?.title).toBe('It rained.')
    must(await assignPeople(desk.context, ada, id, { restricted: true, assigned: [], named: [] }))
    expect((await list()).acts.map(({ title }) => title)).toEqual([null, null])
    await desk.stop()
  })

  it('[LOG11] whether the trail is whole is said, and where it is not', async () => {
    const { database, desk, ada, adm, id } = await begin()
    const { context } = desk
    await rememberKeys(context, [])
    const state = async () => must(await checkedTrail(context, adm))
    expect(await state()).toMatchObject({ rows: 1, heads: 0, fault: null })
    await signAuditHead(context)
    must(await moveArticle(context, ada, id, { to: 'inReview', note: '' }))
    const { rows, heads } = await state()
    expect([rows, heads]).toEqual([2, 1])
    await database.handle.execute(sql`alter table audit disable trigger user`)
    await database.handle.execute(sql`update audit set action = 'other' where seq = 2`)
    expect((await state()).fault).toContain('Row 2 was changed')
    await desk.stop()
  })
})

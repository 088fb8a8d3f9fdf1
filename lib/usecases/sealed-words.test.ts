import { sql } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { appendAudit, readTrail } from '#db/repositories/audit.ts'
import { listSealedWords } from '#db/repositories/audit-words.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { withDatabases } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { assignPeople } from './article-people.ts'
import { auditQuery, browseAudit } from './browse-audit.ts'
import { exportAudit } from './export-audit.ts'
import { movesOf } from './list-moves.ts'
import { moveArticle } from './move-article.ts'
import { pageTrail } from './page-lists.ts'
import { planArticle, planInput } from './plan-article.ts'
import { publishVersion } from './publish-version.ts'
import { scheduleInput, scheduleVersion } from './schedule-version.ts'
import { takeDownVersion } from './take-down-version.ts'

withDatabases('what is written about acts', (fresh) => {
  const begin = async () => {
    const database = await fresh()
    const desk = new Desk(database)
    const [ada, adm] = [await desk.person(['editor', 'publisher']), await desk.person(['admin'])]
    const id = await desk.article(ada, 'It rained.')
    const found = async (q: string, actor = adm) =>
      must(await browseAudit(desk.context, actor, auditQuery.parse({ q }))).acts
    const restrict = async () =>
      must(await assignPeople(desk.context, ada, id, { restricted: true, assigned: [], named: [] }))
    return { database, desk, ada, adm, id, found, restrict }
  }
  const chain = async ({ context }: Desk) => JSON.stringify((await readTrail(context.db)).kept)

  it('[LOG15] stands beside the chain, and is shown and found for who may see the article alone', async () => {
    const { desk, ada, adm, id, found, restrict } = await begin()
    must(await moveArticle(desk.context, ada, id, { to: 'inReview', note: 'Ask the Mulberry.' }))
    const flag = planInput.parse({ legalRead: true, note: 'The Mulberry may sue.' })
    must(await planArticle(desk.context, ada, id, flag))
    // As it was written before words were sealed.
    const old = { actorId: ada.id, action: 'article.moved', articleId: id, at: desk.context.now() }
    const detail = { from: 'inReview', to: 'draft', note: 'Back, by the Mulberry.' }
    await appendAudit(desk.context.db, { ...old, detail })
    expect(await chain(desk)).not.toMatch(/Ask|sue/)
    const words = (acts: Awaited<ReturnType<typeof found>>) =>
      acts.map((act) => (act.detail as { note?: string }).note)
    expect(words(await found('mulberry'))).toEqual([
      'Back, by the Mulberry.',
      'The Mulberry may sue.',
      'Ask the Mulberry.',
    ])
    expect(await found('mulberry may')).toHaveLength(1)
    await restrict()
    expect(await found('mulberry')).toEqual([])
    const all = await found('')
    expect(all).toHaveLength(5)
    expect(JSON.stringify(all)).not.toMatch(/mulberry|it-rained/i)
    const wish = { limit: 10, after: null }
    const page = async (actor: Actor) =>
      must(await pageTrail(desk.context, actor, { action: 'article.moved' }, wish)).items
    expect(JSON.stringify(await page(adm))).not.toMatch(/mulberry/i)
    const named = await page({ ...adm, id: ada.id })
    expect(named.map((row) => row.words.note)).toEqual([undefined, 'Ask the Mulberry.'])
    const { moves } = must(await movesOf(desk.context, ada, id))
    expect(moves.map(({ note }) => note)).toEqual(['Ask the Mulberry.', 'Back, by the Mulberry.'])
    const both = { ...adm, id: ada.id }
    expect(words(await found('mulberry may', both))).toEqual(['The Mulberry may sue.'])
    await desk.stop()
  })

  it('[LOG15] goes with the download of who may see the article alone', async () => {
    const { desk, ada, adm, id, restrict } = await begin()
    must(await moveArticle(desk.context, ada, id, { to: 'inReview', note: 'Ask the Mulberry.' }))
    const taken = async () => {
      const files = unzipSync(must(await exportAudit(desk.context, adm, '')))
      return Object.values(files)
        .map((bytes) => strFromU8(bytes))
        .join()
    }
    expect(await taken()).toContain('Ask the Mulberry.')
    await restrict()
    expect(await taken()).not.toMatch(/mulberry|it-rained/i)
    await desk.stop()
  })

  it('[LOG15] is never changed nor removed in the database', async () => {
    const { desk, database, ada, id } = await begin()
    must(await moveArticle(desk.context, ada, id, { to: 'inReview', note: 'Ask.' }))
    const tries = [
      sql`update audit_words set words = 'Never mind.'`,
      sql`delete from audit_words`,
      sql`truncate audit_words`,
    ]
    for (const attempt of tries) await expect(database.handle.execute(attempt)).rejects.toThrow()
    const { moves } = must(await movesOf(desk.context, ada, id))
    expect(moves[0]?.note).toBe('Ask.')
    await desk.stop()
  })

  it('[VER12] the note with which a time was set goes with the version, and no other does', async () => {
    const { desk, ada, adm, id } = await begin()
    must(await moveArticle(desk.context, ada, id, { to: 'inReview', note: 'Ask the Mulberry.' }))
    const rev = await desk.person(['reviewer'])
    await desk.sourceAll(ada, id, await desk.source(ada))
    await desk.decide(rev, id, 'approve')
    must(await moveArticle(desk.context, rev, id, { to: 'checked', note: '' }))
    must(await moveArticle(desk.context, ada, id, { to: 'ready', note: '' }))
    const at = new Date(desk.context.now().getTime() + 3_600_000).toISOString()
    const wish = scheduleInput.parse({ at, change: 'first', note: 'Of the Quince.' })
    must(await scheduleVersion(desk.context, ada, id, wish))
    must(await publishVersion(desk.context, ada, id, { change: 'first', note: 'Of the Quince.' }))
    const kept = async () => JSON.stringify(await listSealedWords(desk.context.db, []))
    expect(await kept()).toContain('Of the Quince.')
    must(await takeDownVersion(desk.context, adm, id, 1, { reason: 'A court said so.' }))
    expect(await kept()).not.toContain('Quince')
    expect(await kept()).toContain('Mulberry')
    await desk.stop()
  })
})

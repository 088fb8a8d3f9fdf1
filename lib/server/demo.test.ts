import { expect, it } from 'vitest'
import { articleIds } from '#db/repositories/articles.ts'
import { verifyAudit } from '#db/repositories/audit.ts'
import { findPersonForSignIn } from '#db/repositories/people.ts'
import { findVersion, listVersions } from '#db/repositories/versions.ts'
import { withDatabases } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { showArticle } from '#lib/usecases/show-article.ts'
import { seedDemo } from './demo.ts'
import { CORRECTION } from './demo-wells.ts'

withDatabases('the demo newsroom', (fresh) => {
  const begin = async (size: 'small' | 'full') => {
    const desk = new Desk(await fresh())
    await seedDemo(desk.context, size)
    const found = await findPersonForSignIn(desk.database.handle, 'publisher@galley.test')
    if (!found) throw new Error('Nobody publishes')
    const ids = await articleIds(desk.database.handle)
    const shown = await Promise.all(
      ids.map(async (id) => must(await showArticle(desk.context, found.person, id))),
    )
    const articles = new Map(shown.map((one) => [one.article.slug.split('-')[0], one]))
    return { desk, articles, pia: found.person }
  }
  type Shown =
    Awaited<ReturnType<typeof begin>>['articles'] extends Map<unknown, infer T> ? T : never
  const summary = (shown: Shown | undefined) => {
    const { article, assessment } = shown ?? {}
    const blocked = Object.groupBy(assessment?.blockers ?? [], ({ kind }) => kind)
    return {
      state: article?.state,
      sentences: assessment?.statuses.length,
      stale: assessment?.statuses.filter(({ review }) => review === 'stale').length,
      openQueries: assessment?.queries.filter(({ closedAt }) => closedAt === null).length,
      gate: Object.fromEntries(Object.entries(blocked).map(([kind, all]) => [kind, all?.length])),
    }
  }

  it('[OPS6] full, has a draft with gaps, one in review, and one published and corrected for readers', async () => {
    const { desk, articles } = await begin('full')
    expect([...articles.keys()].sort()).toEqual(['library', 'norrhavn', 'norrhavns'])
    expect(summary(articles.get('library'))).toEqual({
      ...{ state: 'draft', sentences: 13, stale: 0, openQueries: 0 },
      gate: { untagged: 5, passageMissing: 1, notApproved: 13 },
    })
    expect(summary(articles.get('norrhavns'))).toEqual({
      ...{ state: 'inReview', sentences: 18, stale: 1, openQueries: 1 },
      gate: { changed: 1, stale: 1, queried: 1, notApproved: 1 },
    })
    expect(summary(articles.get('norrhavn'))).toEqual({
      ...{ state: 'published', sentences: 19, stale: 0, openQueries: 0 },
      gate: {},
    })
    const { id, slug } = articles.get('norrhavn')?.article ?? { id: '', slug: '' }
    const { handle } = desk.database
    expect(await listVersions(handle, id)).toMatchObject([
      { number: 1, change: 'first' },
      { number: 2, change: 'correction', note: CORRECTION.note, correction: CORRECTION.told },
    ])
    expect((await findVersion(handle, slug, 1))?.canonical).toContain('the limit in June.')
    const second = await findVersion(handle, slug, 2)
    expect(second?.canonical).toContain('the limit in March.')
    expect(second?.canonical).not.toMatch(/alias/)
    expect(await verifyAudit(handle)).toBeNull()
    await desk.stop()
  })

  it('[OPS6] small, is the same people with one article that has no sources', async () => {
    const { desk, articles, pia } = await begin('small')
    expect([...articles.keys()]).toEqual(['library'])
    expect(summary(articles.get('library')).gate).toEqual({ untagged: 13, notApproved: 13 })
    await seedDemo(desk.context, 'full')
    expect(await articleIds(desk.database.handle)).toHaveLength(1)
    expect(pia).toMatchObject({ roles: ['publisher', 'admin'], chief: true })
    await desk.stop()
  })
})

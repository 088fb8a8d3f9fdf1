import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { withDatabases } from '#lib/testing/databases.ts'
import { addActor } from '#lib/testing/newsroom.ts'
import { insertArticle } from './articles.ts'
import { findVersion, insertVersion, listPublished, listVersions } from './versions.ts'

withDatabases('versions', (fresh) => {
  it('[VER5] a number is given once, and every version stays at its address', async () => {
    const database = await fresh()
    const { handle } = database
    const { id: createdBy } = await addActor(database, 'ada', ['writer'])
    const articleId = randomUUID()
    const now = new Date('2026-01-01T00:00:00.000Z')
    const article = {
      id: articleId,
      slug: 's',
      lang: 'en',
      title: 'T',
      searchText: '',
      createdBy,
      schemaVersion: 1,
      now,
    }
    await insertArticle(handle, article, new Uint8Array([0, 0]))
    const canonical = (number: number) =>
      `{"firstPublishedAt":"2026-01-01T00:00:00Z","headline":"Ü\u2028","lang":"en","number":${number}}\n`
    const version = (number: number) => ({
      ...{
        articleId,
        number,
        slug: 's',
        change: 'first',
        note: 'ü',
        hash: `h${number}`,
        body: '<p>',
        seq: 1,
      },
      ...{
        canonical: canonical(number),
        publishedBy: createdBy,
        publishedAt: new Date(now.getTime() + number),
      },
    })
    await insertVersion(handle, version(1))
    await insertVersion(handle, version(2))
    const race = await Promise.allSettled(
      [3, 3].map((number) => insertVersion(handle, version(number))),
    )
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await listVersions(handle, articleId)).map(({ number }) => number)).toEqual([1, 2, 3])
    expect(await findVersion(handle, 's', 1)).toMatchObject({ canonical: canonical(1), hash: 'h1' })
    expect(await findVersion(handle, 's', null)).toMatchObject({ number: 3 })
    expect([await findVersion(handle, 's', 4), await findVersion(handle, 'x', null)]).toEqual([
      null,
      null,
    ])
    expect(await listPublished(handle)).toMatchObject([{ slug: 's', number: 3 }])
  })
})

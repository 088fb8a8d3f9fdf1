import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { findArticle } from '#db/repositories/articles.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { articleDataInput, describeArticle } from './describe-article.ts'
import { publishVersion } from './publish-version.ts'
import { readPublished } from './read-published.ts'

withSharedDatabase('article data', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['editor'])
    const id = await desk.article(ada, `It rained ${randomUUID().slice(0, 4)}. It leaks.`)
    const describe = async (data: object, actor = ada) =>
      describeArticle(desk.context, actor, id, articleDataInput.parse(data))
    const metaOf = async () => (await desk.context.collab.read(id)).content.meta
    return { desk, ada, id, describe, metaOf }
  }

  it('[ACC6] whoever may write says it; what is left out stays; it is there after a restart', async () => {
    const { desk, id, describe, metaOf } = await begin()
    must(await describe({ byline: ' Ada\n Quill ', section: 'Harbour', lang: 'pt-br' }))
    must(await describe({ dateline: 'Kiel', section: '' }))
    await desk.restart()
    expect(await metaOf()).toMatchObject({
      byline: 'Ada Quill',
      section: '',
      dateline: 'Kiel',
      lang: 'pt-BR',
    })
    expect(await findArticle(open().handle, id)).toMatchObject({ lang: 'pt-BR' })
    const pia = await desk.person(['publisher'])
    expect(failureOf(await describe({ byline: 'Pia' }, pia))).toBe('forbidden')
    expect(failureOf(await describe({ lang: 'not a language' }))).toBe('invalid')
    expect((await metaOf()).byline).toBe('Ada Quill')
    await desk.stop()
  })

  it('[ACC6] an address is one article’s, until it is published, and then for ever', async () => {
    const { desk, ada, id, describe } = await begin()
    const other = await begin()
    const name = `Harbour report ${randomUUID().slice(0, 4)}`
    const { slug } = must(await describe({ slug: name }))
    expect(slug).toBe(name.toLowerCase().replaceAll(' ', '-'))
    expect(failureOf(await other.describe({ slug }))).toBe('conflict')
    const both = await Promise.all(
      [describe, other.describe].map((say) => say({ slug: `${name} now` })),
    )
    expect(both.map(failureOf).sort()).toEqual(['conflict', null])
    must(await describe({ slug }))
    expect(failureOf(await describe({ slug: '…' }))).toBe('invalid')
    expect(must(await describe({ slug }))).toEqual({ slug })
    const [rev, pia] = [await desk.person(['reviewer']), await desk.person(['publisher'])]
    await desk.sourceAll(ada, id, await desk.source(ada))
    await desk.decide(rev, id, 'approve')
    must(await publishVersion(desk.context, pia, id, { change: 'first', note: 'No hurry.' }))
    expect(must(await readPublished(desk.context, slug, null))).toMatchObject({ stored: { slug } })
    expect(failureOf(await describe({ slug: 'elsewhere' }))).toBe('conflict')
    expect(must(await describe({ slug, byline: 'Ada Quill' }))).toEqual({ slug })
    await desk.stop()
    await other.desk.stop()
  })
})

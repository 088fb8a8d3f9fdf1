import { expect, it } from 'vitest'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { restoreArticle } from './restore-article.ts'
import { reword } from './reword.ts'
import { showArticle } from './show-article.ts'

withSharedDatabase('a sentence that comes back', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    const [ada, bo] = [await desk.person(['editor']), await desk.person(['editor'])]
    const rev = await desk.person(['editor', 'reviewer'])
    const id = await desk.article(ada, 'It rained. The mayor lied.')
    const change = async (exact: string, words: string, by = bo) =>
      must(await reword(desk.context, by, id, { exact, words }))
    return { desk, ada, bo, rev, id, change }
  }

  it('[AUT3] cut away in two steps and restored, one with evidence has whoever gave it among its authors', async () => {
    const { desk, ada, bo, rev, id, change } = await begin()
    await desk.sourceAll(rev, id, await desk.source(ada))
    const { seq } = must(await showArticle(desk.context, ada, id))
    await change('The mayor', '')
    await change(' lied.', '')
    must(await restoreArticle(desk.context, bo, id, { seq }))
    const all = await desk.statuses(ada, id)
    expect(all.map(({ sentence }) => sentence.text)).toEqual(['It rained.', 'The mayor lied.'])
    expect(await desk.decide(rev, id, 'approve', [1])).toEqual([403])
    await desk.stop()
  })

  it('[AUT3] without evidence, too', async () => {
    const { desk, ada, bo, rev, id, change } = await begin()
    await change('The mayor lied.', 'The mayor knew.', rev)
    const { seq } = must(await showArticle(desk.context, ada, id))
    await change('The mayor', '')
    await change(' knew.', '')
    must(await restoreArticle(desk.context, bo, id, { seq }))
    await desk.sourceAll(bo, id, await desk.source(ada))
    expect(await desk.decide(rev, id, 'approve', [1])).toEqual([403])
    await desk.stop()
  })

  it('[AUT3] an earlier wording of one’s own that another restores after all of it was cut is one’s own', async () => {
    const { desk, ada, bo, rev, id, change } = await begin()
    await change('The mayor lied.', 'The mayor knew.', rev)
    const { seq } = must(await showArticle(desk.context, ada, id))
    await change('knew', 'knew of it', rev)
    await change('The mayor knew of it.', '')
    must(await restoreArticle(desk.context, bo, id, { seq }))
    expect((await desk.statuses(ada, id))[1]?.sentence.text).toBe('The mayor knew.')
    await desk.sourceAll(bo, id, await desk.source(ada))
    expect(await desk.decide(rev, id, 'approve', [1])).toEqual([403])
    await desk.stop()
  })

  it('[AUT3] a copy that another makes of one’s sentence, which is deleted then, is one’s own', async () => {
    const { desk, ada, bo, rev, id, change } = await begin()
    await change('The mayor lied.', 'The mayor knew.', rev)
    await change('It rained.', 'The mayor knew. It rained.')
    await change(' It rained. The mayor knew.', '')
    await desk.sourceAll(bo, id, await desk.source(ada))
    expect((await desk.statuses(ada, id)).map(({ sentence }) => sentence.text)).toEqual([
      'The mayor knew.',
    ])
    expect(await desk.decide(rev, id, 'approve')).toEqual([403])
    await desk.stop()
  })
})

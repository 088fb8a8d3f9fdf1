import { expect, it } from 'vitest'
import { findArticle } from '#db/repositories/articles.ts'
import { findVersion } from '#db/repositories/versions.ts'
import type { Change } from '#lib/domain/publication/version.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { moveArticle } from './move-article.ts'
import { publishVersion } from './publish-version.ts'
import { reword } from './reword.ts'
import { takeDownVersion } from './take-down-version.ts'

withSharedDatabase('retractions', (open) => {
  it('[VER7] what was published is retracted in every state in which it is worked on, without the words since', async () => {
    const desk = new Desk(open())
    const [ada, rev, pia] = [
      await desk.person(['editor']),
      await desk.person(['reviewer']),
      await desk.person(['publisher']),
    ]
    const id = await desk.article(ada, 'It rained. It leaks.')
    const publish = (change: Change, note: string) =>
      publishVersion(desk.context, pia, id, { change, note })
    await desk.sourceAll(ada, id, await desk.source(ada))
    await desk.decide(rev, id, 'approve')
    // Never published: there is nothing to retract.
    expect(failureOf(await publish('retraction', 'x'))).toBe('invalid')
    const { slug } = must(await publish('first', 'x'))
    must(await moveArticle(desk.context, rev, id, { to: 'inReview', note: '' }))
    must(await moveArticle(desk.context, rev, id, { to: 'draft', note: '' }))
    must(await reword(desk.context, ada, id, { exact: 'It leaks.', words: 'It held.' }))
    must(await publish('retraction', 'The roof was another one.'))
    const stored = await findVersion(open().handle, slug, null)
    expect(stored).toMatchObject({ number: 2, change: 'retraction' })
    expect(stored?.canonical).toContain('It leaks.')
    expect(stored?.canonical).not.toContain('It held.')
    expect(await findArticle(open().handle, id)).toMatchObject({ state: 'retracted' })
    await desk.stop()
  })

  it('[VER7] also when the newest version was taken down: what stands before it is withdrawn', async () => {
    const desk = new Desk(open())
    const [ada, rev, chief] = [
      await desk.person(['editor']),
      await desk.person(['reviewer']),
      await desk.person(['publisher'], true),
    ]
    const id = await desk.article(ada, 'It rained. It leaks.')
    const publish = (change: Change) =>
      publishVersion(desk.context, chief, id, { change, note: 'x' })
    await desk.sourceAll(ada, id, await desk.source(ada))
    await desk.decide(rev, id, 'approve')
    const { slug } = must(await publish('first'))
    must(await reword(desk.context, ada, id, { exact: 'It leaks.', words: 'It held.' }))
    await desk.sourceAll(ada, id, await desk.source(ada))
    await desk.decide(rev, id, 'approve')
    const second = must(await publish('update'))
    must(await takeDownVersion(desk.context, chief, id, 2, { reason: 'By order of a court.' }))
    must(await publish('retraction'))
    const stored = await findVersion(open().handle, slug, null)
    expect(stored).toMatchObject({ number: 3, change: 'retraction' })
    const version = JSON.parse(stored?.canonical ?? '')
    expect(version.previousHash).toBe(second.hash)
    expect(stored?.canonical).toContain('It leaks.')
    expect(stored?.canonical).not.toContain('It held.')
    await desk.stop()
  })
})

import { createHash, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { startSession } from '#db/repositories/people.ts'
import type { Collab } from '#lib/collab/ports.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { assignPeople } from './article-people.ts'
import type { Context } from './context.ts'
import { moveArticle } from './move-article.ts'
import { changePerson, leave } from './people.ts'
import { publishVersion } from './publish-version.ts'
import { createToken, dropToken } from './tokens.ts'

type Who = Parameters<Collab['revoke']>[0]

/** A desk whose context notes which sockets it was told to close, and whether the change was committed by then. */
function watched(desk: Desk) {
  const closed: Who[] = []
  const context = (): Context => {
    const plain = desk.context
    return { ...plain, collab: { ...plain.collab, revoke: (who) => closed.push(who) } }
  }
  return { context, closed }
}

withSharedDatabase('rights that change', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    const [ada, rev, pia] = [
      await desk.person(['editor']),
      await desk.person(['reviewer']),
      await desk.person(['publisher', 'admin'], true),
    ]
    const id = await desk.article(ada, 'It rained.')
    return { desk, ada, rev, pia, id, ...watched(desk) }
  }

  it('[LIV4] roles, disabling, signing out and a dropped token close a person’s sockets at once', async () => {
    const { ada, pia, context, closed } = await begin()
    must(await changePerson(context(), pia, ada.id, { roles: ['reviewer'] }))
    must(await changePerson(context(), pia, ada.id, { disabled: true }))
    expect(closed.splice(0)).toEqual([{ personId: ada.id }, { personId: ada.id }])
    const session = randomUUID()
    const [now, expiresAt] = [new Date(), new Date(Date.now() + 1_000_000)]
    await startSession(open().handle, { id: session, personId: pia.id, now, expiresAt })
    await leave(context(), pia, session)
    expect(closed.splice(0)).toEqual([{ sessionId: session }])
    const hash = (token: string) => createHash('sha256').update(token).digest('hex')
    const { id: token } = must(await createToken(context(), pia, { name: 'tests' }, hash))
    must(await dropToken(context(), pia, token))
    expect(closed).toEqual([{ personId: pia.id }])
  })

  it('[LIV4] restriction, removal, archiving, restoring and retraction close an article’s sockets at once', async () => {
    const { desk, ada, rev, pia, id, context, closed } = await begin()
    const people = { restricted: true, assigned: [], named: [rev.id] }
    must(await assignPeople(context(), ada, id, people))
    must(await assignPeople(context(), ada, id, { restricted: false, assigned: [], named: [] }))
    must(await moveArticle(context(), pia, id, { to: 'archived', note: '' }))
    must(await moveArticle(context(), ada, id, { to: 'draft', note: '' }))
    expect(closed.splice(0)).toEqual(Array.from({ length: 4 }, () => ({ articleId: id })))
    await desk.sourceAll(ada, id, await desk.source(ada, { publicName: 'The contract' }))
    await desk.decide(rev, id, 'approve')
    must(await publishVersion(context(), pia, id, { change: 'first', note: 'In a hurry.' }))
    expect(closed.splice(0)).toEqual([])
    must(await publishVersion(context(), pia, id, { change: 'retraction', note: 'It was wrong.' }))
    expect(closed).toEqual([{ articleId: id }])
  })
})

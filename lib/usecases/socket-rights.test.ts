import { createHash, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { startSession } from '#db/repositories/people.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { assignPeople } from './article-people.ts'
import { moveArticle } from './move-article.ts'
import { changePerson } from './people.ts'
import { socketRights } from './socket-rights.ts'
import { createToken, dropToken } from './tokens.ts'

const WRITES = { readOnly: false, suggestOnly: false, endsAt: null }

withSharedDatabase('rights of sockets', (open) => {
  it('[LIV7, SUG4] are those of now: role, state, restriction, disabling, the end of a session', async () => {
    const desk = new Desk(open())
    const [ada, rev, pia] = [
      await desk.person(['writer']),
      await desk.person(['reviewer']),
      await desk.person(['publisher', 'admin']),
    ]
    const articleId = await desk.article(ada, 'It rained.')
    const of = ({ id: personId }: typeof ada, sessionId: string | null = null) =>
      socketRights(desk.context, {
        articleId,
        personId,
        personName: '',
        sessionId,
        readOnly: false,
      })
    expect([await of(ada), await of(rev), await of(pia)]).toEqual([
      WRITES,
      WRITES,
      // Whoever may comment and not write may suggest [SUG4].
      { readOnly: false, suggestOnly: true, endsAt: null },
    ])
    expect(await of(ada, 'a session that has ended')).toBeNull()
    const hidden = { restricted: true, assigned: [], named: [] }
    must(await assignPeople(desk.context, ada, articleId, hidden))
    expect([await of(ada), await of(rev)]).toEqual([WRITES, null])
    must(await assignPeople(desk.context, ada, articleId, { ...hidden, named: [pia.id] }))
    must(await moveArticle(desk.context, pia, articleId, { to: 'archived', note: '' }))
    expect(await of(ada)).toEqual({ readOnly: true, suggestOnly: false, endsAt: null })
    must(await changePerson(desk.context, pia, ada.id, { disabled: true }))
    expect(await of(ada)).toBeNull()
    await desk.stop()
  })

  it('[LIV10] end with the session or the token', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const articleId = await desk.article(ada, 'It rained.')
    const { handle: db } = open()
    const of = (opener: { sessionId?: string; tokenId?: string }, now = new Date()) => {
      const request = { articleId, personId: ada.id, personName: '', readOnly: false }
      const asks = { ...request, sessionId: null, ...opener }
      return socketRights({ db, now: () => now }, asks)
    }
    const endsAt = new Date(Date.now() + 86_400_000)
    const sessionId = randomUUID()
    await startSession(db, {
      ...{ id: sessionId, personId: ada.id, now: new Date(), expiresAt: endsAt },
    })
    expect(await of({ sessionId })).toEqual({ ...WRITES, endsAt })
    expect(await of({ sessionId }, endsAt)).toBeNull()
    const hash = (token: string) => createHash('sha256').update(token).digest('hex')
    const context = { ...desk.context, now: () => new Date(endsAt.getTime() - 86_400_000) }
    const newToken = async (limits: object) =>
      must(await createToken(context, ada, { name: 'tests', ...limits }, hash)).id
    const short = await newToken({ days: 1 })
    expect(await of({ tokenId: short })).toEqual({ ...WRITES, endsAt })
    expect(await of({ tokenId: short }, endsAt)).toBeNull()
    const writes = await newToken({})
    expect(await of({ tokenId: writes })).toEqual(WRITES)
    must(await dropToken(context, ada, writes))
    expect(await of({ tokenId: writes })).toBeNull()
    await desk.stop()
  })
})

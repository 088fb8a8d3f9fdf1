import { expect, it } from 'vitest'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { assignPeople } from './article-people.ts'
import { moveArticle } from './move-article.ts'
import { changePerson } from './people.ts'
import { socketRights } from './socket-rights.ts'

const WRITES = { readOnly: false, suggestOnly: false }

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
      { readOnly: false, suggestOnly: true },
    ])
    expect(await of(ada, 'a session that has ended')).toBeNull()
    const hidden = { restricted: true, assigned: [], named: [] }
    must(await assignPeople(desk.context, ada, articleId, hidden))
    expect([await of(ada), await of(rev)]).toEqual([WRITES, null])
    must(await assignPeople(desk.context, ada, articleId, { ...hidden, named: [pia.id] }))
    must(await moveArticle(desk.context, pia, articleId, { to: 'archived', note: '' }))
    expect(await of(ada)).toEqual({ readOnly: true, suggestOnly: false })
    must(await changePerson(desk.context, pia, ada.id, { disabled: true }))
    expect(await of(ada)).toBeNull()
    await desk.stop()
  })
})

import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { verifyAudit } from '#db/repositories/audit.ts'
import { rowsAfter } from '#db/repositories/update-log.ts'
import { ClientDoc } from '#lib/testing/client-doc.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { closeQuestion } from './close-question.ts'
import { moveArticle } from './move-article.ts'
import { publishVersion } from './publish-version.ts'
import { createToken } from './tokens.ts'

const ODD = 'a\0b\ud800c'

withSharedDatabase('text that PostgreSQL cannot keep', (open) => {
  it('[REV1] stands in nobody’s way, wherever a client wrote it', async () => {
    const desk = new Desk(open())
    const [ada, rev] = [await desk.person(['editor']), await desk.person(['reviewer'])]
    const pia = await desk.person(['publisher'], true)
    const id = await desk.article(ada, 'It leaks. It rains.')
    await desk.sourceAll(ada, id, await desk.source(ada))
    const rows = await rowsAfter(open().handle, id, 0)
    const editor = new ClientDoc(77, ...rows.map(({ update }) => update))
    const update = editor.change((doc) => {
      const text = doc.getText('text')
      text.insert(text.toString().indexOf('leaks') + 1, ODD)
      text.format(1, 4, { [`annotation:${ODD}`]: true })
      const record = { kind: 'exempt', note: ODD, publicNote: ODD, [ODD]: ODD }
      doc.getMap('annotations').set(ODD, new Y.Map(Object.entries(record)))
      for (const known of doc.getMap('annotations').values()) {
        ;(known as Y.Map<unknown>).delete('sourcedText.exact')
      }
    })
    await desk.rooms.receive(id, { personId: ada.id, sessionId: null }, update)
    must(await moveArticle(desk.context, ada, id, { to: 'inReview', note: ODD }))
    expect(await desk.decide(rev, id, 'query')).toEqual([200, 200])
    for (const status of await desk.statuses(ada, id)) {
      for (const query of status.openQueries)
        must(await closeQuestion(desk.context, pia, id, query.id, { reason: ODD }))
    }
    expect(await desk.decide(rev, id, 'approve')).toEqual([200, 200])
    must(await createToken(desk.context, ada, { name: ODD }, (token) => token))
    must(await publishVersion(desk.context, pia, id, { change: 'first', note: ODD }))
    expect(await verifyAudit(open().handle)).toBeNull()
  })
})

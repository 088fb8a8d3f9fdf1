import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { setArticleDigest, setArticlePeople } from '#db/repositories/articles.ts'
import { changeMail } from '#db/repositories/notice-mails.ts'
import { insertNotices } from '#db/repositories/notices.ts'
import { offTokenOf, personOfOffToken } from '#lib/auth/off-token.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { mailerTo } from '#lib/server/mailer.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { type MailServer, startMailServer } from '#lib/testing/mail-server.ts'
import type { Context } from './context.ts'
import { identityInput, keepIdentity } from './identities.ts'
import { chooseNotices, ownMailFailure, readNotices } from './notices.ts'
import { makeDigests, sendNextMail, stopMailTo } from './send-digests.ts'

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10_000 }
const IMPATIENT = { ...TIMEOUTS, socketTimeout: 500 }
const SECRET = 's'.repeat(32)
const SITE = {
  ...{ origin: 'https://galley.example', newsroom: 'The Courier' },
  offTokenOf: (personId: string) => offTokenOf(SECRET, personId),
}

let server: MailServer
beforeAll(async () => {
  server = await startMailServer()
})
afterEach(() => {
  server.mood = 'takes'
})
afterAll(() => server.close())

withSharedDatabase('mail about notices', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    const { context } = desk
    const [ada, bo] = [await desk.person(['editor']), await desk.person(['writer'])]
    const id = await desk.article(ada, 'It rained. It leaks.')
    await setArticleDigest(context.db, id, { title: 'The <b>ferry', searchText: '' })
    const at = (time: string): Context => ({
      ...desk.context,
      now: () => new Date(`2026-02-01T${time}Z`),
    })
    const want = async (actor: Actor, mail: 'off' | 'hourly' | 'daily') =>
      must(await chooseNotices(context, actor, { kind: 'assigned', app: true, mail }))
    const tell = (actor: Actor, time: string) =>
      insertNotices(
        context.db,
        [
          {
            ...{ personId: actor.id, kind: 'assigned', key: randomUUID(), articleId: id },
            ...{ by: ada.id, at: `2026-02-01T${time}.000Z`, place: {} },
          },
        ],
        randomUUID,
      )
    const postman = mailerTo(server.url, 'galley@courier.example', TIMEOUTS)
    const send = async (time: string, by = postman) => {
      while (await sendNextMail(at(time), by, SITE)) {
        // Until none is due.
      }
    }
    const post = async (time: string) => {
      await makeDigests(at(time))
      await send(time)
    }
    const letters = (actor: Actor) => server.letters.filter(({ to }) => to.includes(actor.email))
    return { desk, ada, bo, id, at, want, tell, postman, send, post, letters, context }
  }

  it('[MAI1] one letter an hour tells of what came, once, also with two processes at it', async () => {
    const { desk, ada, bo, at, want, tell, post, letters, context } = await begin()
    await tell(bo, '08:00:00')
    await post('08:00:10')
    await want(bo, 'hourly')
    for (const time of ['08:00:20', '08:00:30']) await tell(bo, time)
    await Promise.all([makeDigests(at('08:01:00')), makeDigests(at('08:01:00'))])
    await Promise.all([post('08:01:00'), post('08:01:00')])
    await tell(bo, '08:10:00')
    await post('08:30:00')
    expect(letters(bo)).toHaveLength(1)
    await post('09:01:00')
    expect(letters(bo)).toHaveLength(2)
    await tell(bo, '09:30:00')
    must(await readNotices(context, bo, { ids: null }))
    await post('12:00:00')
    expect(letters(bo)).toHaveLength(2)
    expect(letters(ada)).toHaveLength(0)
    await desk.stop()
  })

  it('[MAI2] what does not get through is tried again under the same id, and what is refused for good is not', async () => {
    const { desk, bo, want, tell, send, post, letters, context } = await begin()
    await want(bo, 'hourly')
    await tell(bo, '08:00:00')
    server.mood = 'is busy'
    await post('08:00:00')
    expect(await ownMailFailure(context, bo)).toContain('Come again later')
    server.mood = 'is silent'
    await send('08:02:00', mailerTo(server.url, 'galley@courier.example', IMPATIENT))
    expect(await ownMailFailure(context, bo)).toMatch(/time/i)
    server.mood = 'takes'
    await send('08:03:00')
    expect(letters(bo)).toHaveLength(0)
    await send('08:08:00')
    expect(letters(bo)).toHaveLength(1)
    expect(await ownMailFailure(context, bo)).toBeNull()
    // The row of it was lost in a crash: it goes out again, and can be told by its id.
    const [, mailId = ''] =
      /Message-ID: <(.*)@galley\.example>/i.exec(letters(bo)[0]?.raw ?? '') ?? []
    await changeMail(context.db, mailId, { sentAt: null, nextAt: new Date('2026-02-01T08:08:00Z') })
    await send('08:09:00')
    expect(letters(bo)).toHaveLength(2)
    expect(letters(bo)[1]?.raw).toContain(`<${mailId}@galley.example>`)
    await tell(bo, '09:00:00')
    server.mood = 'refuses'
    await post('10:00:00')
    server.mood = 'takes'
    await send('23:00:00')
    expect(letters(bo)).toHaveLength(2)
    expect(await ownMailFailure(context, bo)).toContain('no such person')
    await desk.stop()
  })

  it('[MAI3] it holds a headline and nothing more, of a restricted article and of a protected name not even that', async () => {
    const { desk, ada, bo, id, want, tell, post, letters, context } = await begin()
    await want(bo, 'hourly')
    await tell(bo, '08:00:00')
    await post('08:00:00')
    const [open_] = letters(bo)
    expect(open_?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(open_?.raw).toContain('From: galley@courier.example')
    expect(open_?.raw).not.toMatch(/rained|leaks/)
    const named = { restricted: true, assigned: [bo.id], named: [] }
    await setArticlePeople(context.db, id, named)
    await tell(bo, '09:00:00')
    await post('09:30:00')
    expect(letters(bo)[1]?.raw).toContain('assigned you to an article')
    await setArticlePeople(context.db, id, { ...named, restricted: false })
    const sourceId = await desk.source(ada, { terms: 'background' })
    const identity = identityInput.parse({ name: 'Jonathan Ferryman' })
    must(await keepIdentity(context, ada, sourceId, identity))
    await setArticleDigest(context.db, id, { title: 'Jonathan Ferryman speaks', searchText: '' })
    await tell(bo, '10:00:00')
    await post('11:00:00')
    expect(letters(bo)[2]?.raw).not.toContain('Ferryman')
    expect(letters(bo)[2]?.raw).toContain('assigned you to an article')
    // Out of sight meanwhile: the letter that was to go out does not.
    await tell(bo, '12:00:00')
    await setArticlePeople(context.db, id, { restricted: true, assigned: [], named: [] })
    await post('13:00:00')
    expect(letters(bo)).toHaveLength(3)
    await desk.stop()
  })

  it('[MAI4] the switch ends all mail to its person, also what waits; another one does nothing', async () => {
    const { desk, bo, at, want, tell, send, post, letters, context } = await begin()
    await want(bo, 'daily')
    await tell(bo, '08:00:00')
    await makeDigests(at('08:01:00'))
    const token = offTokenOf(SECRET, bo.id)
    expect(personOfOffToken(SECRET, token)).toBe(bo.id)
    for (const wrong of ['', bo.id, `${token}x`, token.slice(0, -1), `x${token}`])
      expect(personOfOffToken(SECRET, wrong)).toBeNull()
    expect(personOfOffToken('t'.repeat(32), token)).toBeNull()
    await stopMailTo(context, bo.id)
    await send('08:02:00')
    await tell(bo, '09:00:00')
    await post('23:00:00')
    expect(letters(bo)).toHaveLength(0)
    await desk.stop()
  })

  it('[MAI5] a server of mail that is not there is said to whom it concerns, and harms nobody', async () => {
    const { desk, bo, at, want, tell, context } = await begin()
    await want(bo, 'hourly')
    await tell(bo, '08:00:00')
    await makeDigests(at('08:00:00'))
    const nowhere = mailerTo('smtp://127.0.0.1:9', 'galley@courier.example', TIMEOUTS)
    expect(await sendNextMail(at('08:00:01'), nowhere, SITE)).toBe(true)
    expect(await ownMailFailure(context, bo)).toMatch(/ECONNREFUSED/)
    expect(await sendNextMail(at('08:00:02'), nowhere, SITE)).toBe(false)
    await desk.stop()
  })
})

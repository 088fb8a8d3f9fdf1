import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { verifyAudit } from '#db/repositories/audit.ts'
import { rowsAfter } from '#db/repositories/update-log.ts'
import { findVersion } from '#db/repositories/versions.ts'
import { audit } from '#db/schema.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { type Quoted, threadPlaces } from '#lib/domain/talk/places.ts'
import { at, only } from '#lib/testing/builders.ts'
import { ClientDoc } from '#lib/testing/client-doc.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { assignPeople } from './article-people.ts'
import { listDesk } from './list-desk.ts'
import { threadsOf } from './list-threads.ts'
import { moveArticle } from './move-article.ts'
import { newThreadInput, openThread, quotedInput } from './open-thread.ts'
import { placeThread } from './place-thread.ts'
import { publishVersion } from './publish-version.ts'
import { readThread } from './read-thread.ts'
import { replyInput, replyToThread } from './reply-to-thread.ts'
import { changeThread } from './settle-thread.ts'
import { authorsOf } from './show-article.ts'

const TEXT = 'It cost 2.4 million. It leaks.\nNobody came.'
/** The sentence “It leaks.” */
const LEAKS = { blockIndex: 0, from: 21, to: 30, quote: 'It leaks.' }

withSharedDatabase('threads', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['editor'])
    const pia = await desk.person(['publisher'])
    const id = await desk.article(ada, TEXT)
    const say = async (actor: Actor, text: string, place = LEAKS) =>
      openThread(desk.context, actor, id, newThreadInput.parse({ ...place, text }))
    const answer = (actor: Actor, thread: string, text: string) =>
      replyToThread(desk.context, actor, id, thread, replyInput.parse({ text }))
    const list = async (actor: Actor) => must(await threadsOf(desk.context, actor, id)).threads
    const places = async () => {
      const { blocks } = (await desk.context.collab.read(id)).content
      return [...threadPlaces(blocks)]
    }
    return { desk, ada, pia, id, say, answer, list, places }
  }

  /** What somebody's editor does to the text. */
  const edit = async ({ rooms }: Desk, id: string, actor: Actor, work: (text: Y.Text) => void) => {
    const rows = await rowsAfter(open().handle, id, 0)
    const editor = new ClientDoc(
      1 + Math.floor(Math.random() * 2 ** 31),
      ...rows.map(({ update }) => update),
    )
    const update = editor.change((doc) => work(doc.getText('text')))
    await rooms.receive(id, { personId: actor.id, sessionId: null }, update)
  }

  /** Types before the first word. */
  const type = (desk: Desk, id: string, actor: Actor, words: string) =>
    edit(desk, id, actor, (text) => text.insert(1, words))

  it('[THR3] who may only read begins one: the server puts it on the words, and it is there after a restart', async () => {
    const { desk, ada, pia, say, list, places } = await begin()
    const { id, messageId } = must(await say(pia, '  Who says so?\n'))
    await desk.restart()
    expect(await places()).toEqual([[id, { blockIndex: 0, from: 21, to: 30 }]])
    expect(await list(ada)).toEqual([
      {
        id,
        quote: 'It leaks.',
        messages: [
          {
            ...{ id: messageId, personId: pia.id, personName: pia.name, mentions: [] },
            text: 'Who says so?',
            at: expect.any(String),
          },
        ],
        resolved: null,
        readAt: null,
      },
    ])
    await desk.stop()
  })

  it('[THR3] words that moved are found again, words that changed are refused with those of now', async () => {
    const { desk, ada, pia, id, say, places } = await begin()
    await type(desk, id, ada, 'So it is. ')
    const thread = must(await say(pia, 'Here?'))
    expect(await places()).toEqual([[thread.id, { blockIndex: 0, from: 31, to: 40 }]])
    const refused = await say(pia, 'Here?', { ...LEAKS, quote: 'It leaked' })
    expect(refused).toMatchObject({
      ok: false,
      failure: { kind: 'moved', current: { quote: ' million.' } },
    })
    expect(
      failureOf(await say(pia, 'Here?', { ...LEAKS, blockIndex: 7, quote: 'gone, all' })),
    ).toBe('moved')
    expect(await places()).toHaveLength(1)
    await desk.stop()
  })

  it('[THR2, AUT2] it moves no fingerprint, status or author, and no version has a trace of it', async () => {
    const { desk, ada, pia, id, say, answer } = await begin()
    const rev = await desk.person(['reviewer'])
    await desk.sourceAll(ada, id, await desk.source(ada))
    await desk.decide(rev, id, 'approve', [0])
    const before = await desk.statuses(ada, id)
    const authors = must(await authorsOf(desk.context, ada, id))
    const thread = must(await say(rev, 'Verysecretword?'))
    must(
      await say(pia, 'Verysecretword!', {
        blockIndex: 0,
        from: 3,
        to: 25,
        quote: TEXT.slice(3, 25),
      }),
    )
    must(await answer(rev, thread.id, 'Verysecretword.'))
    expect(await desk.statuses(ada, id)).toEqual(before)
    expect(must(await authorsOf(desk.context, ada, id))).toEqual(authors)
    await desk.restart()
    expect(must(await authorsOf(desk.context, ada, id))).toEqual(authors)
    // Whoever talked about it did not write it.
    expect(await desk.decide(rev, id, 'approve')).toEqual([200, 200, 200])
    const change = { change: 'first', note: 'As it is.' } as const
    const { slug } = must(await publishVersion(desk.context, pia, id, change))
    const version = await findVersion(open().handle, slug, 1)
    expect(version?.canonical).toContain('It leaks.')
    expect(`${version?.canonical}${version?.body}`).not.toMatch(/verysecretword|thread/i)
    await desk.stop()
  })

  it('[THR6] unread is per person, up to the message that one was shown, and never goes back', async () => {
    const { desk, ada, pia, id, say, answer, list } = await begin()
    const first = must(await say(pia, 'One?'))
    const second = must(await answer(ada, first.id, 'Two.'))
    must(await answer(pia, first.id, 'Three.'))
    const readAt = async (actor: Actor) => only(await list(actor)).readAt
    const read = async (actor: Actor, messageId: string, thread = first.id) =>
      failureOf(await readThread(desk.context, actor, id, thread, { messageId }))
    expect(await read(ada, second.id)).toBeNull()
    const [, two] = only(await list(ada)).messages
    expect(await readAt(ada)).toBe(two?.at)
    expect(await read(ada, first.messageId)).toBeNull()
    expect(await readAt(ada)).toBe(two?.at)
    expect(await readAt(pia)).toBeNull()
    expect(await read(ada, randomUUID())).toBe('notFound')
    expect(await read(ada, second.id, randomUUID())).toBe('notFound')
    await desk.stop()
  })

  it('[THR7] people are named who may see the article; the desk counts what they have not read', async () => {
    const { desk, ada, pia, id, say, answer, list } = await begin()
    const [ben, cem] = [await desk.person(['writer']), await desk.person(['writer'])]
    must(
      await assignPeople(desk.context, ada, id, {
        restricted: true,
        assigned: [ben.id],
        named: [ada.id, pia.id],
      }),
    )
    const { people } = must(await threadsOf(desk.context, pia, id))
    expect(people.map((person) => person.id).sort()).toEqual([ada.id, ben.id, pia.id].sort())
    const thread = must(await say(pia, `@${ben.name} and @${cem.name}: is it so? @${pia.name}`))
    expect(only(await list(ada)).messages[0]?.mentions).toEqual([ben.id, pia.id])
    const counted = async (actor: Actor) =>
      (await listDesk(desk.context, actor, '')).find((entry) => entry.id === id)?.mentions
    expect([await counted(ben), await counted(pia), await counted(ada)]).toEqual([1, 0, 0])
    const again = must(await answer(ada, thread.id, `@${ben.name}`))
    expect(await counted(ben)).toBe(1)
    must(await readThread(desk.context, ben, id, thread.id, { messageId: again.id }))
    expect(await counted(ben)).toBe(0)
    await desk.stop()
  })

  it('[THR3] it is resolved and reopened by anybody who may read; an answer reopens it', async () => {
    const { desk, ada, pia, id, say, answer, list } = await begin()
    const thread = must(await say(pia, 'So?'))
    const settle = async (actor: Actor, resolved: boolean, wanted = thread.id) =>
      failureOf(await changeThread(desk.context, actor, id, wanted, { resolved }))
    expect(await settle(ada, true)).toBeNull()
    expect(await settle(pia, true)).toBeNull()
    expect(only(await list(pia)).resolved).toEqual({
      at: expect.any(String),
      personName: ada.name,
    })
    expect(await settle(pia, false)).toBeNull()
    expect(only(await list(pia)).resolved).toBeNull()
    await settle(ada, true)
    must(await answer(pia, thread.id, 'Not yet.'))
    expect(only(await list(pia)).resolved).toBeNull()
    expect(await settle(pia, true, randomUUID())).toBe('notFound')
    expect(await settle(pia, true, 'x')).toBe('notFound')
    expect(failureOf(await answer(pia, randomUUID(), 'x'))).toBe('notFound')
    // A thread answers under its own article only.
    const other = await desk.article(ada, 'It rained.')
    const change = { resolved: true }
    expect(failureOf(await changeThread(desk.context, ada, other, thread.id, change))).toBe(
      'notFound',
    )
    await desk.stop()
  })

  it('[ACC2, THR3] who may not see the article neither reads nor writes; a closed one takes answers only', async () => {
    const { desk, ada, pia, id, say, answer, list } = await begin()
    const thread = must(await say(ada, 'So?'))
    const none = { restricted: true, assigned: [], named: [ada.id] }
    must(await assignPeople(desk.context, ada, id, none))
    expect(failureOf(await threadsOf(desk.context, pia, id))).toBe('notFound')
    expect(failureOf(await say(pia, 'So?'))).toBe('notFound')
    expect(failureOf(await answer(pia, thread.id, 'So?'))).toBe('notFound')
    must(await assignPeople(desk.context, ada, id, { ...none, restricted: false }))
    must(await moveArticle(desk.context, pia, id, { to: 'archived', note: '' }))
    expect(failureOf(await say(pia, 'So?'))).toBe('conflict')
    must(await answer(pia, thread.id, 'So.'))
    expect(only(await list(ada)).messages).toHaveLength(2)
    await desk.stop()
  })

  it('[THR11] one that has lost its words is put on others by whoever may read, and on none that are gone', async () => {
    const { desk, ada, pia, id, say, list, places } = await begin()
    const thread = must(await say(ada, 'Who says so?'))
    const place = (actor: Actor, quoted: Quoted, threadId = thread.id) =>
      placeThread(desk.context, actor, id, threadId, quotedInput.parse(quoted))
    const nobody = { blockIndex: 1, from: 0, to: 12, quote: 'Nobody came.' }
    // It stands where it does as long as its words are there.
    must(await place(pia, nobody))
    expect(await places()).toEqual([[thread.id, { blockIndex: 0, from: 21, to: 30 }]])
    await edit(desk, id, ada, (text) => text.delete(22, 9))
    expect(await places()).toEqual([])

    expect(await place(pia, LEAKS)).toMatchObject({ failure: { kind: 'moved' } })
    expect(failureOf(await place(pia, nobody, randomUUID()))).toBe('notFound')
    const told = vi.spyOn(desk.context.collab, 'announce')
    must(await place(pia, nobody))
    expect(told.mock.calls).toEqual([[id, { type: 'threads', ids: [thread.id] }]])
    must(await place(ada, { ...nobody, to: 6, quote: 'Nobody' }))
    await desk.restart()
    expect(await places()).toEqual([[thread.id, { blockIndex: 1, from: 0, to: 12 }]])
    expect(only(await list(ada))).toMatchObject({ id: thread.id, quote: 'It leaks.' })

    const rows = await open().handle.select().from(audit).where(eq(audit.articleId, id))
    const placed = rows.filter(({ action }) => action === 'thread.placed')
    expect(placed.map(({ actorId, detail }) => [actorId, detail])).toEqual([
      [pia.id, { thread: thread.id, seq: expect.any(Number) }],
    ])
    await edit(desk, id, ada, (text) => text.delete(23, 12))
    must(await moveArticle(desk.context, pia, id, { to: 'archived', note: '' }))
    expect(failureOf(await place(pia, nobody))).toBe('conflict')
    await desk.stop()
  })

  it('[THR9] open pages are told which thread changed, and the audit trail holds no words', async () => {
    const { desk, ada, pia, id, say, answer } = await begin()
    const told = vi.spyOn(desk.context.collab, 'announce')
    const thread = must(await say(pia, `Verysecretword @${ada.name}`))
    must(await answer(ada, thread.id, 'Verysecretword'))
    must(await changeThread(desk.context, ada, id, thread.id, { resolved: true }))
    must(await changeThread(desk.context, ada, id, thread.id, { resolved: true }))
    const announcement = [id, { type: 'threads', ids: [thread.id] }]
    expect(told.mock.calls).toEqual([announcement, announcement, announcement])
    const rows = await open().handle.select().from(audit).where(eq(audit.articleId, id))
    const actions = rows.map(({ action }) => action).filter((action) => action.startsWith('thread'))
    expect(actions).toEqual(['thread.opened', 'thread.answered', 'thread.resolved'])
    const opened = rows.find(({ action }) => action === 'thread.opened')
    expect(opened?.detail).toMatchObject({ thread: thread.id, mentions: [ada.id] })
    expect(JSON.stringify(rows)).not.toMatch(/verysecretword|it leaks/i)
    expect(await verifyAudit(open().handle)).toBeNull()
    await desk.stop()
  })

  it('[THR3] a message says something, and not more than 10,000 characters', () => {
    const issue = (text: string) => replyInput.safeParse({ text }).error?.issues[0]?.message
    expect(issue(' \n ')).toBe('Write something first.')
    expect(issue('\0')).toBe('Write something first.')
    expect(issue('x'.repeat(10_001))).toBe('Write at most 10,000 characters.')
    expect(issue('x'.repeat(10_000))).toBeUndefined()
    expect(at([replyInput.parse({ text: 'a\r\nb' }).text], 0)).toBe('a\nb')
  })
})

import { createHash, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { verifyAudit } from '#db/repositories/audit.ts'
import { findPersonBySession, startSession } from '#db/repositories/people.ts'
import { useToken } from '#db/repositories/tokens.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { assignPeople } from './article-people.ts'
import { captureSource } from './capture-source.ts'
import { checkQuote } from './check-passage.ts'
import { closeQuestion } from './close-question.ts'
import { issueTicket } from './issue-ticket.ts'
import { keepCopy } from './keep-copy.ts'
import { listDesk } from './list-desk.ts'
import { moveArticle } from './move-article.ts'
import { addPerson, changePerson, everybody, leave, newPersonInput } from './people.ts'
import { capturesOf, readCapture } from './read-captures.ts'
import { readPublished } from './read-published.ts'
import { deleteAnnotation } from './remove-annotation.ts'
import { articleFacts, showArticle } from './show-article.ts'
import { showSource } from './sources.ts'
import { createToken, dropToken, ownTokens } from './tokens.ts'
import { undoApproval } from './undo-approval.ts'

const hash = (token: string) => createHash('sha256').update(token).digest('hex')

withSharedDatabase('access', (open) => {
  it('[ACC2] an article that one may not see answers like one that is not there', async () => {
    const desk = new Desk(open())
    const [ada, rev, pia] = [
      await desk.person(['writer']),
      await desk.person(['reviewer']),
      await desk.person(['publisher', 'admin'], true),
    ]
    const id = await desk.article(ada, 'It rained.')
    const list = async (actor: typeof ada) =>
      (await listDesk(desk.context, actor, '')).some((entry) => entry.id === id)
    expect([await list(rev), await list(pia)]).toEqual([true, true])
    must(
      await assignPeople(desk.context, ada, id, {
        restricted: true,
        assigned: [],
        named: [rev.id],
      }),
    )
    expect([await list(ada), await list(rev), await list(pia)]).toEqual([true, true, false])
    for (const wanted of [id, randomUUID(), 'no id', "' or 1=1"]) {
      const answers = await Promise.all([
        showArticle(desk.context, pia, wanted),
        articleFacts(desk.context, pia, wanted),
        issueTicket(desk.context, pia, null, wanted),
        moveArticle(desk.context, pia, wanted, { to: 'archived', note: '' }),
      ])
      const same = {
        ok: false,
        failure: { kind: 'notFound', message: 'There is no such article.' },
      }
      expect(answers).toEqual([same, same, same, same])
    }
    must(await assignPeople(desk.context, ada, id, { restricted: false, assigned: [], named: [] }))
    expect(await list(pia)).toBe(true)
    await desk.stop()
  })

  it('[STA2] an article moves by its table, for those who may, with each move recorded', async () => {
    const desk = new Desk(open())
    const [ada, ben, rev, pia] = [
      await desk.person(['writer']),
      await desk.person(['writer']),
      await desk.person(['reviewer']),
      await desk.person(['publisher']),
    ]
    const id = await desk.article(ada, 'It rained.')
    const move = async (actor: typeof ada, to: Parameters<typeof moveArticle>[3]['to']) =>
      failureOf(await moveArticle(desk.context, actor, id, { to, note: '' }))
    expect([
      await move(ben, 'inReview'),
      await move(pia, 'inReview'),
      await move(rev, 'archived'),
    ]).toEqual(['forbidden', 'forbidden', 'forbidden'])
    expect([
      await move(rev, 'published'),
      await move(rev, 'retracted'),
      await move(rev, 'draft'),
    ]).toEqual(['conflict', 'conflict', 'conflict'])
    expect([
      await move(ada, 'inReview'),
      await move(rev, 'draft'),
      await move(ada, 'inReview'),
    ]).toEqual([null, null, null])
    const race = await Promise.all([move(rev, 'draft'), move(ada, 'draft')])
    expect(race.sort()).toEqual(['conflict', null].sort())
    expect([await move(pia, 'archived'), await move(rev, 'draft')]).toEqual([null, null])
    expect(await verifyAudit(open().handle)).toBeNull()
    await desk.stop()
  })

  it('[ACC7][STA3] an archived article says who, when and why, and is taken back to where it was', async () => {
    const desk = new Desk(open())
    const [ada, ben, rev, pia, root] = [
      await desk.person(['writer']),
      await desk.person(['writer']),
      await desk.person(['reviewer']),
      await desk.person(['publisher']),
      await desk.person(['admin']),
    ]
    const id = await desk.article(ada, 'It rained.')
    const move = async (actor: typeof ada, to: Parameters<typeof moveArticle>[3]['to']) =>
      failureOf(await moveArticle(desk.context, actor, id, { to, note: 'Overtaken.' }))
    const lineOf = async (actor: typeof ada) =>
      (await listDesk(desk.context, actor, '')).find((entry) => entry.id === id)
    await move(ada, 'inReview')
    expect((await lineOf(pia))?.may).toEqual({ archive: true, takeBack: false })
    expect((await lineOf(ada))?.may).toEqual({ archive: false, takeBack: false })
    expect(await move(pia, 'archived')).toBeNull()
    const told = { personName: pia.name, note: 'Overtaken.', from: 'inReview' }
    expect(must(await articleFacts(desk.context, root, id)).archived).toMatchObject(told)
    expect((await lineOf(ben))?.archived).toMatchObject(told)
    const mayTakeBack = async (actor: typeof ada) => (await lineOf(actor))?.may.takeBack
    const rights = [ada, ben, rev, pia, root].map(mayTakeBack)
    expect(await Promise.all(rights)).toEqual([true, false, true, true, false])
    expect(await move(ben, 'inReview')).toBe('forbidden')
    expect(await move(root, 'inReview')).toBe('forbidden')
    expect(await move(pia, 'published')).toBe('conflict')
    expect(await move(pia, 'inReview')).toBeNull()
    expect(must(await articleFacts(desk.context, root, id)).archived).toBeNull()
    expect((await lineOf(ben))?.archived).toBeNull()
    await desk.stop()
  })

  it('[SGN3] a token is shown once, kept as a hash, and dead when its owner drops it', async () => {
    const desk = new Desk(open())
    const [ada, ben] = [await desk.person(['writer']), await desk.person(['writer'])]
    const { token, id } = must(await createToken(desk.context, ada, { name: ' desk ' }, hash))
    expect(await useToken(open().handle, hash(token), new Date())).toMatchObject({
      personId: ada.id,
    })
    expect(await ownTokens(desk.context, ada)).toMatchObject([{ id, name: 'desk' }])
    expect(JSON.stringify(await ownTokens(desk.context, ada))).not.toContain(token)
    expect(failureOf(await dropToken(desk.context, ben, id))).toBe('notFound')
    must(await dropToken(desk.context, ada, id))
    expect(failureOf(await dropToken(desk.context, ada, id))).toBe('notFound')
    expect(await useToken(open().handle, hash(token), new Date())).toBeNull()
    expect(failureOf(await createToken(desk.context, ada, { name: ' ' }, hash))).toBe('invalid')
    await desk.stop()
  })

  it('[ACC3] roles and disabling take effect at once; nobody locks themselves out', async () => {
    const desk = new Desk(open())
    const [admin, ada] = [await desk.person(['admin']), await desk.person(['editor'])]
    const sid = randomUUID()
    const now = new Date(Date.UTC(2026, 0, 1))
    await startSession(open().handle, {
      id: sid,
      personId: ada.id,
      now,
      expiresAt: new Date(Date.UTC(2026, 1, 1)),
    })
    expect(failureOf(await changePerson(desk.context, ada, ada.id, { roles: ['admin'] }))).toBe(
      'forbidden',
    )
    must(await changePerson(desk.context, admin, ada.id, { roles: ['writer'] }))
    expect((await findPersonBySession(open().handle, sid, now))?.roles).toEqual(['writer'])
    must(await createToken(desk.context, ada, { name: 'desk' }, hash))
    must(await changePerson(desk.context, admin, ada.id, { disabled: true }))
    expect(await findPersonBySession(open().handle, sid, now)).toBeNull()
    must(await changePerson(desk.context, admin, ada.id, { disabled: false }))
    // The session and the token that were ended stay so.
    expect(await findPersonBySession(open().handle, sid, now)).toBeNull()
    expect(await ownTokens(desk.context, ada)).toEqual([])
    expect(failureOf(await changePerson(desk.context, admin, admin.id, { disabled: true }))).toBe(
      'conflict',
    )
    expect(
      failureOf(await changePerson(desk.context, admin, admin.id, { roles: ['editor'] })),
    ).toBe('conflict')
    expect(failureOf(await changePerson(desk.context, admin, randomUUID(), { chief: true }))).toBe(
      'notFound',
    )
    await desk.stop()
  })

  it('[ACC3] of two administrators who take it from each other at once, one stays', async () => {
    const desk = new Desk(open())
    for (const change of [{ roles: ['editor' as const] }, { disabled: true }]) {
      const [ann, bob] = [await desk.person(['admin']), await desk.person(['admin'])]
      const both = await Promise.all([
        changePerson(desk.context, ann, bob.id, change),
        changePerson(desk.context, bob, ann.id, change),
      ])
      expect(both.map(failureOf).sort()).toEqual(['forbidden', null])
      const left = (await everybody(desk.context)).filter(
        ({ id, roles, disabledAt }) =>
          [ann.id, bob.id].includes(id) && roles.includes('admin') && !disabledAt,
      )
      expect(left).toHaveLength(1)
    }
    await desk.stop()
  })

  it('[ACC4] people are added by administrators, each address once', async () => {
    const desk = new Desk(open())
    const [admin, ada] = [await desk.person(['admin']), await desk.person(['editor'])]
    const email = `${randomUUID()}@galley.test`
    const input = newPersonInput.parse({
      email,
      name: 'Cy',
      password: 'twelve characters',
      roles: ['writer'],
    })
    const add = (actor: typeof ada | null, more = {}) =>
      addPerson(desk.context, actor, { ...input, ...more }, async (password) => hash(password))
    expect(failureOf(await add(ada))).toBe('forbidden')
    must(await add(admin))
    expect(failureOf(await add(admin, { email: email.toUpperCase() }))).toBe('conflict')
    expect(newPersonInput.safeParse({ ...input, password: 'short' }).success).toBe(false)
    await desk.stop()
  })

  it('[SGN2] signing out ends the session', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['editor'])
    const sid = randomUUID()
    const now = new Date(Date.UTC(2026, 0, 1))
    await startSession(open().handle, {
      id: sid,
      personId: ada.id,
      now,
      expiresAt: new Date(Date.UTC(2026, 1, 1)),
    })
    await leave(desk.context, ada, sid)
    expect(await findPersonBySession(open().handle, sid, now)).toBeNull()
    await desk.stop()
  })

  it('[ACC2] what cannot be an id is not there, whatever it holds', async () => {
    const desk = new Desk(open())
    const rev = await desk.person(['reviewer', 'editor'])
    const id = await desk.article(rev, 'It rained.')
    for (const wrong of ['\0', '\uD800', '../x', 'x'.repeat(10_000)]) {
      const answers = await Promise.all([
        showArticle(desk.context, rev, wrong),
        showSource(desk.context, rev, wrong),
        undoApproval(desk.context, rev, id, wrong),
        closeQuestion(desk.context, rev, id, wrong, { reason: 'x' }),
        dropToken(desk.context, rev, wrong),
        deleteAnnotation(desk.context, rev, id, wrong),
        readPublished(desk.context, wrong, null),
        captureSource(desk.context, rev, wrong),
        capturesOf(desk.context, rev, wrong),
        readCapture(desk.context, rev, { sourceId: wrong, captureId: wrong, part: 'raw' }),
        checkQuote(desk.context, rev, wrong, { quote: 'x' }),
        keepCopy(desk.context, rev, wrong),
      ])
      expect(answers.map(failureOf)).toEqual(answers.map(() => 'notFound'))
      const cited = {
        quote: { exact: 'It rained.' },
        kind: 'fact',
        citations: [{ sourceId: wrong }],
      }
      expect((await desk.annotate(rev, id, [cited])).map(({ status }) => status)).toEqual([422])
    }
    await desk.stop()
  })
})

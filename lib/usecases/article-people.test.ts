import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { assignPeople } from './article-people.ts'
import { issueTicket } from './issue-ticket.ts'
import { articleFacts } from './show-article.ts'

withSharedDatabase('the people of an article', (open) => {
  it('[ACC10] a form that was open while somebody restricted the article does not open it again', async () => {
    const desk = new Desk(open())
    const [ada, eve, ben] = [
      await desk.person(['writer']),
      await desk.person(['editor']),
      await desk.person(['writer']),
    ]
    const id = await desk.article(ada, 'It rained.')
    const seen = { restricted: false, assigned: [], named: [] }
    const restricted = { ...seen, restricted: true, named: [eve.id] }
    must(await assignPeople(desk.context, eve, id, { ...restricted, seen }))
    must(await assignPeople(desk.context, ada, id, { ...seen, assigned: [ben.id], seen }))
    expect(must(await articleFacts(desk.context, ada, id))).toMatchObject({
      restricted: true,
      assigned: [ben.id],
      named: [eve.id],
    })
    await desk.stop()
  })

  it('[ACC5] who works on an article is said by its writer, editors and administrators, of people who are there', async () => {
    const desk = new Desk(open())
    const [ada, ben, eve] = [
      await desk.person(['writer']),
      await desk.person(['writer']),
      await desk.person(['editor']),
    ]
    const id = await desk.article(ada, 'It rained.')
    const plain = { restricted: false, assigned: [] as string[], named: [] as string[] }
    expect(failureOf(await assignPeople(desk.context, ben, id, plain))).toBe('forbidden')
    expect(
      failureOf(await assignPeople(desk.context, ada, id, { ...plain, assigned: [randomUUID()] })),
    ).toBe('invalid')
    expect(
      failureOf(await assignPeople(desk.context, eve, id, { ...plain, restricted: true })),
    ).toBe('conflict')
    const suggestOnly = async () => must(await issueTicket(desk.context, ben, null, id)).suggestOnly
    expect(await suggestOnly()).toBe(true)
    must(await assignPeople(desk.context, eve, id, { ...plain, assigned: [ben.id, ben.id] }))
    expect(await suggestOnly()).toBe(false)
    expect(must(await articleFacts(desk.context, ben, id))).toMatchObject({
      assigned: [ben.id],
      rights: { write: true, people: false },
    })
    await desk.stop()
  })
})

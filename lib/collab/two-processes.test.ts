import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Database } from '#db/connection.ts'
import { insertArticle } from '#db/repositories/articles.ts'
import { loadArticle, updateLogOf } from '#db/repositories/update-log.ts'
import { ClientDoc } from '#lib/testing/client-doc.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { addActor } from '#lib/testing/newsroom.ts'
import { nobody, seed, textOf } from '#lib/testing/test-rooms.ts'
import { Rooms } from './rooms.ts'

/** Two processes that both think that an article is theirs: two sets of rooms on one database. */
async function twoOn(database: Database) {
  const id = randomUUID()
  const { id: createdBy } = await addActor(database, id, ['writer'])
  const fields = { id, slug: id, lang: 'en', title: 'T', searchText: '', createdBy }
  await insertArticle(database.handle, { ...fields, schemaVersion: 1, now: new Date() }, seed)
  const discarded: string[] = []
  const process = (name: string) =>
    new Rooms(updateLogOf(database), { ...nobody, discarded: () => discarded.push(name) })
  return { id, one: process('one'), two: process('two'), discarded }
}

withSharedDatabase('two processes', (open) => {
  it('[LOG4] never both append after the same row: one does, the other reads again', async () => {
    const { id, one, two, discarded } = await twoOn(open())
    const writers = [
      { rooms: one, client: new ClientDoc(5, seed), who: { personId: 'ada', sessionId: null } },
      { rooms: two, client: new ClientDoc(6, seed), who: { personId: 'ben', sessionId: null } },
    ]
    // Both know the same last row: one of the two that follow it is refused.
    for (const { rooms } of writers) await rooms.open(id)
    await Promise.all(
      writers.map(async ({ rooms, client, who }) => {
        for (let n = 0; n < 20; n++) {
          const update = client.type(1, `${who.personId}${n} `)
          // What a browser does: it comes back with what was not saved.
          for (let done = false; !done; ) {
            done = await rooms.receive(id, who, update).then(
              () => true,
              () => false,
            )
          }
        }
      }),
    )
    expect(discarded.length).toBeGreaterThan(0)
    const tail = (await loadArticle(open(), id))?.tail ?? []
    expect(tail.map(({ seq }) => seq)).toEqual(Array.from({ length: 41 }, (_, at) => at + 1))
    const said = textOf(await new Rooms(updateLogOf(open()), nobody).read(id))
    for (const { who } of writers) {
      for (let n = 0; n < 20; n++) expect(said.split(`${who.personId}${n} `)).toHaveLength(2)
    }
  })

  it('[LOG14] what one decides rests on what the other has written', async () => {
    const { id, one, two, discarded } = await twoOn(open())
    await two.open(id)
    const client = new ClientDoc(5, seed)
    await one.receive(id, { personId: 'ada', sessionId: null }, client.type(1, 'meanwhile '))
    const seen = await two.hold(id, async ({ state }) => [state.seq, textOf(state)])
    expect(seen).toEqual([2, expect.stringContaining('meanwhile')])
    expect(discarded).toEqual(['two'])
  })

  it('[LOG4] one that was asleep while another took over appends nothing of the old epoch', async () => {
    const { id, one, two, discarded } = await twoOn(open())
    const ada = { personId: 'ada', sessionId: null }
    const sleeper = new ClientDoc(5, seed)
    await one.receive(id, ada, sleeper.type(1, 'before '))
    await open().handle.execute(sql`update article set epoch = epoch + 1 where id = ${id}`)
    await two.receive(id, ada, new ClientDoc(6, seed).type(1, 'meanwhile '))
    await expect(one.receive(id, ada, sleeper.type(1, 'late '))).rejects.toThrow(
      'served by another process',
    )
    expect(discarded).toEqual(['one'])
    const epochs = await open().handle.execute(
      sql`select epoch from article_update where article_id = ${id} order by seq`,
    )
    expect(
      (epochs as unknown as { rows: { epoch: number }[] }).rows.map(({ epoch }) => epoch),
    ).toEqual([1, 1, 2])
  })
})

import { rowsAfter } from '#db/repositories/update-log.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { ClientDoc } from './client-doc.ts'
import type { Desk } from './desk-fixture.ts'

/** Replaces words in somebody's editor; the first letter goes last, so that what stands there grows out of what stood there. */
export async function typeOver(
  { rooms, database }: Desk,
  id: string,
  actor: Actor,
  from: string,
  to: string,
): Promise<void> {
  const rows = await rowsAfter(database.handle, id, 0)
  const editor = new ClientDoc(
    1 + Math.floor(Math.random() * 2 ** 31),
    ...rows.map(({ update }) => update),
  )
  const update = editor.change((doc) => {
    const place = doc.getText('text').toString().indexOf(from) + 1
    doc.getText('text').insert(place + 1, to)
    doc.getText('text').delete(place + 1 + to.length, from.length - 1)
    doc.getText('text').delete(place, 1)
  })
  await rooms.receive(id, { personId: actor.id, sessionId: null }, update)
}

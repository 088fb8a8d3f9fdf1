import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { findSourceById } from '#db/repositories/sources.ts'
import { sources } from '#db/schema.ts'
import type { Interview } from '#lib/domain/sourcing/source.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { changeSource } from './change-source.ts'
import { protectedPlace } from './check-identity.ts'
import { newSourceInput, sourceChangeInput } from './sources.ts'

const held = (date: string, more: Partial<Interview> = {}): Interview => ({
  ...{ date, medium: 'phone', present: 'Ada Quill', recording: '', timecodes: '' },
  ...more,
})

withSharedDatabase('interviews of a source', (open) => {
  it('[SRC15] are several, under the terms of the source, and readers see none of them', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const id = await desk.source(ada, { kind: 'person', title: `Vik ${randomUUID()}` })
    const interviews = [held('2026-05-03'), held('2026-06-01', { timecodes: '04:10 the order' })]
    const change = (more: object) =>
      changeSource(desk.context, ada, id, sourceChangeInput.parse(more))
    const changed = must(await change({ interviews }))
    expect(changed).toMatchObject({ interviews, terms: 'onRecord', publicRevision: 1 })
    expect((await findSourceById(desk.database.handle, id))?.interviews).toEqual(interviews)
    expect(() => sourceChangeInput.parse({ interviews: Array(13).fill(held('')) })).toThrow()
    await desk.stop()
  })

  it('[SRC15] one from before there could be several is read as the only one', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const id = await desk.source(ada, { kind: 'person', title: `Vik ${randomUUID()}` })
    const { timecodes: _, ...old } = held('2026-05-03')
    const { handle } = desk.database
    await handle.update(sources).set({ interviews: old }).where(eq(sources.id, id))
    expect((await findSourceById(handle, id))?.interviews).toEqual([held('2026-05-03')])
    await desk.stop()
  })

  it('[SRC15] a program from before there could be several still says one, or none', async () => {
    const one = held('2026-05-03')
    expect(sourceChangeInput.parse({ interview: one })).toEqual({ interviews: [one] })
    expect(sourceChangeInput.parse({ interview: null })).toEqual({ interviews: [] })
    expect(sourceChangeInput.parse({ title: 'Vik' })).toEqual({ title: 'Vik' })
    const both = { interview: null, interviews: [one, one] }
    expect(sourceChangeInput.parse(both)).toEqual({ interviews: [one, one] })
    const added = newSourceInput.parse({ kind: 'person', title: 'Vik', interview: one })
    expect(added).toMatchObject({ interviews: [one] })
    expect(added).not.toHaveProperty('interview')
  })

  it('[CNF4] no interview says who a confidential source is, the last as little as the first', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const id = await desk.source(ada, { kind: 'person', title: `Vik ${randomUUID()}` })
    const source = await findSourceById(desk.database.handle, id)
    if (!source) throw new Error('It was added')
    const hidden = {
      ...{ words: new Set(['zdenka']), short: new Set<string>() },
      ...{ pieces: new Set<string>(), numbers: new Set<string>() },
    }
    for (const key of ['present', 'recording', 'timecodes'] as const) {
      const interviews = [held(''), held('', { [key]: 'Zdeňka' })]
      expect(protectedPlace({ ...source, interviews }, hidden)).toBe('What is said of an interview')
    }
    expect(protectedPlace({ ...source, interviews: [held('')] }, hidden)).toBeNull()
    await desk.stop()
  })
})

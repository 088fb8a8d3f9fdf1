import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { sources } from '#db/schema.ts'
import { source } from '#lib/testing/builders.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import {
  findSourceById,
  insertSource,
  insertSources,
  listSources,
  updateSource,
} from './sources.ts'

const fields = (id: string, identity: string) => {
  const {
    publicRevision: _revision,
    retiredAt: _retired,
    ...rest
  } = source({ id, title: `Source ${id}` })
  return { ...rest, identity, createdBy: 'ada' }
}

withSharedDatabase('sources', (open) => {
  it('[SRC4] of people who add the same source at once, all get one record', async () => {
    const { handle } = open()
    const adding = ['Race 1', 'Race 2', 'Race 3'].map((title) =>
      handle.transaction((tx) => insertSource(tx, { ...fields(title, 'url:race'), title })),
    )
    const all = await Promise.all(adding)
    expect(new Set(all.map((one) => one.source.id)).size).toBe(1)
    expect(all.filter(({ created }) => created)).toHaveLength(1)
    expect(
      (await listSources(handle)).filter(({ title }) => title.startsWith('Race')),
    ).toHaveLength(1)
  })

  it('[SRC1] the public revision counts what readers would see, each change once', async () => {
    const { handle } = open()
    const id = randomUUID()
    await insertSource(handle, fields(id, 'url:x'))
    await Promise.all([1, 2, 3].map(() => updateSource(handle, id, { publicName: 'New' }, true)))
    await updateSource(handle, id, { title: 'Internal' }, false)
    expect(await findSourceById(handle, id)).toMatchObject({
      publicRevision: 4,
      title: 'Internal',
    })
    expect(await updateSource(handle, 'none', {}, true)).toBeNull()
  })

  it('[SRC13] of many that are added at once, those with a known DOI or ISBN are the known ones', async () => {
    const { handle } = open()
    const known = { ...fields('Known', 'url:known'), doiIdentity: 'doi:1', isbnIdentity: 'isbn:1' }
    await insertSource(handle, known)
    const ids = await insertSources(handle, [
      { ...fields('By DOI', 'url:by-doi'), doiIdentity: 'doi:1', isbnIdentity: null },
      { ...fields('By ISBN', 'url:by-isbn'), isbnIdentity: 'isbn:1' },
      fields('Other', 'url:other'),
    ])
    expect(Object.fromEntries(ids)).toEqual({
      ...{ 'url:by-doi': 'Known', 'url:by-isbn': 'Known', 'url:other': 'Other' },
    })
  })

  it('[SRC5] a search takes every word as it is written', async () => {
    const { handle } = open()
    await insertSource(handle, { ...fields('1', '1'), title: '100% copper' })
    await insertSource(handle, { ...fields('2', '2'), title: 'A 100 coppers' })
    const found = async (search: string) => (await listSources(handle, search)).map(({ id }) => id)
    expect(await found('COPPER 100%')).toEqual(['1'])
    expect(await found('copper')).toHaveLength(2)
    expect(await found('_ copper')).toEqual([])
    expect(await found("' or 1=1 --")).toEqual([])
  })

  it('[SRC5] the last word may be a beginning, diacritics do not count, the name counts most', async () => {
    const { handle } = open()
    const named = { ...fields('3', '3'), title: 'Östervik waterworks', publicName: 'W' }
    const told = { ...fields('4', '4'), title: 'Ledger', publicName: 'Ostervik waterworks' }
    await insertSource(handle, named)
    await insertSource(handle, told)
    const found = async (search: string) => (await listSources(handle, search)).map(({ id }) => id)
    expect(await found('ostervik water')).toEqual(['3', '4'])
    expect(await found('waterworks ÖST')).toEqual(['3', '4'])
    expect(await found('oster waterworks')).toEqual([])
    expect(await found('öster-')).toEqual([])
    expect(await found('waterworks | ledger & !:* <->')).toEqual([])
  })

  it('[SRC5] records of a program without an index are found too', async () => {
    const { handle } = open()
    await insertSource(handle, { ...fields('5', '5'), title: 'Quarry minutes' })
    await handle.update(sources).set({ search: null, keys: null }).where(eq(sources.id, '5'))
    expect((await listSources(handle, 'quarr')).map(({ id }) => id)).toEqual(['5'])
  })
})

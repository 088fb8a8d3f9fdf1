import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Database } from '#db/connection.ts'
import { articlePeople, articles, sources } from '#db/schema.ts'
import { linkHealth } from '#db/schema-captures.ts'
import { citedSources } from '#db/schema-sources.ts'
import { vaultIdentities } from '#db/schema-vault.ts'
import {
  type Chosen,
  countFacets,
  FACET_NAMES,
  FACETS,
  facetsOf,
  fits,
} from '#lib/domain/sourcing/facets.ts'
import { PRIMACIES, RELIABILITIES, SOURCE_KINDS } from '#lib/domain/sourcing/source.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { addActor } from '#lib/testing/newsroom.ts'
import { countSources, listRegistry, pageSources } from './source-facets.ts'
import { selectSources } from './source-rows.ts'

const DAY = new Date(Date.UTC(2026, 0))

/** A word that every record of one test has, and no other. */
async function fill(database: Database, ownerId: string, word: string, count: number) {
  const { handle } = database
  const url = 'https://a.example/'
  const at = <T>(list: readonly T[], index: number) => list[index % list.length] as T
  const rows = Array.from({ length: count }, (_, k) => ({
    ...{ id: randomUUID(), identity: randomUUID(), title: `${word} ${k}`, publicName: 'x' },
    ...{ kind: at(SOURCE_KINDS, k), terms: 'onRecord', createdBy: ownerId, url },
    ...{ reliability: at(RELIABILITIES, k + (k >> 3)), primacy: at([...PRIMACIES, null], k * 5) },
    reliabilityAt: k % 4 ? DAY : null,
    retiredAt: k % 5 ? null : DAY,
  }))
  const ids = rows.map(({ id }) => String(id))
  await handle.insert(sources).values(rows)
  await handle.insert(linkHealth).values(
    rows
      .filter((_, k) => k % 3)
      .map(({ id }, k) => ({
        ...{ sourceId: id, url: k % 7 ? url : 'https://b.example/', checkedAt: DAY, nextAt: DAY },
        ...{ failures: k % 4, isGone: k % 2 === 0, movedTo: k % 5 ? null : url },
        lost: k % 6 ? [] : ['hash'],
      })),
  )
  const sealed = { keyId: 'k', nonce: new Uint8Array(1), sealed: new Uint8Array(1) }
  await handle.insert(vaultIdentities).values(
    ids
      .filter((_, k) => k % 6 === 1)
      .map((sourceId) => ({
        ...{ sourceId, ownerId, changedAt: DAY },
        ...sealed,
      })),
  )
  return ids
}

/** An article that cites sources. */
async function cite(
  { handle }: Database,
  createdBy: string,
  sourceIds: readonly string[],
  restrictedTo: string | null = null,
) {
  const id = randomUUID()
  const restricted = restrictedTo !== null
  const fields = { slug: id, lang: 'en', state: 'draft', schemaVersion: 1, headSeq: 1 }
  await handle.insert(articles).values({ id, createdBy, restricted, ...fields })
  await handle.insert(citedSources).values({ articleId: id, seq: 1, sourceIds: [...sourceIds] })
  if (restrictedTo !== null)
    await handle
      .insert(articlePeople)
      .values({ articleId: id, personId: restrictedTo, part: 'named' })
}

/** Choices in up to three facets: with more of them hardly anything would be left. */
const chosen: fc.Arbitrary<Chosen> = fc
  .subarray([...FACET_NAMES], { maxLength: 3 })
  .chain((names) =>
    fc.record(
      Object.fromEntries(
        names.map((facet) => [facet, fc.subarray([...FACETS[facet]], { minLength: 1 })]),
      ),
    ),
  )

withSharedDatabase('facets of the registry', (open) => {
  it('[FAC1] the database counts and finds what the domain does', async () => {
    const [database, word] = [open(), `w${randomUUID().slice(0, 8)}`]
    const { handle } = database
    const { id } = await addActor(database, 'Ada', ['editor'])
    const ids = await fill(database, id, word, 48)
    const used = ids.filter((_, k) => k % 3 === 0)
    await cite(database, id, used.slice(0, 5))
    await cite(database, id, used.slice(3))
    const all = (await selectSources(handle, undefined)).filter((source) => ids.includes(source.id))
    const valuesOf = (source: (typeof all)[number]) => facetsOf(source, used.includes(source.id))
    await fc.assert(
      fc.asyncProperty(chosen, async (choices) => {
        const filter = { search: word, chosen: choices, personId: id }
        const fitting = all.filter((source) => fits(valuesOf(source), choices))
        const found = await countSources(handle, filter)
        expect(found.counts).toEqual(countFacets(all.map(valuesOf), choices))
        expect(found.total).toBe(fitting.length)
        const expected = fitting.map((source) => source.id).sort()
        const listed = await listRegistry(handle, filter, 100)
        expect(listed.map((source) => source.id).sort()).toEqual(expected)
        const page = await pageSources(handle, filter, { limit: 100, after: null })
        expect(page.items.map((source) => source.id)).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  })

  it('[FAC1] [MRG1] a record is used under each of its ids, and counted once', async () => {
    const [database, word] = [open(), `w${randomUUID().slice(0, 8)}`]
    const { id } = await addActor(database, 'Bea', ['editor'])
    const [record = '', alias = '', first = ''] = await fill(database, id, word, 3)
    for (const [from, into] of [
      [alias, record],
      [first, alias],
    ] as const)
      await database.handle.update(sources).set({ mergedInto: into }).where(eq(sources.id, from))
    await cite(database, id, [first])
    const filter = { search: word, chosen: {}, personId: id }
    const { counts, total } = await countSources(database.handle, filter)
    expect([total, counts.used]).toEqual([1, { true: 1, false: 0 }])
  })

  it('[FAC2] nobody learns from a count that an article which they may not see cites a source', async () => {
    const [database, word] = [open(), `w${randomUUID().slice(0, 8)}`]
    const ada = await addActor(database, 'Cia', ['editor'])
    const named = await addActor(database, 'Named', ['reviewer'])
    const other = await addActor(database, 'Other', ['editor', 'admin'])
    const ids = await fill(database, ada.id, word, 2)
    await cite(database, ada.id, ids.slice(0, 1), named.id)
    const usedFor = async (personId: string | null) => {
      const filter = { search: word, chosen: { used: ['true'] }, personId }
      const { counts, total } = await countSources(database.handle, filter)
      expect(await listRegistry(database.handle, filter, 9)).toHaveLength(total)
      return [total, counts.used.true]
    }
    expect(await usedFor(ada.id)).toEqual([1, 1])
    expect(await usedFor(named.id)).toEqual([1, 1])
    expect(await usedFor(other.id)).toEqual([0, 0])
    expect(await usedFor(null)).toEqual([0, 0])
  })
})

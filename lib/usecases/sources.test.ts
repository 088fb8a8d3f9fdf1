import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { editedSource } from '#lib/domain/sourcing/edited-source.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { changeSource } from './change-source.ts'
import { mergeSources } from './merge-sources.ts'
import { asSeen, seenSource } from './seen-source.ts'
import {
  createSource,
  newSourceInput,
  refuseDeletion,
  searchSources,
  showSource,
  sourceChangeInput,
} from './sources.ts'

const parse = (fields: object) =>
  newSourceInput.parse({ kind: 'webPage', title: 'A page', ...fields })

withSharedDatabase('the registry', (open) => {
  it('[SRC4] two who add the same source at once get one record', async () => {
    const desk = new Desk(open())
    const [ada, rev] = [await desk.person(['writer']), await desk.person(['reviewer'])]
    const page = `https://example.org/${randomUUID()}`
    const both = await Promise.all([
      createSource(desk.context, ada, parse({ url: `${page}?utm_source=x` })),
      createSource(desk.context, rev, parse({ url: `${page}#top`, title: 'The same page' })),
    ])
    const [one, other] = both.map((result) => must(result))
    expect(one?.source).toEqual(other?.source)
    expect([one?.created, other?.created].sort()).toEqual([false, true])
    await desk.stop()
  })

  it('[SRC9] is added under the id that was chosen for it, and only once', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const [id, url] = [randomUUID(), `https://example.org/${randomUUID()}`]
    const first = must(await createSource(desk.context, ada, parse({ id, url })))
    expect([first.source.id, first.created]).toEqual([id, true])
    // The answer was lost, and somebody gave it another address meanwhile: it is sent again.
    must(await changeSource(desk.context, ada, id, { url: `${url}/moved` }))
    const again = must(await createSource(desk.context, ada, parse({ id, url })))
    expect([again.source.id, again.created]).toEqual([id, false])
    const other = parse({ id: randomUUID(), url: `${url}/moved` })
    expect(must(await createSource(desk.context, ada, other)).source.id).toBe(id)
    expect(newSourceInput.safeParse({ kind: 'webPage', title: 'A', id: 'mine' }).success).toBe(
      false,
    )
    await desk.stop()
  })

  it('[SRC1] what readers see counts the public revision up, once a change, and only when it differs', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['editor'])
    const id = await desk.source(ada, { title: `Vik ${randomUUID()}`, publicName: 'A caretaker' })
    const revision = async (change: object) =>
      must(await changeSource(desk.context, ada, id, sourceChangeInput.parse(change)))
        .publicRevision
    expect(await revision({ title: `Vik, caretaker ${id}` })).toBe(1)
    expect(await revision({ reliability: 'B' })).toBe(1)
    expect(await revision({ publicName: 'A caretaker' })).toBe(1)
    expect(await revision({ publicName: 'The caretaker' })).toBe(2)
    expect(await revision({ terms: 'background', wording: 'a person who works there' })).toBe(3)
    expect(await revision({ url: 'https://example.org/vik' })).toBe(4)
    expect(await revision({ retired: true, reason: 'Forged.' })).toBe(5)
    expect(await revision({ retired: true, reason: 'Forged.' })).toBe(5)
    expect(await revision({ retired: false })).toBe(6)
    expect(must(await showSource(desk.context, ada, id)).retiredAt).toBeNull()
    await desk.stop()
  })

  it('[SRC1][SRC2] a change counts from the record as it is by then, not as it was when it was asked for', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['editor'])
    const url = `https://example.org/${randomUUID()}`
    const id = await desk.source(ada, { publicName: 'A clerk', url })
    const meanwhile = (before: () => Promise<unknown>) => {
      const transaction: typeof desk.context.db.transaction = async (...work) => {
        await before()
        return desk.context.db.transaction(...work)
      }
      const db = Object.create(desk.context.db, { transaction: { value: transaction } })
      return { ...desk.context, db }
    }
    const other = { publicName: 'The clerk', url: `${url}/new` }
    const late = meanwhile(() => changeSource(desk.context, ada, id, other))
    const changed = must(await changeSource(late, ada, id, { publicName: 'A clerk' }))
    expect(changed).toMatchObject({ publicName: 'A clerk', url: other.url, publicRevision: 3 })
    const again = must(await createSource(desk.context, ada, parse({ url: other.url })))
    expect([again.source.id, again.created]).toEqual([id, false])

    // It became an alias meanwhile: what is changed is the record behind it.
    const into = await desk.source(ada)
    const merging = meanwhile(() => mergeSources(desk.context, ada, into, { from: id }))
    const record = must(await changeSource(merging, ada, id, { description: 'At the harbour' }))
    expect(record).toMatchObject({ id: into, description: 'At the harbour' })
    await desk.stop()
  })

  it('[SRC7] is withdrawn with a reason, and never deleted', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['editor'])
    const id = await desk.source(ada)
    const change = async (input: object) =>
      must(await changeSource(desk.context, ada, id, sourceChangeInput.parse(input))).retiredReason
    expect(failureOf(await refuseDeletion(desk.context, ada, id))).toBe('conflict')
    expect(failureOf(await refuseDeletion(desk.context, ada, randomUUID()))).toBe('notFound')
    expect(
      failureOf(await changeSource(desk.context, ada, id, { retired: true, reason: '.' })),
    ).toBe('invalid')
    expect(await change({ retired: true, reason: ' It was\nforged. ' })).toBe('It was forged.')
    expect(await change({ title: `Contract ${id}` })).toBe('It was forged.')
    expect(await change({ retired: false, reason: 'x' })).toBe('')
    await desk.stop()
  })

  it('[SRC2] a change to what another source is already is refused', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['editor'])
    const url = `https://example.org/${randomUUID()}`
    await desk.source(ada, { url })
    const id = await desk.source(ada)
    expect(failureOf(await changeSource(desk.context, ada, id, { url: `${url}/` }))).toBe(
      'conflict',
    )
    expect(must(await showSource(desk.context, ada, id)).url).toBeNull()
    await desk.stop()
  })

  it('[SRC11] who saves what another has changed meanwhile is refused, and told how it is now', async () => {
    const desk = new Desk(open())
    const [ada, ben] = [await desk.person(['editor']), await desk.person(['writer'])]
    const id = await desk.source(ada, { terms: 'onRecord' })
    const seen = editedSource(must(await showSource(desk.context, ben, id)))
    must(await changeSource(desk.context, ada, id, { terms: 'offRecord' }))
    const form = { terms: 'onRecord', description: 'A clerk' } as const
    const save = (as: typeof seen) => changeSource(desk.context, ben, id, form, asSeen(as))
    const current = { ...seen, terms: 'offRecord' }
    expect(await save(seen)).toMatchObject({ failure: { kind: 'unmatched', current } })
    expect(must(await showSource(desk.context, ada, id))).toMatchObject({ terms: 'offRecord' })
    expect(seenSource.parse(current)).toEqual(current)
    expect(must(await save(seenSource.parse(current)))).toMatchObject(form)
    await desk.stop()
  })

  it('[SRC12] publication details are kept as they hold, count for readers, and can be taken away', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['editor'])
    const csl = {
      author: [{ family: 'Bo', given: 'Ann' }],
      issued: { 'date-parts': [['2026', 3]] },
    }
    const id = await desk.source(ada, { csl: { ...csl, title: 'Not ours' } as object })
    const change = async (fields: object) =>
      must(await changeSource(desk.context, ada, id, sourceChangeInput.parse(fields)))
    const kept = { author: csl.author, issued: { 'date-parts': [[2026, 3]] } }
    const shown = must(await showSource(desk.context, ada, id))
    expect(shown).toMatchObject({ csl: kept, publicRevision: 1 })
    expect(await change({ csl: { ...csl, publisher: ' ' } })).toMatchObject({ publicRevision: 1 })
    const more = await change({ csl: { ...csl, publisher: 'Tarn Press' } })
    expect(more).toMatchObject({ csl: { ...kept, publisher: 'Tarn Press' }, publicRevision: 2 })
    expect(await change({ reliability: 'B' })).toMatchObject({ csl: more.csl, publicRevision: 2 })
    await desk.stop()
  })

  it('[SRC11] covers publication details', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['editor'])
    const csl = { author: [{ family: 'Bo', given: 'Ann' }], publisher: 'Tarn Press' }
    const id = await desk.source(ada, { csl })
    const seen = editedSource(must(await showSource(desk.context, ada, id)))
    expect(seen).toMatchObject({ cslAuthors: 'Bo, Ann', cslPublisher: 'Tarn Press' })
    const change = (fields: object) =>
      changeSource(desk.context, ada, id, sourceChangeInput.parse(fields), asSeen(seen))
    must(await change({ csl: null }))
    expect(failureOf(await change({ csl }))).toBe('unmatched')
    expect(must(await showSource(desk.context, ada, id)).csl).toBeNull()
    await desk.stop()
  })

  it('[SRC13] one DOI or ISBN is one source, also at its address, and whoever comes first', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['editor'])
    const add = async (fields: object) =>
      must(await createSource(desk.context, ada, parse({ title: randomUUID(), ...fields }))).source
        .id
    const DOI = `10.1234/${randomUUID()}`
    const both = await Promise.all([
      add({ url: `https://journal.example/${randomUUID()}`, csl: { DOI } }),
      add({ url: `https://doi.org/${DOI.toUpperCase()}` }),
      add({ csl: { DOI: `doi:${DOI.toUpperCase()}` } }),
    ])
    expect(new Set(both).size).toBe(1)
    expect(both).not.toContain(await add({ csl: { DOI }, edition: 'Second' }))
    // The same name is no hindrance where the numbers differ.
    const title = `Editorial ${randomUUID()}`
    const one = await add({ title, csl: { ISBN: '978-0-306-40615-7' } })
    expect(await add({ csl: { ISBN: '0-306-40615-2' } })).toBe(one)
    const other = await add({ title, csl: { DOI: `${DOI}-2` } })
    expect(other).not.toBe(one)
    const change = sourceChangeInput.parse({ csl: { DOI } })
    expect(failureOf(await changeSource(desk.context, ada, other, change))).toBe('conflict')
    await desk.stop()
  })

  it('[SRC5] a search finds authors, publisher and where it was published', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['editor'])
    const csl = {
      author: [{ family: "O'Haragh", given: 'Zenobia' }],
      ...{ publisher: 'Quillfish Press', 'container-title': 'Ümlaut Quarterly' },
      DOI: '10.1234/quillfish.7',
    }
    const id = await desk.source(ada, { csl })
    const found = async (words: string) =>
      (await searchSources(desk.context, ada, words)).map((source) => source.id)
    for (const words of ['zenobia', 'quillf', 'umlaut quart', "O'HARAGH", '1234/quillfish.7'])
      expect(await found(words)).toEqual([id])
    for (const words of ['container-title', 'date-parts']) expect(await found(words)).toEqual([])
    await desk.stop()
  })

  it('[ACC4] is written by writers, editors and reviewers, read by the house', async () => {
    const desk = new Desk(open())
    const [ada, pia] = [
      await desk.person(['editor']),
      await desk.person(['publisher', 'admin'], true),
    ]
    const title = `Contract ${randomUUID()}`
    const id = await desk.source(ada, { title })
    expect(failureOf(await createSource(desk.context, pia, parse({})))).toBe('forbidden')
    expect(failureOf(await changeSource(desk.context, pia, id, { title: 'x' }))).toBe('forbidden')
    expect((await searchSources(desk.context, pia, title)).map((found) => found.id)).toEqual([id])
    expect(failureOf(await showSource(desk.context, pia, randomUUID()))).toBe('notFound')
    expect(failureOf(await changeSource(desk.context, ada, randomUUID(), {}))).toBe('notFound')
    await desk.stop()
  })
})

it('[SRC6] what is said of a source is one clean line, its address one that may be a link', () => {
  expect(parse({ title: ' A\0\n page ', url: ' HTTPS://Example.org ' })).toMatchObject({
    ...{
      title: 'A page',
      publicName: 'A page',
      terms: 'onRecord',
      reliability: 'F',
      url: 'https://example.org/',
    },
  })
  expect(parse({ url: ' ' }).url).toBeNull()
  for (const wrong of [
    { title: ' ' },
    { url: 'javascript:alert(1)' },
    { kind: 'rumour' },
    { terms: 'secret' },
  ]) {
    expect(newSourceInput.safeParse({ kind: 'webPage', title: 'A page', ...wrong }).success).toBe(
      false,
    )
  }
})

it('[SRC6] an address that signs somebody in, or is too long, is refused', () => {
  for (const url of ['https://ann:secret@example.org/x', 'http://ann@example.org/']) {
    const read = newSourceInput.safeParse({ kind: 'webPage', title: 'A page', url })
    expect(read.error?.issues.map(({ message }) => message)).toEqual([
      'The address has a name or password in it. Take out what stands before the @.',
    ])
    expect(sourceChangeInput.safeParse({ url }).success).toBe(false)
  }
  // It is as long as it is kept: else nobody could send it back.
  const url = `https://example.org/${'ä'.repeat(400)}`
  expect(newSourceInput.safeParse({ kind: 'webPage', title: 'A page', url }).success).toBe(false)
  expect(parse({ url: 'https://example.org/@ann' }).url).toBe('https://example.org/@ann')
  expect(parse({ url: 'mailto:ann@example.org' }).url).toBe('mailto:ann@example.org')
})

it.each([
  [{ DOI: 'no doi' }, 'This is no DOI. One looks like 10.1234/abcd.'],
  [{ ISBN: '978-0-306-40615-8' }, 'This is no ISBN. Look for a wrong digit.'],
  [{ issued: { 'date-parts': [[2026, 13]] } }, 'Give the date as 2026, 2026-03 or 2026-03-01.'],
  [{ issued: { 'date-parts': [[]] } }, 'Give the date as 2026, 2026-03 or 2026-03-01.'],
])('[SRC12] refuses %j in words', (csl, message) => {
  const read = newSourceInput.safeParse({ kind: 'webPage', title: 'A page', csl })
  expect(read.error?.issues[0]?.message).toBe(message)
  expect(read.error?.issues[0]?.path.slice(0, 2)).toEqual(['csl', ...Object.keys(csl)])
})

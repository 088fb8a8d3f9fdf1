import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { changeSource } from './change-source.ts'
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
    expect(await revision({ retired: true })).toBe(5)
    expect(await revision({ retired: true })).toBe(5)
    expect(await revision({ retired: false })).toBe(6)
    expect(must(await showSource(desk.context, ada, id)).retiredAt).toBeNull()
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

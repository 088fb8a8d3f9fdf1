import { expect, it } from 'vitest'
import { findArticle } from '#db/repositories/articles.ts'
import { rowsAfter } from '#db/repositories/update-log.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { createArticle } from './create-article.ts'
import { listDesk } from './list-desk.ts'

const text = 'It rained.\nIt leaks.'
const input = { format: 'text', text, lang: 'en', headline: '' } as const

withSharedDatabase('a new article', (open) => {
  it('[LOG9] is in the log when it is acknowledged, in the name of its maker', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const { id, slug } = must(
      await createArticle(desk.context, ada, { ...input, headline: ' It\n leaks ' }),
    )
    await desk.restart()
    const found = (await desk.statuses(ada, id)).map(
      ({ sentence }) => `${sentence.role}: ${sentence.text}`,
    )
    expect(found).toEqual(['headline: It leaks', 'paragraph: It rained.', 'paragraph: It leaks.'])
    expect(await rowsAfter(open().handle, id, 0)).toMatchObject([{ seq: 1, personId: ada.id }])
    expect(await findArticle(open().handle, id)).toMatchObject({
      slug,
      state: 'draft',
      title: 'It leaks',
      createdBy: ada.id,
    })
    expect(slug).toMatch(/^it-leaks/)
    expect((await listDesk(desk.context, ada, 'rained leaks')).map((entry) => entry.id)).toContain(
      id,
    )
    await desk.stop()
  })

  it('[LOG9] has an address of its own, also when two make one of the same name at once', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const same = { ...input, headline: 'The very same' }
    const made = await Promise.all([1, 2, 3, 4].map(() => createArticle(desk.context, ada, same)))
    expect(new Set(made.map((one) => must(one).slug)).size).toBe(4)
    const emoji = must(await createArticle(desk.context, ada, { ...input, text: '😀' }))
    expect(emoji.slug).toMatch(/^[0-9a-z-]+$/)
    await desk.stop()
  })

  it('[IMP6] is made of whatever text there is', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const made = async (fields: object) => {
      const { id } = must(await createArticle(desk.context, ada, { ...input, ...fields }))
      return (await desk.statuses(ada, id)).map(({ sentence }) => sentence.text)
    }
    expect(await made({ text: '' })).toEqual([])
    expect(await made({ text: 'a\0b\uD800 مرحبا 😀' })).toEqual(['ab\uFFFD مرحبا 😀'])
    expect(await made({ format: 'html', text: '<p>It <script>alert(1)</script>rained.' })).toEqual([
      'It rained.',
    ])
    expect(
      await made({ format: 'markdown', text: '# It leaks\n\nIt rained.', headline: 'It leaks' }),
    ).toEqual(['It leaks', 'It rained.'])
    await desk.stop()
  })

  it('[ACC4] is refused to readers, with an unknown language, and too long', async () => {
    const desk = new Desk(open())
    const [ada, rev] = [await desk.person(['writer']), await desk.person(['reviewer'])]
    expect(failureOf(await createArticle(desk.context, rev, input))).toBe('forbidden')
    expect(
      failureOf(await createArticle(desk.context, ada, { ...input, lang: 'no language' })),
    ).toBe('invalid')
    expect(
      failureOf(await createArticle(desk.context, ada, { ...input, text: 'a'.repeat(2_000_001) })),
    ).toBe('invalid')
    await desk.stop()
  })
})

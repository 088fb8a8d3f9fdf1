import { expect, it } from 'vitest'
import { findSourceById } from '#db/repositories/sources.ts'
import { linkState } from '#lib/domain/sourcing/link-state.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { pdfOf } from '#lib/testing/pdf-builder.ts'
import { captureSource } from './capture-source.ts'
import { changeSource } from './change-source.ts'
import { uploadCapture } from './upload-capture.ts'

const PAGE = (words: string) => `<!doctype html><html><body><p>${words}</p></body></html>`
const COUNT = 'The ferry Maren carried 41,000 people last summer.'
const BY_HAND = 'They were counted by hand.'

/** An article, and a source whose page says the same. */
async function quoted(desk: Desk) {
  const ada = await desk.person(['writer'])
  const url = `https://harbour.example/${crypto.randomUUID()}`
  desk.outside.put(url, PAGE(COUNT))
  const id = await desk.source(ada, { kind: 'webPage', url })
  const article = await desk.article(ada, COUNT)
  return {
    ...{ ada, url, id },
    capture: async () => must(await captureSource(desk.context, ada, id)),
    move: async (to: string) => must(await changeSource(desk.context, ada, id, { url: to })),
    state: async () => {
      const link = (await findSourceById(desk.database.handle, id))?.link
      return link ? linkState(link) : null
    },
    cite: async (quote: string) => {
      const [first] = await desk.statuses(ada, article)
      const said = { kind: 'fact', confidence: 'confirmed', citations: [{ sourceId: id, quote }] }
      await desk.annotate(ada, article, [{ index: 0, fingerprint: first?.fingerprint, ...said }])
    },
  }
}

withSharedDatabase('a look at an address', (open) => {
  it('[CAP7] what only a file had, or another address, is not lost from the page', async () => {
    const desk = new Desk(open())
    const { ada, url, id, capture, move, state, cite } = await quoted(desk)
    await cite('counted by hand')
    must(await uploadCapture(desk.context, ada, id, { bytes: pdfOf([BY_HAND]), name: 'count.pdf' }))
    await capture()
    expect(await state()).toBe('ok')
    desk.outside.put(`${url}/new`, PAGE(BY_HAND))
    await move(`${url}/new`)
    await capture()
    await move(url)
    await capture()
    expect(await state()).toBe('ok')
    await desk.stop()
  })

  it('[CAP7] a passage that is cited after the change is lost too, while it is cited', async () => {
    const desk = new Desk(open())
    const { url, capture, state, cite } = await quoted(desk)
    await capture()
    desk.outside.put(url, PAGE('Another day.'))
    // However often the same text is captured, the one before it is remembered.
    for (let count = 0; count < 11; count++) await capture()
    expect(await state()).toBe('ok')
    await cite('carried 41,000 people')
    await capture()
    expect(await state()).toBe('changed')
    await cite('Another day')
    await capture()
    expect(await state()).toBe('ok')
    await desk.stop()
  })
})

import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { verifyAudit } from '#db/repositories/audit.ts'
import { findSourceById } from '#db/repositories/sources.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { linkState } from '#lib/domain/sourcing/link-state.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { pdfOf } from '#lib/testing/pdf-builder.ts'
import { captureSource } from './capture-source.ts'
import { changeSource } from './change-source.ts'
import { checkQuote } from './check-passage.ts'
import { findDetails } from './find-details.ts'
import { keepCopy } from './keep-copy.ts'
import { capturesOf, readCapture } from './read-captures.ts'
import { uploadCapture } from './upload-capture.ts'

const PAGE = (words: string) =>
  `<!doctype html><html><head><title>The count</title></head><body><p>${words}</p></body></html>`
const COUNT = 'The ferry Maren carried 41,000 people last summer.'

let pages = 0

/** A desk with a source whose page stands outside. */
async function deskWithPage(open: () => ConstructorParameters<typeof Desk>[0]) {
  const desk = new Desk(open())
  const ada = await desk.person(['writer'])
  const url = `https://port.example/${++pages}`
  desk.outside.put(url, PAGE(COUNT))
  const id = await desk.source(ada, { kind: 'webPage', url })
  const capture = async () => must(await captureSource(desk.context, ada, id))
  const state = async () => {
    const link = (await findSourceById(desk.database.handle, id))?.link
    return link ? linkState(link) : null
  }
  return { desk, ada, url, id, capture, state }
}

const textOf = async (desk: Desk, ada: Actor, sourceId: string, captureId: string) => {
  const read = must(await readCapture(desk.context, ada, { sourceId, captureId, part: 'text' }))
  return new TextDecoder().decode(read.bytes)
}

withSharedDatabase('captures', (open) => {
  it('[CAP9] keep what came, when, for whom, under the hashes of bytes and text', async () => {
    const { desk, ada, url, id, capture, state } = await deskWithPage(open)
    const made = await capture()
    const hash = (text: string) => createHash('sha256').update(text).digest('hex')
    expect(made).toMatchObject({
      ...{ kind: 'fetched', askedUrl: url, finalUrl: url, status: 200, mediaType: 'text/html' },
      ...{
        title: 'The count',
        personId: ada.id,
        rawHash: hash(PAGE(COUNT)),
        textHash: hash(COUNT),
      },
      headers: [['content-type', 'text/html']],
    })
    expect(await textOf(desk, ada, id, made.id)).toBe(COUNT)
    const raw = await readCapture(desk.context, ada, {
      sourceId: id,
      captureId: made.id,
      part: 'raw',
    })
    expect(new TextDecoder().decode(must(raw).bytes)).toBe(PAGE(COUNT))
    desk.outside.put(url, PAGE('Another day.'))
    await capture()
    expect(must(await capturesOf(desk.context, ada, id)).map(({ textHash }) => textHash)).toEqual(
      ['Another day.', COUNT].map(hash),
    )
    expect(await state()).toBe('ok')
    expect(await verifyAudit(open().handle)).toBeNull()
    await desk.stop()
  })

  it('[CAP9] are taken by those who may change sources, of pages that can be read', async () => {
    const { desk, ada, url, id } = await deskWithPage(open)
    const publisher = await desk.person(['publisher'])
    const other = await desk.source(ada)
    const mail = await desk.source(ada, { url: `mailto:${pages}@example.org` })
    const capture = async (who: Actor, source: string) =>
      failureOf(await captureSource(desk.context, who, source))
    expect(await capture(publisher, id)).toBe('forbidden')
    expect(await capture(ada, crypto.randomUUID())).toBe('notFound')
    expect([await capture(ada, other), await capture(ada, mail)]).toEqual(['invalid', 'invalid'])
    expect(desk.outside.asked).toEqual([])
    for (const how of ['refused', 'unreachable', 404, 403, 429, 500] as const) {
      desk.outside.fails(url, how)
      expect(await capture(ada, id)).toBe('invalid')
    }
    desk.outside.fails(url, 'busy')
    expect(await capture(ada, id)).toBe('tooMany')
    expect(must(await capturesOf(desk.context, publisher, id))).toEqual([])
    expect(failureOf(await capturesOf(desk.context, ada, 'nonsense'))).toBe('notFound')
    const wanted = { sourceId: id, captureId: crypto.randomUUID(), part: 'raw' } as const
    expect(failureOf(await readCapture(desk.context, ada, wanted))).toBe('notFound')
    await desk.stop()
  })

  it('[CAP9] may be files', async () => {
    const { desk, ada, id } = await deskWithPage(open)
    const upload = (bytes: Uint8Array, name = 'count.pdf') =>
      uploadCapture(desk.context, ada, id, { bytes, name })
    const made = must(await upload(pdfOf(['one', COUNT]), '../a/\u202e"count".pdf\n'))
    expect(made).toMatchObject({
      kind: 'uploaded',
      pages: 2,
      fileName: '"count".pdf',
      status: null,
    })
    expect(await textOf(desk, ada, id, made.id)).toBe(`one\f${COUNT}`)
    for (const bytes of [
      new Uint8Array(),
      pdfOf(['x'], { encrypted: true }),
      new Uint8Array(51 * 1024 * 1024),
    ])
      expect(failureOf(await upload(bytes))).toBe('invalid')
    expect(
      failureOf(
        await uploadCapture(desk.context, await desk.person(['admin']), id, {
          bytes: pdfOf(['x']),
          name: '',
        }),
      ),
    ).toBe('forbidden')
    await desk.stop()
  })

  it('[CAP6] a passage is looked up in the newest text, or in the one that is named', async () => {
    const { desk, ada, url, id, capture } = await deskWithPage(open)
    const check = (quote: string, captureId?: string) =>
      checkQuote(desk.context, ada, id, { quote, captureId })
    expect(failureOf(await check('41,000'))).toBe('notFound')
    const first = await capture()
    expect(must(await check('carried 41,000 people')).check).toEqual({ kind: 'found', page: 0 })
    expect(must(await check('the ferry Maren carried 41,000 people')).check).toMatchObject({
      words: 1,
    })
    desk.outside.put(url, PAGE('Another day.'))
    await capture()
    expect(must(await check('41,000 people')).check).toEqual({ kind: 'notFound' })
    expect(must(await check('41,000 people', first.id))).toMatchObject({
      captureId: first.id,
      check: { kind: 'found' },
    })
    expect(failureOf(await check('…'))).toBe('invalid')
    await desk.stop()
  })

  it('[CAP8] a page that loses a passage troubles who cites it, until the copy stands in', async () => {
    const { desk, ada, url, id, capture, state } = await deskWithPage(open)
    const article = await desk.article(ada, `${COUNT}\n\nIt rained.`)
    const [first, second] = await desk.statuses(ada, article)
    const cite = (at: typeof first, quote: string) => ({
      ...{
        index: at?.sentence.index,
        fingerprint: at?.fingerprint,
        kind: 'fact',
        confidence: 'confirmed',
      },
      citations: [{ sourceId: id, quote }],
    })
    await desk.annotate(ada, article, [
      cite(first, 'carried 41,000 people'),
      cite(second, 'last summer'),
    ])
    const reviewer = await desk.person(['reviewer'])
    await desk.decide(reviewer, article, 'approve')
    const shown = async () => (await desk.statuses(ada, article)).map(({ display }) => display)
    await capture()
    expect(await shown()).toEqual(['approved', 'approved'])
    expect(failureOf(await keepCopy(desk.context, ada, id))).toBe('conflict')

    desk.outside.put(url, PAGE('The ferry Maren carried 14,000 people last summer.'))
    await capture()
    expect(await state()).toBe('changed')
    expect(await shown()).toEqual(['changed', 'approved'])
    // It is not forgotten by looking again.
    await capture()
    expect(await shown()).toEqual(['changed', 'approved'])

    expect(failureOf(await keepCopy(desk.context, await desk.person(['publisher']), id))).toBe(
      'forbidden',
    )
    must(await keepCopy(desk.context, ada, id))
    expect(await shown()).toEqual(['approved', 'approved'])
    await capture()
    expect(await shown()).toEqual(['approved', 'approved'])

    desk.outside.fails(url, 410)
    for (const _ of [1, 2]) await captureSource(desk.context, ada, id)
    expect(await state()).toBe('dead')
    expect(await shown()).toEqual(['changed', 'changed'])
    // Another address is another page.
    must(await changeSource(desk.context, ada, id, { url: `${url}/new` }))
    expect(await state()).toBeNull()
    expect(await shown()).toEqual(['stale', 'stale'])
    expect(await verifyAudit(open().handle)).toBeNull()
    await desk.stop()
  })

  it('[CAP8] without a copy nothing stands in', async () => {
    const { desk, ada, url, id } = await deskWithPage(open)
    desk.outside.fails(url, 404)
    for (const _ of [1, 2]) await captureSource(desk.context, ada, id)
    expect(await keepCopy(desk.context, ada, id)).toMatchObject({
      failure: { message: expect.stringContaining('no copy') },
    })
    must(await uploadCapture(desk.context, ada, id, { bytes: pdfOf([COUNT]), name: 'count.pdf' }))
    must(await keepCopy(desk.context, ada, id))
    await desk.stop()
  })

  it('[CAP11] details of an address, a DOI, an ISBN or a reference', async () => {
    const { desk, ada, url } = await deskWithPage(open)
    const find = (text: string) => findDetails(desk.context, ada, { text })
    expect(must(await find(` ${url} `))).toMatchObject({
      kind: 'webPage',
      found: { title: 'The count', url, csl: null },
    })
    const csl = {
      title: ['Counting'],
      author: [{ given: 'Ann', family: 'Bo' }],
      issued: { 'date-parts': [[2026, 3]] },
    }
    desk.outside.put('https://doi.org/10.1234/a(b)', JSON.stringify(csl))
    const address = 'https://doi.org/10.1234/a(b)'
    const doi = {
      kind: 'document',
      found: {
        title: 'Counting',
        authors: ['Ann Bo'],
        publisher: '',
        date: '2026-03',
        url: address,
        csl: { author: csl.author, issued: csl.issued, DOI: '10.1234/a(b)' },
      },
    }
    for (const text of ['10.1234/a(b)', 'doi:10.1234/a(b)', address])
      expect(must(await find(text))).toEqual(doi)
    expect(desk.outside.asked.at(-1)?.accept).toContain('csl+json')
    const isbn = '9780306406157'
    const books = {
      [`ISBN:${isbn}`]: {
        title: 'Ferries',
        authors: [{ name: 'Cy Dee' }],
        publishers: [{ name: 'Tarn' }],
        publish_date: 'March 1, 2020',
      },
    }
    desk.outside.put(
      `https://openlibrary.org/api/books?bibkeys=ISBN%3A${isbn}&format=json&jscmd=data`,
      JSON.stringify(books),
    )
    expect(must(await find('978-0-306-40615-7')).found).toEqual({
      title: 'Ferries',
      authors: ['Cy Dee'],
      publisher: 'Tarn',
      date: '2020',
      url: '',
      csl: {
        author: [{ literal: 'Cy Dee' }],
        issued: { 'date-parts': [[2020]] },
        ...{ publisher: 'Tarn', ISBN: isbn },
      },
    })
    expect(must(await find('@book{a, title={Ferries}, author={Dee, Cy}}')).found.title).toBe(
      'Ferries',
    )
    const asked = desk.outside.asked.length
    for (const text of [
      '978-0-306-40615-8',
      'some words',
      'javascript:alert(1)',
      'file:///etc/passwd',
    ])
      expect(failureOf(await find(text))).toBe('invalid')
    expect(desk.outside.asked).toHaveLength(asked)
    desk.outside.put('https://doi.org/10.1234/broken', '<html>')
    desk.outside.fails('https://doi.org/10.1234/gone', 404)
    for (const text of ['10.1234/broken', '10.1234/gone'])
      expect(failureOf(await find(text))).toBe('invalid')
    expect(
      failureOf(await findDetails(desk.context, await desk.person(['publisher']), { text: url })),
    ).toBe('forbidden')
    await desk.stop()
  })
})

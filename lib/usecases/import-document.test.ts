import { expect, it } from 'vitest'
import { verifyAudit } from '#db/repositories/audit.ts'
import { findSources } from '#db/repositories/sources.ts'
import { LIMITS } from '#lib/collab/limits.ts'
import { orphansOf } from '#lib/domain/sourcing/orphans.ts'
import { proposalsOf } from '#lib/domain/text/proposals.ts'
import { withSharedDatabase, withSharedPostgres } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { docxOf, draftFile, drawing, imageRelation, p } from '#lib/testing/docx-builder.ts'
import { pictureBytes } from '#lib/testing/pictures.ts'
import { createArticle, MAX_SEED_BYTES } from './create-article.ts'
import { showArticle } from './show-article.ts'

const input = { format: 'docx', changes: 'accept', lang: 'en', headline: '' } as const

withSharedDatabase('a document with tracked changes', (open) => {
  it('[IMP7, IMP11, SUG2, SUG6] keeps them as suggestions of whoever brings it, when that is asked', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const bytes = draftFile('mill-changes-pandoc.docx')
    const asked = { ...input, changes: 'suggest', bytes } as const
    const { id, report } = must(await createArticle(desk.context, ada, asked))
    expect(report?.changes.choice).toBe('suggest')
    expect(report?.changes.suggesters).toEqual([{ name: 'Mira Holt', suggestions: 2 }])
    await desk.restart()
    const { assessment } = must(await showArticle(desk.context, ada, id))
    const suggested = proposalsOf(assessment.content.blocks)
    expect(
      suggested.map(({ personId, deleted, inserted }) => [personId, deleted, inserted]),
    ).toContainEqual([ada.id, 'is', 'was'])
    const words = assessment.statuses.map(({ sentence }) => sentence.text)
    expect(words).toContain('The wheel is made of oak.')
    expect(assessment.blockers.some(({ kind }) => kind === 'suggestion')).toBe(true)
    await desk.stop()
  })
})

withSharedPostgres('a document with pictures', (open) => {
  it('[FIG8] brings them with their descriptions; those that are refused are named, and their figures stay', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const photo = await pictureBytes('jpeg', { red: 61 })
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    const external = 'TargetMode="External"'
    const bytes = docxOf({
      body:
        p('It rained.', drawing('A roof', 'a')) +
        p(drawing('A drawing', 'b'), drawing('Elsewhere', 'c'), drawing('The roof again', 'a')) +
        p(
          drawing('Nothing', 'no'),
          '<w:r><w:pict><v:shape alt="Old"><v:imagedata r:id="a"/></v:shape></w:pict></w:r>',
        ),
      relations:
        imageRelation('a', 'media/a.bmp') +
        imageRelation('b', 'media/b.png') +
        imageRelation('c', 'https://spy.example/c.png', external),
      more: { 'word/media/a.bmp': photo, 'word/media/b.png': svg },
    })
    const { id, report } = must(await createArticle(desk.context, ada, { ...input, bytes }))
    expect(report?.pictures.taken).toBe(3)
    expect(report?.pictures.refused.map(({ alt, reason }) => [alt, reason.split('.')[0]])).toEqual([
      ['A drawing', 'This is an SVG drawing, which can hold scripts, and is not taken'],
      ['Elsewhere', 'The document only points at it, or is too full of pictures'],
      ['Nothing', 'The document only points at it, or is too full of pictures'],
    ])
    expect(report?.notTaken).toEqual({ picture: 3 })
    await desk.restart()
    const { assessment } = must(await showArticle(desk.context, ada, id))
    const figures = assessment.content.blocks.filter((block) => block.type === 'figure')
    expect(
      figures.map(({ alt, picture }) => [
        alt,
        picture && assessment.findPicture(picture)?.mediaType,
      ]),
    ).toEqual([
      ['A roof', 'image/jpeg'],
      ['A drawing', null],
      ['Elsewhere', null],
      ['The roof again', 'image/jpeg'],
      ['Nothing', null],
      ['Old', 'image/jpeg'],
    ])
    await desk.stop()
  })
})

withSharedPostgres('a document with notes', (open) => {
  it('[IMP10] makes an article whose sentences have its notes as evidence, and no confidence', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const bytes = draftFile('ferry-libreoffice.docx')
    const { id, report } = must(await createArticle(desk.context, ada, { ...input, bytes }))
    await desk.restart()
    const statuses = await desk.statuses(ada, id)
    const sourced = statuses.filter(({ evidence }) => evidence === 'sourced')
    expect(sourced.map(({ sentence }) => sentence.text)).toEqual([
      'The ferry Maren carried 41,000 people last summer.',
      'It was never inspected, says Dr. Ilse Brandt of the harbour office.',
      'A plate near the bow was three millimetres thin.',
      '“We measured it twice.”',
    ])
    expect(sourced.every(({ confidence }) => confidence === null)).toBe(true)
    const disputed = statuses.find(({ sentence }) => sentence.text === 'The owner disputes that.')
    expect(disputed?.evidence).toBe('none')
    expect(disputed?.annotations[0]?.note).toContain('Ruben Marsh')
    expect(report).toMatchObject({ sentences: 5, withoutPlace: 0, sourcesMade: 3, sourcesKnown: 0 })
    expect(report?.annotations.map(({ sentence }) => sentence)).toEqual(
      statuses.flatMap(({ sentence }) => (sentence.annotationIds.length ? [sentence.index] : [])),
    )
    expect(await verifyAudit(open().handle)).toBeNull()
    await desk.stop()
  })

  it('[IMP10] uses the sources that the registry knows, also those of another document at once', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const known = await desk.source(ada, {
      kind: 'webPage',
      title: 'The deed',
      url: 'https://www.oster.example.org/deed/',
    })
    const bytes = draftFile('mill-pandoc.docx')
    const made = await Promise.all(
      [1, 2, 3].map(() => createArticle(desk.context, ada, { ...input, bytes })),
    )
    const reports = made.map((one) => must(one).report)
    expect(
      reports.map((report) => (report?.sourcesMade ?? 0) + (report?.sourcesKnown ?? 0)),
    ).toEqual([4, 4, 4])
    expect(reports.reduce((sum, report) => sum + (report?.sourcesMade ?? 0), 0)).toBe(3)
    const cited = reports.map((report) =>
      report?.annotations.flatMap(({ citations }) => citations.map(({ sourceId }) => sourceId)),
    )
    expect(cited[1]).toEqual(cited[0])
    expect(cited[0]).toContain(known)
    expect(await findSources(open().handle, cited[0] ?? [])).toHaveLength(4)
    await desk.stop()
  })

  it('[IMP10] drops no note: what no sentence has waits in the tray', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const footnotes = `<w:footnote w:id="1">${p('Log of the caretaker')}</w:footnote>`
    const bytes = docxOf({ body: p('It rained.'), footnotes })
    const { id, report } = must(
      await createArticle(desk.context, ada, { ...input, bytes, headline: 'Rain' }),
    )
    const { assessment } = must(await showArticle(desk.context, ada, id))
    expect(orphansOf(assessment.content)).toMatchObject([
      { note: 'Footnote: Log of the caretaker' },
    ])
    expect(report?.withoutPlace).toBe(1)
    expect(assessment.statuses.map(({ sentence }) => sentence.text)).toEqual(['Rain', 'It rained.'])
    await desk.stop()
  })

  it('[IMP10] notes of a page are evidence too', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const text = new TextDecoder().decode(draftFile('pier-google.html'))
    const page = { ...input, format: 'html', text, headline: 'The pier opens' } as const
    const { id } = must(await createArticle(desk.context, ada, page))
    expect((await desk.statuses(ada, id)).map(({ evidence }) => evidence)).toEqual([
      'none',
      'none',
      'sourced',
      'none',
      'sourced',
    ])
    await desk.stop()
  })

  it('[IMP10] one that nobody could write in is refused, and its sources with it', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const url = 'https://heavy.example.org/log'
    const footnotes = `<w:footnote w:id="1">${p(`Log, ${url}`)}</w:footnote>`
    const body = `<w:p><w:r><w:t>It rained.</w:t><w:footnoteReference w:id="1"/></w:r></w:p>`
    const bytes = docxOf({ body, footnotes })
    const heavy = (size: number) => {
      const seed = () => ({ update: new Uint8Array(size), clients: [] })
      const collab = new Proxy(desk.context.collab, {
        get: (target, name, self) => (name === 'seed' ? seed : Reflect.get(target, name, self)),
      })
      return createArticle({ ...desk.context, collab }, ada, { ...input, bytes })
    }
    expect(await heavy(MAX_SEED_BYTES + 1)).toMatchObject({
      failure: { kind: 'invalid', message: expect.stringContaining('Split it.') },
    })
    // They are made now, because they were not before.
    const made = must(await createArticle(desk.context, ada, { ...input, bytes }))
    expect(made.report).toMatchObject({ sourcesMade: 1, sourcesKnown: 0 })
    expect((await heavy(MAX_SEED_BYTES)).ok).toBe(true)
    expect(MAX_SEED_BYTES).toBeLessThan(LIMITS.documentBytes)
    expect(await verifyAudit(open().handle)).toBeNull()
    await desk.stop()
  })

  it('[IMP8] a page whose text is light and whose notes are heavy is refused like a document', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const numbers = Array.from({ length: 20_000 }, (_, n) => n)
    const marks = numbers.map((n) => `<p>A.<a href="#fn${n}" id="r${n}">1</a>`)
    const notes = numbers.map((n) => `<p id="fn${n}"><a href="#r${n}">1</a>B`)
    const text = [...marks, ...notes].join('')
    expect(text.length).toBeLessThan(1_700_000)
    const page = { ...input, format: 'html', text } as const
    expect(await createArticle(desk.context, ada, page)).toMatchObject({
      failure: { kind: 'invalid', message: expect.stringContaining('Split it.') },
    })
    await desk.stop()
  })

  it('[IMP8] a hostile one makes nothing', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const body = '<w:sdt>'.repeat(1_000) + '</w:sdt>'.repeat(1_000)
    expect(
      failureOf(await createArticle(desk.context, ada, { ...input, bytes: docxOf({ body }) })),
    ).toBe('invalid')
    await desk.stop()
  })
})

import { createHash, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { pdfOf } from '#lib/testing/pdf-builder.ts'
import { findFileDetails } from './find-details.ts'
import { duplicatesOf } from './find-duplicates.ts'
import { mergeSources } from './merge-sources.ts'
import { uploadCapture } from './upload-capture.ts'

withSharedDatabase('a file that is given', (open) => {
  it('[DUP1] [CAP11] a file is read and known by its hash before anything is added, and nothing of it is kept', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const id = await desk.source(ada)
    const bytes = pdfOf([randomUUID()])
    const fileHash = createHash('sha256').update(bytes).digest('hex')
    const nothing = { title: '', description: '', url: null }
    const known = async () =>
      (await duplicatesOf(desk.context, ada, { ...nothing, fileHash })).map(({ source, match }) => [
        source.id,
        match,
      ])
    const details = must(await findFileDetails(desk.context, ada, { bytes, name: 'The count.pdf' }))
    expect(details).toMatchObject({ kind: 'document', found: { title: 'The count' } })
    expect(await known()).toEqual([])
    must(await uploadCapture(desk.context, ada, id, { bytes, name: 'other.pdf' }))
    expect(await known()).toEqual([[id, 'file']])
    const into = await desk.source(ada, { title: 'The one record' })
    must(await mergeSources(desk.context, ada, into, { from: id }))
    expect(await known()).toEqual([[into, 'file']])
    const broken = { bytes: new TextEncoder().encode('%PDF-1.7 but not really'), name: 'x.pdf' }
    expect(failureOf(await findFileDetails(desk.context, ada, broken))).toBe('invalid')
    const pia = await desk.person(['publisher'])
    expect(failureOf(await findFileDetails(desk.context, pia, { bytes, name: '' }))).toBe(
      'forbidden',
    )
    await desk.stop()
  })
})

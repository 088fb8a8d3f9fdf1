import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { expect, it } from 'vitest'
import type { Version } from '#lib/domain/publication/version.ts'
import { foundInCsl } from '#lib/domain/sourcing/csl.ts'
import type { CslFields } from '#lib/domain/sourcing/csl-fields.ts'
import { schemaOrgProblems } from '#lib/testing/validators/schema-org.ts'
import { cslProblems } from '#lib/testing/validators/schemas.ts'
import { block, fact, source, versionOf } from '#lib/testing/version-builder.ts'
import { bibtex } from './bibtex.ts'
import { csl } from './csl.ts'
import { sourcesHtml } from './html-sources.ts'
import { jsonLd } from './json-ld.ts'
import { FORMATS } from './registry.ts'

const FIELDS: CslFields = {
  author: [
    { family: 'van Holt', given: 'Mira' },
    { literal: 'Sand, Wind & Sons' },
    { family: 'Anderson and Bo', given: 'C. }\\input{x' },
  ],
  issued: { 'date-parts': [[2026, 3, 1]] },
  publisher: 'Tarn <b>Press</b>',
  'container-title': 'Ports & Seas',
  DOI: '10.1234/a(b){c}%x',
  ISBN: '9780306406157',
}

function versionWith(fields: object): Version {
  const [cited] = [source('Log', { url: 'https://log.example/', ...fields })]
  return versionOf({
    blocks: [block('paragraph', [fact('It sank.', 'confirmed', [{ source: 'Log' }])])],
    sources: [cited],
  })
}

const version = versionWith({ csl: FIELDS })

it('[FMT16] CSL-JSON has publication details as they are kept, and is valid', () => {
  const items = JSON.parse(csl.render(version))
  expect(cslProblems(items)).toEqual([])
  expect(items[0]).toMatchObject(FIELDS)
})

it('[FMT16] BibTeX has publication details, which read back, and nothing in them is a command', () => {
  const text = bibtex.render(version)
  expect(text).not.toContain('\\input')
  const parsed = plugins.input.chain(text, { forceType: '@bibtex/text', generateGraph: false })
  const read = foundInCsl((parsed as unknown[])[0])
  expect(read?.authors.slice(0, 2)).toEqual(['Mira van Holt', 'Sand, Wind & Sons'])
  expect(read?.authors).toHaveLength(3)
  expect(read?.csl).toMatchObject({ issued: FIELDS.issued, ISBN: FIELDS.ISBN })
  expect(text).toContain('doi = {10.1234/a(b)%7Bc%7D%25x}')
})

it('[FMT12] JSON-LD has publication details in terms of schema.org', () => {
  const node = JSON.parse(jsonLd.render(version))
  expect(schemaOrgProblems(node)).toEqual([])
  expect(node.citation[0]).toMatchObject({
    datePublished: '2026-03-01',
    publisher: { name: 'Tarn <b>Press</b>' },
    isPartOf: { name: 'Ports & Seas' },
    sameAs: 'https://doi.org/10.1234/a(b)%7Bc%7D%25x',
  })
  expect(node.citation[0].author[0]).toMatchObject({ familyName: 'van Holt' })
  expect(node.citation[0].creditText).toBe('Sand, Wind & Sons')
})

it('[FMT16] the list of sources says what the description does not, and leads to the DOI', () => {
  const html = sourcesHtml(
    versionWith({ csl: FIELDS, description: 'By Mira van Holt, 2026-03-01' }),
  )
  expect(html).toContain('>Sand, Wind &amp; Sons, C. }\\input{x Anderson and Bo, Ports &amp; Seas')
  expect(html).toContain('Tarn &lt;b&gt;Press')
  expect(html).toContain('href="https://doi.org/10.1234/a(b)%7Bc%7D%25x"')
  expect(html).toContain('ISBN 9780306406157')
  expect(html.match(/2026-03-01/g)).toHaveLength(1)
})

it('[FMT16] without publication details no format changes', () => {
  // As `publicFace` makes it, the field is not there at all; one that is empty says nothing either.
  for (const format of FORMATS.filter(({ id }) => ['csl', 'bibtex', 'jsonld', 'html'].includes(id)))
    expect(format.render(versionWith({ csl: undefined }))).toEqual(format.render(versionWith({})))
})

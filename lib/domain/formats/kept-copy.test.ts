import { expect, it } from 'vitest'
import type { VersionSource } from '#lib/domain/publication/version.ts'
import { markupOf } from '#lib/testing/markup.ts'
import { schemaOrgProblems } from '#lib/testing/validators/schema-org.ts'
import { cslProblems } from '#lib/testing/validators/schemas.ts'
import { block, fact, source, versionOf } from '#lib/testing/version-builder.ts'
import { csl } from './csl.ts'
import { renderReaderBody } from './html.ts'
import { jsonLd } from './json-ld.ts'
import { FORMATS } from './registry.ts'
import { sentenceJson } from './sentence-json.ts'
import { NOWHERE } from './site.ts'
import { webAnnotation } from './web-annotation.ts'

const HASH = 'c0ffee00'.repeat(8)
/** In another zone it is the day after. */
const AT = '2026-03-01T23:30:00.000Z'
const versionWith = (fields: Partial<VersionSource>) =>
  versionOf({
    blocks: [block('paragraph', [fact('It sank.', 'confirmed', [{ source: 'Log' }])])],
    sources: [source('Log', { url: 'https://log.example/', ...fields })],
  })
const version = versionWith({ capture: { at: AT, hash: HASH } })

it('[VER15] the card says when a copy was kept, the list of sources its hash and where readers get it', () => {
  const page = markupOf(renderReaderBody(version))
  const id = version.sentences[0]?.id ?? ''
  expect(page.byId(`c-${id}`).text()).toContain('Copy kept on 1 March 2026')
  expect(page.byId(`c-${id}`).text()).not.toContain(HASH)
  const note = page.byId('n1')
  expect(note.text()).toContain(`Copy kept on 1 March 2026, in the dossier. SHA-256 ${HASH}`)
  expect(note.all('a').map((link) => link.attribute('href'))).toContain(
    '/read/test-article/v/1/dossier',
  )
})

it('[VER15] other programs get it in the terms of their format', () => {
  const [item] = JSON.parse(csl.render(version))
  expect(cslProblems([item])).toEqual([])
  expect(item).toMatchObject({ accessed: { 'date-parts': [[2026, 3, 1]] } })
  const node = JSON.parse(jsonLd.render(version))
  expect(schemaOrgProblems(node)).toEqual([])
  expect(node.citation[0].archivedAt).toMatchObject({ dateCreated: AT })
  const works = JSON.parse(webAnnotation.render(version)).first.items[0].body
  expect(works.at(-1).state).toEqual({ type: 'TimeState', sourceDate: AT })
  const told = JSON.parse(sentenceJson(version, version.sentences[0]?.id ?? '', NOWHERE) ?? '')
  expect(told.citations[0].source.copy).toEqual({ at: AT, sha256: HASH })
})

it('[VER15] without a copy no format says a word of one', () => {
  for (const format of FORMATS)
    expect(String(format.render(versionWith({})))).not.toMatch(
      /copy kept|TimeState|archivedAt|accessed|urldate/i,
    )
})

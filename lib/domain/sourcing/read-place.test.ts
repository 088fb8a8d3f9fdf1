import { expect, it } from 'vitest'
import { LOCATOR_LABELS } from './annotation.ts'
import { locatorsFor, readPlace } from './read-place.ts'
import { SOURCE_KINDS, type SourceKind } from './source.ts'

it('[EVI13] a line says where in a source: by its sign, else by what is usual for the source', () => {
  const read = (line: string, kind: SourceKind = 'document') => {
    const { locator, quote } = readPlace(line, kind)
    return [locator?.label ?? '', locator?.value ?? '', quote]
  }
  expect(read('p. 14')).toEqual(['page', '14', ''])
  expect(read('pp 14–16, 20')).toEqual(['page', '14–16, 20', ''])
  expect(read('page iv')).toEqual(['page', 'iv', ''])
  expect(read('§3.2')).toEqual(['section', '3.2', ''])
  expect(read('¶ 4', 'dataset')).toEqual(['paragraph', '4', ''])
  expect(read('B7', 'document')).toEqual(['cell', 'B7', ''])
  expect(read('1:02:40')).toEqual(['timestamp', '1:02:40', ''])
  expect(read('12:40 – 13:05')).toEqual(['timestamp', '12:40–13:05', ''])
  expect(read('14')).toEqual(['page', '14', ''])
  expect(read('14', 'webPage')).toEqual(['paragraph', '14', ''])
  expect(read('table 2', 'dataset')).toEqual(['cell', 'table 2', ''])
})

it('[EVI13] what stands in quotation marks, or is too long for a place, is the passage', () => {
  const read = (line: string) => readPlace(line, 'document')
  const place = { label: 'page', value: '14' }
  expect(read('p. 14, “It sank.”')).toEqual({ locator: place, quote: 'It sank.' })
  expect(read('p. 14 "It sank')).toEqual({ locator: place, quote: 'It sank' })
  expect(read('„Es sank“')).toEqual({ locator: null, quote: 'Es sank' })
  expect(read('The ferry never sailed')).toEqual({ locator: null, quote: 'The ferry never sailed' })
  expect(read('  ')).toEqual({ locator: null, quote: '' })
  expect(read(`p. ${'1'.repeat(300)}`).locator?.value).toHaveLength(200)
})

it('[EVI15] what would be a time and is none is said to be none', () => {
  expect(readPlace('14', 'recording')).toEqual({ locator: null, quote: '', isNoTime: true })
  expect(readPlace('1:75', 'document')).toEqual({ locator: null, quote: '', isNoTime: true })
  expect(readPlace('62:03 “It sank.”', 'person')).toEqual({
    locator: { label: 'timestamp', value: '1:02:03' },
    quote: 'It sank.',
  })
  expect(readPlace('at noon', 'observation').locator?.value).toBe('at noon')
})

it('[EVI13] every label is offered for every kind of source, the usual first', () => {
  for (const kind of SOURCE_KINDS)
    expect(locatorsFor(kind).toSorted()).toEqual(LOCATOR_LABELS.toSorted())
  expect(locatorsFor('recording')[0]).toBe('timestamp')
})

import { expect, it } from 'vitest'
import { linkIn, refusalOf } from './link-in.ts'

it.each([
  ['town.example/report', 'https://town.example/report'],
  ['10.1000/182', 'https://doi.org/10.1000/182'],
  ['https://town.example/@ann', 'https://town.example/@ann'],
])('%s is a link', (line, href) => {
  expect([linkIn(line), refusalOf(line)]).toEqual([href, null])
})

it.each(['Harbour office', 'ann@town.example', 'mailto:ann@town.example', ''])(
  '%j is no address, and nothing is refused in it',
  (line) => {
    expect([linkIn(line), refusalOf(line)]).toEqual([null, null])
  },
)

it.each([
  'https://ann:secret@town.example/x',
  'http://ann@town.example/',
  'www.ann:x@town.example',
])('[SRC6] %s signs somebody in, and is no link', (line) => {
  expect(linkIn(line)).toBeNull()
  expect(refusalOf(line)).toContain('a name or password')
})

it.each([2_001, 9_000])('[SRC6] an address of %i characters is refused, and not cut', (length) => {
  const line = 'https://town.example/'.padEnd(length, 'x')
  expect(linkIn(line)).toBeNull()
  expect(refusalOf(line)).toContain('longer than 2,000 characters')
})

it('[SRC6] what counts is the address as it is kept', () => {
  const longest = 'https://town.example/'.padEnd(2_000, 'x')
  expect([linkIn(longest), refusalOf(longest)]).toEqual([longest, null])
  expect(refusalOf(`https://town.example/${'ä'.repeat(400)}`)).toContain('longer than')
  expect(refusalOf(`It stands on https://town.example/ ${'and on '.repeat(400)}`)).toBeNull()
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { localPath } from './local-path.ts'

it('[SGN4] keeps a path of this site with its query', () => {
  expect(localPath('/articles/7?mode=review#s3')).toBe('/articles/7?mode=review#s3')
})

it.each([
  ['//evil.example/'],
  ['/\\evil.example'],
  ['/\t/evil.example'],
  ['/..//evil.example'],
  ['https://evil.example/'],
  ['javascript:alert(1)'],
  [''],
  [undefined],
])('[SGN4] %s leads to the desk', (path) => {
  expect(localPath(path)).toBe('/')
})

it('[SGN4] whatever comes in, the browser stays on the site', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    'a',
    ':',
    '@',
    '\t',
    '\n',
    '%2f',
    '?',
    '#',
    'evil.example',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = localPath(pieces.join(''))
      expect(new URL(path, 'https://galley.example').origin).toBe('https://galley.example')
    }),
  )
})

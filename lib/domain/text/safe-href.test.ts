import { expect, it } from 'vitest'
import { safeHref } from './safe-href.ts'

it.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['HTTP://Example.ORG', 'http://example.org/'],
  ['  https://example.org/x\n', 'https://example.org/x'],
  ['\u0000\u001Fhttps://example.org/\u00A0', 'https://example.org/'],
  ['mailto:desk@example.org', 'mailto:desk@example.org'],
  ['https://example.org/a b', 'https://example.org/a%20b'],
])('[TXT4] %j is a link to %j', (raw, href) => {
  expect(safeHref(raw)).toBe(href)
})

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' \tjavascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://example.org/1',
  'ftp://example.org/',
  '/relative',
  'relative.html',
  '//example.org/',
  '#top',
  '',
  ' ',
  'https://',
])('[TXT4] %j is refused', (raw) => {
  expect(safeHref(raw)).toBeNull()
})

it('[TXT4] what it lets through, it lets through unchanged the second time', () => {
  const once = safeHref(' HTTPS://Example.org/ä ')
  expect(once && safeHref(once)).toBe(once)
})

it('[TXT4] white space inside an address is passed over once, however often one is written', () => {
  const raw = `https://example.org/${' '.repeat(8_000)}x`
  for (let count = 0; count < 2_000; count++) expect(safeHref(raw)).toContain('%20x')
})

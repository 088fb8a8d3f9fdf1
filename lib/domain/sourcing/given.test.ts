import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fileTrouble, givenIn, kindOfFile, MOST_FILE_BYTES, nameOfFile } from './given.ts'

const told = (typed: string) => {
  const given = givenIn(typed)
  return given.ok ? given.value.what : given.failure.message
}

it.each([
  ['https://town.example/report', 'address'],
  [' town.example/report ', 'address'],
  ['10.1234/Ferries', 'doi'],
  ['doi:10.1234/ferries', 'doi'],
  ['https://doi.org/10.1234/ferries', 'doi'],
  ['978-0-306-40615-7', 'isbn'],
  ['0306406152', 'isbn'],
  ['@book{a, title={Ferries}}', 'reference'],
  ['TY  - BOOK\nTI  - Ferries', 'reference'],
  ['Harbour office', 'name'],
  ['978-0-306-40615-8', 'name'],
  ['Interview: Jonas Vik', 'name'],
  ['Budget:2026', 'name'],
])('[SRC14] %j is taken for its kind: %s', (typed, what) => {
  expect(told(typed)).toBe(what)
})

it.each([
  ['', 'Give an address'],
  ['   ', 'Give an address'],
  ['javascript:alert(1)', 'begins with http'],
  ['file:///etc/passwd', 'begins with http'],
  ['https://ann:secret@town.example/', 'Take out what stands before the @'],
  [`https://town.example/${'x'.repeat(10_000)}`, 'longer than 2,000'],
  ['name '.repeat(100), 'at most 300'],
])('[SRC14] [SRC6] of %j it is said what to do', (typed, words) => {
  expect(told(typed)).toContain(words)
})

it('[SRC14] what was given is known before anybody is asked: a DOI by its address, an ISBN by thirteen digits', () => {
  expect(givenIn('10.1234/Ferries')).toMatchObject({
    value: { url: 'https://doi.org/10.1234/Ferries', csl: { DOI: '10.1234/ferries' } },
  })
  expect(givenIn('0306406152')).toMatchObject({ value: { csl: { ISBN: '9780306406157' } } })
})

it('[SRC14] whatever is typed is one of them or refused in words, and no address has a login or another scheme', () => {
  const schemes = fc.constantFrom('', 'http://', 'https://', 'ftp://', 'javascript:', 'data:')
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.tuple(schemes, fc.webAuthority({ withUserInfo: true })).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const given = givenIn(text)
      if (!given.ok) return given.failure.message.length > 10
      const { url } = given.value
      if (url === null) return true
      const { protocol, username, password } = new URL(url)
      return /^https?:$/.test(protocol) && !username && !password
    }),
  )
})

it('[SRC14] files are refused that are none, several, empty or too large, and the limit itself is taken', () => {
  const file = (size: number, name = 'a.pdf') => ({ name, size })
  expect(fileTrouble([])).toContain('no file')
  expect(fileTrouble([file(1), file(2)])).toContain('one after the other')
  expect(fileTrouble([file(0, 'minutes.pdf')])).toContain('“minutes.pdf” is empty')
  expect(fileTrouble([file(MOST_FILE_BYTES + 1)])).toContain('50 MiB')
  expect(fileTrouble([file(MOST_FILE_BYTES)])).toBeNull()
})

it('[SRC14] a file begins with its own name and the kind of its bytes', () => {
  expect(['C:\\x\\Minutes 3.pdf', 'tables', '.pdf', ''].map(nameOfFile)).toEqual([
    'Minutes 3',
    'tables',
    '.pdf',
    'File',
  ])
  expect(kindOfFile('audio/mpeg', 'x.pdf')).toBe('recording')
  expect(kindOfFile('text/plain', 'tides.csv')).toBe('dataset')
  expect(kindOfFile('application/pdf', 'tides.csv')).toBe('document')
  expect(kindOfFile('text/html', 'x')).toBe('webPage')
})

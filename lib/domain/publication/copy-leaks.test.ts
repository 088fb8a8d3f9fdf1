import { expect, it } from 'vitest'
import { protectedOf } from '#lib/domain/sourcing/identity.ts'
import {
  beyondChance,
  copyBlocker,
  moreTelling,
  piecesOf,
  readingOf,
  tellingOf,
} from './copy-leaks.ts'

const hidden = protectedOf([
  {
    ...{ name: 'Zdeňka Li Novotná', otherNames: [], note: '', harmless: [] },
    contacts: ['+420 602 123 456', 'heron.nest@port.example'],
  },
])

it.each([
  ['It rained in the port.', 'nothing'],
  ['Mr Novotný came, and Novotna spoke.', 'word'],
  ['Novotná, Novotná and NOVOTNA', 'word'],
  ['Zdeňka Novotná spoke.', 'identity'],
  ['NOVOTNA, Zdenka', 'identity'],
  ['Zdenka M. Novotna', 'identity'],
  ['Zdenka has a dog. It is large, says a man named Novotna.', 'word'],
  ['Call 00420/602-123-456.', 'identity'],
  ['Write to Heron.Nest@PORT.example', 'identity'],
])('[CNF7] %j tells %s', (text, telling) => {
  expect(tellingOf(text, hidden)).toBe(telling)
})

it('[CNF7] nothing is told where nothing is protected', () => {
  expect(tellingOf('Zdeňka Novotná', protectedOf([]))).toBe('nothing')
})

it.each([
  '<meta name=author content="Zde&#328;ka Novotn&aacute;">',
  '<meta content="Zde&#x148;ka&nbsp;Novotn&#xE1;">',
  '{"author":"Zde\\u0148ka Novotn\\u00e1"}',
  '<a href="/staff/Zde%C5%88ka%20Novotn%C3%A1">',
  '<p>Zdeňka Novot&shy;ná</p>',
])('[CNF7] what is escaped is read: %s', (text) => {
  const { text: read, sure } = readingOf(new TextEncoder().encode(text))
  expect([tellingOf(read, hidden), sure]).toEqual(['identity', true])
})

it('[CNF7] a stray escape is left as it stands', () => {
  const text = '&#x110000; &#99999999; %E0%A4 100% \\u12'
  expect(readingOf(new TextEncoder().encode(text)).text).toBe(text)
})

it('[CNF7] in bytes that are no text, names are found in UTF-8 and UTF-16, and nothing that chance may write', () => {
  const noise = [0xff, 0xd8, 0xff, 0xe0, 0x80]
  const narrow = [...new TextEncoder().encode(' Li  Novotna ')]
  const wide = [...Buffer.from(' Novotna ', 'utf16le')]
  for (const letters of [narrow, wide]) {
    const { text, sure } = readingOf(Uint8Array.from([...noise, ...letters, ...noise]))
    expect(sure).toBe(false)
    expect(tellingOf(text, beyondChance(hidden))).toBe('word')
  }
  const chance = readingOf(Uint8Array.from([...noise, ...new TextEncoder().encode(' Li ')]))
  expect(tellingOf(chance.text, hidden)).toBe('word')
  expect(tellingOf(chance.text, beyondChance(hidden))).toBe('nothing')
})

it('[CNF7] a name is found wherever it stands in a long text', () => {
  for (const at of [0, 16_370, 16_376, 16_384, 16_780, 32_762, 200_000]) {
    const text = `${'. '.repeat(at / 2)}Zdeňka Novotná${' .'.repeat(100_000)}`
    const found = [...piecesOf(text)].map((piece) => tellingOf(piece, hidden))
    expect(found.reduce(moreTelling)).toBe('identity')
  }
  expect([...piecesOf('')]).toEqual([''])
})

it('[CNF7] what stands in the way names the source, and nothing protected in its name', () => {
  const blocker = copyBlocker('The CV of Zdeňka Novotná', hidden)
  expect(blocker).toMatchObject({ kind: 'leak', sentence: null, text: 'The CV of […] […]' })
  expect(blocker.message).not.toMatch(/novotn|zde/i)
})

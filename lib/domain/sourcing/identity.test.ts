import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findProtected, type Identity, protectedOf, protectsNothing } from './identity.ts'

const ANNA: Identity = {
  name: 'Zdeňka van der Novotná-Quist',
  otherNames: ['Ivan Иванов'],
  contacts: ['z.novotna@mail.example', '+420 (602) 123-456-7', '@zdenka_q'],
  note: 'Met at the harbour.',
  harmless: ['Ivan'],
}

const hidden = protectedOf([ANNA])
const LI = protectedOf([{ ...ANNA, name: 'Dr Li De Bo', otherNames: [], contacts: [] }])
const found = (text: string) => {
  const place = findProtected(text, hidden)
  return place && text.slice(place.from, place.to)
}

describe('what is protected', () => {
  it.each([
    ['as it is written', 'said Zdeňka of it', 'Zdeňka'],
    ['without diacritics', 'said zdenka of it', 'zdenka'],
    ['shouted', 'said NOVOTNÁ.', 'NOVOTNÁ'],
    ['decomposed', 'said Zden\u030Cka.', 'Zden\u030Cka'],
    ['with a soft hyphen', 'said Novot\u00ADná.', 'Novot\u00ADná'],
    ['with a joiner', 'said Novot\u200Dná.', 'Novot\u200Dná'],
    ['with an ending', 'Novotnás Wort', 'Novotnás'],
    ['in another case', 'у Иванова дома', 'Иванова'],
    ['in full width', 'said Ｑｕｉｓｔ.', 'Ｑｕｉｓｔ'],
    ['as a mail address', 'write to Z.Novotna@mail.example now', 'Novotna'],
    ['by the local part', 'user z.novotna there', 'novotna'],
    ['as a number', 'call 00420602 1234567', '00420602 1234567'],
    ['as a number with other marks', 'call 602/12–34–567.', '602/12–34–567'],
    ['as a handle', 'follow @Zdenka_Q', 'Zdenka'],
  ])('[CNF5] is found %s', (_, text, words) => {
    expect(found(text)).toBe(words)
  })

  it.each([
    'The van of the der by Ivan',
    'It was 1,602 metres and 34 in 2026.',
    'A novel by Quirin',
    '602 12 34',
    '',
  ])('[CNF5] leaves “%s” alone', (text) => {
    expect(found(text)).toBeNull()
  })

  it('[CNF5] names of scripts that do not part words stand among their neighbours', () => {
    const names = protectedOf([{ ...ANNA, name: '山田花子', otherNames: [], contacts: [] }])
    const text = '昨日山田花子さんは話した'
    expect(findProtected(text, names)).toEqual({ from: 2, to: 6 })
    expect(findProtected('昨日山 田 花子さん', names)).toEqual({ from: 2, to: 8 })
    expect(findProtected('昨日山本花子さん', names)).toBeNull()
  })

  it.each([
    ['Li called.', 'Li'],
    ['It was Li’s idea.', 'Li'],
    ['Told by Bo-Li.', 'Bo'],
    ['MINISTER LI RESIGNS', 'LI'],
    ['said Ｌｉ then', 'Ｌｉ'],
    ['said L\u00ADi then', 'L\u00ADi'],
    ['said Lí then', 'Lí'],
  ])('[CNF5] a name of two letters is found in “%s”', (text, words) => {
    const place = findProtected(text, LI)
    expect(place && text.slice(place.from, place.to)).toBe(words)
  })

  it.each([
    'Libau lies by the sea; Bordeaux does not.',
    'A li is half a kilometre.',
    'The LI bus is late.',
    'Eli, Mali and Bonn',
    'L. I. Smith',
    'Dr De Witt of Le Havre',
  ])('[CNF5] and is none in “%s”', (text) => {
    expect(findProtected(text, LI)).toBeNull()
  })

  it('[CNF5] of a name that is a particle alone, the particle is looked for', () => {
    const [le, hebrew] = ['Le', 'לי'].map((name) =>
      protectedOf([{ ...ANNA, name, otherNames: [], contacts: [] }]),
    )
    expect(le && findProtected('Le called', le)).toEqual({ from: 0, to: 2 })
    expect(hebrew && protectsNothing(hebrew)).toBe(true)
  })

  it('[CNF5] a name of two letters is found wherever it is a word, and in no other word', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäéø')
    const name = fc.tuple(letter, letter).map(([a, b]) => a.toUpperCase().slice(0, 1) + b)
    const word = fc.string({ unit: letter, minLength: 1, maxLength: 8 })
    const around = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(name, word, word, around, around, (own, before, after, a, b) => {
        const only = protectedOf([{ ...ANNA, name: own, otherNames: [], contacts: [] }])
        const place = findProtected(`${a} ${own} ${b}`, only)
        expect(place).not.toBeNull()
        for (const other of [before + own, own + after, before + own + after, own.toLowerCase()])
          expect(findProtected(other, only)).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  it('[CNF5] of nobody there is nothing to find', () => {
    expect(protectsNothing(protectedOf([]))).toBe(true)
    expect(findProtected('Anything', protectedOf([]))).toBeNull()
  })

  it('[CNF5] wherever a name stands, its place is found and holds it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const text = `${a} Novotná ${b}`
        const place = findProtected(text, hidden)
        expect(place).not.toBeNull()
        expect(place && place.to <= text.length && place.from < place.to).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

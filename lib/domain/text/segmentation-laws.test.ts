import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENGLISH_CASES, OTHER_CASES, readCase } from '#lib/testing/segment-cases.ts'
import { segment } from './segmentation.ts'

const LANGS = ['en', 'de', 'fr', 'ru', 'el', 'ja', 'ar', 'xx']
const lang = fc.constantFrom(...LANGS)
const whole = [...ENGLISH_CASES, ...OTHER_CASES].map(({ line }) => readCase(line).text)

/** Pieces on which the rules turn, thrown together. */
const pieces = [
  ...[
    'a',
    'It',
    'U.S',
    'Dr',
    'p.m',
    'z. B',
    'no',
    '1',
    '12',
    'I',
    '😀',
    'é',
    'д',
    '雨',
    'خ',
    '\uD800',
  ],
  ...[
    '.',
    '.',
    '?',
    '!',
    '…',
    '. . .',
    '...',
    '。',
    ';',
    ':',
    '”',
    '“',
    '"',
    '«',
    '»',
    '(',
    ')',
    '[1]',
  ],
  ...[
    ' ',
    ' ',
    ' ',
    '\u00A0',
    '\n',
    '\r\n',
    '\t',
    '\u200E',
    '•',
    '—',
    '- ',
    ':)',
    '1. ',
    'a) ',
    '《',
    '》',
  ],
]
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((parts) => parts.join(''))
const anything = fc.oneof(text, fc.constantFrom(...whole), fc.string({ unit: 'binary' }))

describe('[SEG1] whatever the text and language', () => {
  it('[SEG1] sentences are in order, apart, trimmed, and hold all but white space', () => {
    fc.assert(
      fc.property(anything, lang, (words, tag) => {
        let end = 0
        for (const [from, to] of segment(words, tag)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          expect(words.slice(end, from).trim()).toBe('')
          expect(words.slice(from, to).trim()).toHaveLength(to - from)
          end = to
        }
        expect(words.slice(end).trim()).toBe('')
      }),
      { numRuns: 2000 },
    )
  })

  it('[SEG1] no sentence cuts a character of two units', () => {
    fc.assert(
      fc.property(anything, lang, (words, tag) => {
        const formed = words.toWellFormed()
        for (const [from, to] of segment(formed, tag)) {
          expect(formed.slice(from, to).isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('[SEG5] reading', () => {
  it('[SEG5] paragraphs parted by a blank line are read apart', () => {
    fc.assert(
      fc.property(text, text, lang, (one, two, tag) => {
        const shift = one.length + 2
        const apart = segment(two, tag).map(([from, to]) => [from + shift, to + shift])
        const together = segment(`${one}\n\n${two}`, tag)
        expect(together).toEqual([...segment(one, tag), ...apart])
      }),
      { numRuns: 1000 },
    )
  })

  it('[SEG5] a plain sentence stays one, alone and among others', () => {
    const who = fc.constantFrom(
      'Dr. Holt',
      'The U.S. Senate',
      'J. R. Vik',
      'Halden Inc.',
      'St. Olaf',
      'She',
    )
    const did = fc.constantFrom(
      'met Gov. Lund',
      'paid $2.4 million',
      'left at 5 p.m. sharp',
      'saw e.g. rain',
    )
    const mark = fc.constantFrom('.', '!', '?', '?!', '.”')
    const sentence = fc
      .tuple(who, did, mark)
      .map(([a, b, c]) => (c === '.”' ? `“${a} ${b} then${c}` : `${a} ${b} then${c}`))
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (sentences) => {
        const words = sentences.join(' ')
        expect(segment(words, 'en').map(([from, to]) => words.slice(from, to))).toEqual(sentences)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['dots', '. '],
    ['missing spaces', 'Ab.'],
    ['open brackets', 'a ( b. '],
    ['brackets in brackets', '(('],
    ['quotation marks', '". '],
    ['bullets', '• '],
    ['items', '1. a 2. '],
    ['lines', 'a\nB '],
    ['blank lines', 'a\n \n'],
    ['smileys', 'a. :) '],
    ['open faces', 'a. :(('],
    ['pictures', '😀.'],
    ['abbreviations', 'U.S. A. z. B. '],
    ['dashes', 'a. - - '],
    ['omissions', 'a. ...b '],
    ['guillemets', 'a. « '],
    ['footnotes', '.[1]'],
    ['marks that take no room', '\u200E'],
  ])('[SEG5] a long text of %s is read without going back', (_, piece) => {
    // A reader that goes back over it would run into the time limit of the test.
    expect(segment(piece.repeat(100_000), 'en').length).toBeGreaterThanOrEqual(0)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segment } from './segmentation.ts'

const cut = (text: string) => segment(text, 'en').map(([from, to]) => text.slice(from, to))

/** One case a line: the sentences that it should fall into, joined by a bar. */
function falls(line: string) {
  const sentences = line.split(' | ')
  expect(cut(sentences.join(' '))).toEqual(sentences)
}

describe('[SEG2] a full stop behind an abbreviation', () => {
  it.each([
    'He met Dr. Smith at noon. | They spoke.',
    'Reps. of St. Mary met Gov. Lee. | It was late.',
    'In Lee v. State the court agreed. | Nobody appealed.',
    'The firm is Halden Inc. | The roof is theirs.',
    'Halden Inc. Roofs was paid.',
    'It opens Mon. at 9 a.m. | The bus leaves at 5 p.m. sharp.',
    'The then-U.S. President signed it. | Nobody read it.',
    'A flight left for the U.S. | It landed late.',
    'The U.S. Senate voted.',
    'See fig. 3 and pp. 4. | It is there.',
    'J. R. R. Holt came. | M. Vik went.',
    'It was Plan B. | The others failed.',
    'He holds a Ph.D. | She does not.',
  ])('%s', falls)

  it('[SEG2] ends a sentence at the end of the paragraph, whatever it is', () => {
    expect(cut('They moved to a town in Virginia, U.S.')).toHaveLength(1)
    expect(cut('They met Mr.')).toHaveLength(1)
  })
})

describe('[SEG3] other marks', () => {
  it.each([
    'It cost €2.4 million in 2024. | It leaks.',
    'Version 1.2.3 of example.org is out.',
    'Really?! | Yes.',
    'He paused... | Then he spoke.',
    'He paused… and went on.',
    'Why? | Because! | Well.',
    'It grew by 3.5. | 40 people came.',
    '¿Qué pasó? | Nada.',
  ])('%s', falls)

  it('[SEG3] marks that need no space behind them need none', () => {
    expect(cut('下雨了。屋顶漏水！真的？')).toEqual(['下雨了。', '屋顶漏水！', '真的？'])
  })

  it('[SEG3] text without an end mark is one sentence; nothing is none', () => {
    expect(cut('  Comments ')).toEqual(['Comments'])
    expect(cut(' \n\t ')).toEqual([])
    expect(cut('')).toEqual([])
    expect(cut('...')).toEqual(['...'])
  })
})

describe('[SEG4] quotation marks belong to the sentence that they close', () => {
  it.each([
    '“We knew.” | She left.',
    '“Did you know?” he asked. | She did.',
    'He said: “It leaks.” | “It does not,” she said.',
    '(It had rained.) | Nobody saw it.',
    '"No!" | "Yes."',
    '«Ça suffit.» | Il partit.',
  ])('%s', falls)
})

const text = fc
  .array(
    fc.constantFrom(
      'a',
      'It',
      'U.S',
      'Dr',
      '.',
      '?',
      '…',
      '。',
      '”',
      '“',
      ' ',
      '\u00A0',
      '\n',
      '4',
      '😀',
      'é',
      '\uD800',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

describe('[SEG1] whatever the text', () => {
  it('[SEG1] spans are in order, apart, and hold everything but white space between them', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (words) => {
        let end = 0
        for (const [from, to] of segment(words, 'en')) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          expect(words.slice(end, from).trim()).toBe('')
          expect(words.slice(from, to).trim()).toBe(words.slice(from, to))
          end = to
        }
        expect(words.slice(end).trim()).toBe('')
      }),
      { numRuns: 1000 },
    )
  })

  it('[SEG1] no span cuts a character in two', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (words) => {
        const whole = words.toWellFormed()
        for (const [from, to] of segment(whole, 'en')) {
          expect(whole.slice(from, to).isWellFormed()).toBe(true)
        }
      }),
    )
  })

  it('[SEG5] the same text has the same sentences, whatever was read before', () => {
    fc.assert(
      fc.property(text, text, (words, others) => {
        const first = segment(words, 'en')
        segment(others, 'en')
        expect(segment(words, 'en')).toEqual(first)
      }),
    )
  })

  it.each([
    ['end marks', '. '.repeat(100_000)],
    ['abbreviations', 'U.S. Army '.repeat(50_000)],
    ['no end at all', 'a'.repeat(500_000)],
    ['white space', ' '.repeat(500_000)],
    ['quotation marks', '”'.repeat(200_000)],
  ])('[SEG5] a long text of %s is read without going back', (_, words) => {
    // A reader that goes back over it would run into the time limit of the test.
    expect(segment(words, 'en').length).toBeGreaterThanOrEqual(0)
  })
})

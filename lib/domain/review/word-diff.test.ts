import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeInWords, type DiffSegment, wordDiff } from './word-diff.ts'

const without = (kind: DiffSegment['kind'], segments: readonly DiffSegment[]) =>
  segments
    .filter((segment) => segment.kind !== kind)
    .map(({ text }) => text)
    .join('')

/** Few words, so that two texts share many; and every mark, so that nothing is lost between them. */
const sentences = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('the', 'boats', '€6,140', '412', ' ', ', ', '. ', '“', '’s', '\u00A0', '🚢'),
    )
    .map((parts) => parts.join('')),
)

/** `[-gone-]` and `{+come+}`, so that a case is one line. */
const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`,
    )
    .join('')

describe('wordDiff', () => {
  it('[DIF1] what stayed and went is the old text, what stayed and came is the new', () => {
    fc.assert(
      fc.property(sentences, sentences, (before, after) => {
        const segments = wordDiff(before, after)
        expect(without('added', segments)).toBe(before)
        expect(without('removed', segments)).toBe(after)
      }),
    )
  })

  it('[DIF2] a text has no difference to itself', () => {
    fc.assert(
      fc.property(sentences, (text) => {
        expect(wordDiff(text, text).every(({ kind }) => kind === 'same')).toBe(true)
      }),
    )
  })

  it('[DIF2] no segment is empty, and no two neighbours are of one kind', () => {
    fc.assert(
      fc.property(sentences, sentences, (before, after) => {
        const segments = wordDiff(before, after)
        segments.forEach(({ kind, text }, index) => {
          expect(text).not.toBe('')
          expect(kind).not.toBe(segments[index + 1]?.kind)
        })
      }),
    )
  })

  it.each([
    ['It cost €6,410 then.', 'It cost €6,140 then.', 'It cost [-€6,410-]{+€6,140+} then.'],
    ['At 12:30, in the U.S.', 'At 12:40, in the U.S.', 'At [-12:30-]{+12:40+}, in the U.S.'],
    ['She said “no”.', 'She said “yes”.', 'She said “[-no-]{+yes+}”.'],
    ['It sank', 'It sank.', 'It sank{+.+}'],
  ])('[DIF3] words and figures are whole, marks apart: %s', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected)
  })

  it('[DIF4] a replaced phrase is one change', () => {
    expect(shown('It came to almost two million.', 'It came to exactly three million.')).toBe(
      'It came to [-almost two-]{+exactly three+} million.',
    )
    expect(shown('It came to almost €1.4 million.', 'It came to €1.3 million.')).toBe(
      'It came to [-almost €1.4-]{+€1.3+} million.',
    )
  })

  it('a text replaced by a very long one is shown whole', () => {
    const many = (word: string) => Array.from({ length: 2000 }, (_, at) => word + at).join(' ')
    expect(wordDiff(many('a'), many('b'))).toHaveLength(2)
  })
})

describe('changeInWords', () => {
  it.each([
    ['It was 412 then.', 'It was 398 then.', 'was 412, now 398'],
    ['Few of 412 came.', 'None of 398 came.', 'was Few, now None; was 412, now 398'],
    ['It came to almost €1.4 million.', 'It came to €1.4 million.', 'gone: “almost”'],
    ['It never sailed.', 'It almost never sailed.', 'new: “almost”'],
    ['It never sailed.', 'The boats stayed at the quay.', 'several words changed'],
    ['It never sailed', 'It never sailed.', 'only spaces or punctuation changed'],
    ['It sailed.', 'It sailed.', 'the words are the same'],
  ])('[DIF5] %s → %s: %s', (before, after, words) => {
    expect(changeInWords(before, after)).toBe(words)
  })
})

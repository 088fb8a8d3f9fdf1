import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_INSTEAD, MOST_LEFT_OUT, MOST_PARTS } from './edited-passage.ts'
import { checkPassage, isFound } from './passage.ts'
import { indexPassages } from './passage-index.ts'

const check = (text: string, quote: string) => checkPassage(indexPassages([text]), quote)
const numbered = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`)

const MARKS = ['…', '...', '[…]', '[...]', '(…)', '....', '. . .', '[]']
const mark = fc.constantFrom(...MARKS)

/** Cuts of a text of different words: kept, left out, kept, …. */
const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 9 })

describe('a passage with words left out', () => {
  it('[CAP12] its parts are found in order, with what was left out between them', () => {
    fc.assert(
      fc.property(cuts, mark, (lengths, sign) => {
        const text = numbered(lengths.reduce((sum, length) => sum + length, 10))
        const pieces: { kind: string; text: string; words?: number }[] = []
        let at = 5
        for (const [place, length] of lengths.slice(0, lengths.length | 1).entries()) {
          const stretch = text.slice(at, at + length).join(' ')
          at += length
          pieces.push(
            place % 2
              ? { kind: 'leftOut', text: stretch, words: length }
              : { kind: 'same', text: stretch },
          )
        }
        if (pieces.at(-1)?.kind === 'leftOut') pieces.pop()
        const quote = pieces.map((piece) => (piece.kind === 'same' ? piece.text : sign)).join(' ')
        expect(check(text.join(' '), quote)).toEqual({ kind: 'edited', page: 0, pieces })
      }),
    )
  })

  it('[CAP12] it is found exactly where its parts stand in reach, also among words that repeat', () => {
    const letters = (most: number) =>
      fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: most })
    const filler = fc.constantFrom(0, 1, MOST_LEFT_OUT - 1, MOST_LEFT_OUT, MOST_LEFT_OUT + 1)
    fc.assert(
      fc.property(
        letters(6),
        filler,
        letters(6),
        letters(3),
        letters(3),
        (p, many, q, one, two) => {
          const text = [...p, ...Array(many).fill('z'), ...q]
          const places = (part: readonly string[]) =>
            text.flatMap((_, at) => (part.every((word, i) => text[at + i] === word) ? at : []))
          const stands = places(one).some((at) =>
            places(two).some((next) => {
              const between = next - (at + one.length)
              return between >= 0 && between <= MOST_LEFT_OUT
            }),
          )
          const found = check(text.join(' '), `${one.join(' ')} … ${two.join(' ')}`)
          expect(isFound(found)).toBe(stands)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('[CAP12] of several places the one with the fewest words left out is told', () => {
    const text = 'The ferry was old. The ferry is white and it sank. The ferry burned, it sank.'
    expect(check(text, 'The ferry … it sank')).toMatchObject({
      pieces: [{ text: 'The ferry' }, { kind: 'leftOut', text: 'burned', words: 1 }, {}],
    })
  })

  it('[CAP12] parts in another order, or with a word that is not there, are no passage', () => {
    const text = 'The ferry left the harbour at noon, and in the evening it sank off the coast.'
    expect(check(text, 'it sank … The ferry left')).toEqual({ kind: 'notFound' })
    expect(check(text, 'The ferry left … it burned')).toEqual({ kind: 'notFound' })
    expect(check(text, '… it sank …')).toMatchObject({ kind: 'found' })
    expect(check(text, '[…]')).toBeNull()
  })

  it('[CAP12] as many parts as stand in a quote, and no more', () => {
    const text = numbered(200).join(' ')
    const quote = (parts: number) =>
      numbered(parts * 2)
        .filter((_, at) => at % 2)
        .join(' … ')
    expect(check(text, quote(MOST_PARTS))).toMatchObject({ kind: 'edited' })
    expect(check(text, quote(MOST_PARTS + 1))).toEqual({ kind: 'notFound' })
  })
})

describe('a passage with words put in', () => {
  const text = 'Yesterday it left the old harbour, and it sank. Nobody was hurt [applause].'

  it.each([
    ['[The ferry] left the old harbour', 'The ferry', ''],
    ['Yesterday [the ferry] left the old harbour', 'the ferry', 'it'],
    ['left the [ferry’s] old harbour', 'ferry’s', ''],
    ['and it sank [off the coast]', 'off the coast', ''],
  ])('[CAP12] “%s” is found, and the words in brackets are named', (quote, inserted, instead) => {
    const found = check(text, quote)
    expect(found).toMatchObject({
      kind: 'edited',
      pieces: expect.arrayContaining([{ kind: 'inserted', text: inserted, instead }]),
    })
  })

  it('[CAP12] brackets of the source are its own', () => {
    expect(check(text, 'hurt [applause]')).toMatchObject({ kind: 'found' })
    expect(check(text, 'and it sank … was hurt [applause]')).toMatchObject({
      pieces: [{}, { kind: 'leftOut', text: 'Nobody' }, { text: 'was hurt' }, { kind: 'inserted' }],
    })
  })

  it('[CAP12] a first letter in brackets may be large or small, and the rest may not differ', () => {
    expect(check(text, '[n]obody was hurt')).toMatchObject({ kind: 'found' })
    expect(check(text, '[L]eft the old … it sank')).toMatchObject({ kind: 'edited' })
    expect(check(text, '[S]omebody was hurt')).toEqual({ kind: 'notFound' })
    expect(check('It said [N]obody', 'said [N]obody')).toMatchObject({ kind: 'found' })
  })

  it('[CAP12] few words of the source stand where a bracket is', () => {
    const long = (count: number) => `start ${numbered(count).join(' ')} end`
    expect(check(long(MOST_INSTEAD), 'start [x] end')).toMatchObject({ kind: 'edited' })
    expect(check(long(MOST_INSTEAD + 1), 'start [x] end')).toEqual({ kind: 'notFound' })
    expect(check(long(MOST_INSTEAD + 1), 'start … [x] end')).toMatchObject({ kind: 'edited' })
  })
})

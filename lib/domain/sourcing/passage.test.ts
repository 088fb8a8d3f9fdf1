import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPassage } from './passage.ts'
import { indexPassages } from './passage-index.ts'

const check = (pages: readonly string[], quote: string) => checkPassage(indexPassages(pages), quote)

const word = fc.constantFrom(
  ...'the ferry Maren carried people last summer office harbour fifty office’s finest efficient well-known €6,140 12:30 -5 3.5% Größe'.split(
    ' ',
  ),
)
const page = fc.array(word, { minLength: 8, maxLength: 60 })
const pages = fc.array(page, { minLength: 1, maxLength: 5 })
const spaces = fc.array(fc.constantFrom(' ', '\n', '  ', '\u00a0', '\t', '\r\n'), {
  minLength: 1,
  maxLength: 60,
})

/** A stretch of the words of all pages: which, and how many. */
const stretch = (count: number, at: number, size: number) => {
  const from = at % count
  return [from, Math.min(count, from + 1 + (size % 40))] as const
}

const spaced = (words: readonly string[], gaps: readonly string[]) =>
  words.map((one, at) => one + (at + 1 < words.length ? gaps[at % gaps.length] : '')).join('')

describe('a passage in a source', () => {
  it('[CAP6] every stretch of its words is found, however it is spaced, quoted and dashed', () => {
    fc.assert(
      fc.property(pages, fc.nat(), fc.nat(), spaces, spaces, (source, at, size, gaps, quoted) => {
        const all = source.flat()
        const [from, to] = stretch(all.length, at, size)
        const text = source.map((words) => spaced(words, gaps))
        const quote = `“${spaced(all.slice(from, to), quoted).replaceAll('’', "'").replaceAll('-', '\u2010')}…”`
        const found = check(text, quote.replace(/\u20105/g, '\u22125'))
        expect(found?.kind).toBe('found')
      }),
    )
  })

  it('[CAP6] it is found exactly where it stands, also among words that repeat', () => {
    const repeating = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(
        repeating,
        fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 8 }),
        (text, quote) => {
          const stands = ` ${text.join(' ')} `.includes(` ${quote.join(' ')} `)
          expect(check([text.join(' ')], quote.join(' '))?.kind === 'found').toBe(stands)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('[CAP6] it is told on which page it begins, the first that has it', () => {
    const source = ['One two three four.', 'Five six seven', 'eight nine. Five six seven']
    expect(check(source, 'six seven')).toEqual({ kind: 'found', page: 1 })
    expect(check(source, 'four. Five')).toEqual({ kind: 'found', page: 0 })
    expect(check(source, 'nine five')).toEqual({ kind: 'notFound' })
    expect(check(source, 'nine. Five six')).toEqual({ kind: 'found', page: 2 })
  })

  it.each([
    [
      'words cut at the end of a line',
      'The passen-\n  gers of the har\u00AD\nbour',
      'passengers of the harbour',
    ],
    ['and at the end of a page', 'The passen-\f gers', 'The passengers'],
    [
      'hyphens within words, cut or not',
      'a well-\nknown co\u2011operation',
      'well-known co-operation',
    ],
    ['ligatures', 'The e\ufb03cient o\ufb03ce \ufb01lled', 'efficient office filled'],
    ['composed and decomposed letters', 'Gro\u0308\u00dfe', 'Größe'],
    ['wide figures', '\uff11\uff12 boats', '12 boats'],
    ['quotation marks', '«It sank», he said', '“It sank”, he said'],
    ['scripts without spaces', '昨日、渡し船が沈んだ。', '渡し船が沈んだ'],
  ])('[CAP6] no difference: %s', (_, source, quote) => {
    expect(check(source.split('\f'), quote)).toMatchObject({ kind: 'found', page: 0 })
  })

  it.each([
    ['carried 41,000 people', 'carried 14,000 people'],
    ['was 1.5 tonnes', 'was 15 tonnes'],
    ['by -5 degrees', 'by 5 degrees'],
    ['cost €6,140 then', 'cost $6,140 then'],
    ['rose 3.5% again', 'rose 3.5 again'],
    ['in 2019-2020 they', 'in 20192020 they'],
    ['They said so', 'they said so'],
  ])('[CAP6] a difference: “%s” and “%s”', (source, quote) => {
    expect(check([source], quote)).toEqual({ kind: 'notFound' })
    const around = 'and this goes on'
    expect(check([`${source} ${around}`], `${quote} ${around}`)).toMatchObject({ kind: 'differs' })
  })

  it('[CAP6] words that differ are counted, and shown as the source has them', () => {
    const source = [
      'Before. The ferry Maren carried 41,000 people last summer, said the office. After.',
    ]
    expect(
      check(source, 'The ferry Maren carried 14,000 people last winter, said the office'),
    ).toEqual({
      kind: 'differs',
      page: 0,
      words: 2,
      as: 'The ferry Maren carried 41,000 people last summer, said the office',
    })
    expect(
      check(source, 'The ferry Maren carried people last summer, said the office'),
    ).toMatchObject({ words: 1 })
    expect(check(source, 'The old ferry Maren carried 41,000 people last summer')).toMatchObject({
      words: 1,
    })
    expect(check(source, 'A boat sank in the harbour, and nobody was on it')).toEqual({
      kind: 'notFound',
    })
    expect(check(source, '14,000')).toEqual({ kind: 'notFound' })
    expect(check(source, ' “…” ')).toBeNull()
    expect(check([''], 'The ferry')).toEqual({ kind: 'notFound' })
  })

  it('[CAP6] with one word in four or fewer changed, it is found in its place', () => {
    const unique = fc.uniqueArray(fc.integer({ min: 0, max: 9_999 }), {
      minLength: 20,
      maxLength: 80,
    })
    fc.assert(
      fc.property(
        unique,
        fc.nat(),
        fc.nat(),
        fc.array(fc.nat(), { minLength: 1 }),
        (numbers, at, size, changes) => {
          const words = numbers.map((number) => `w${number}`)
          const from = at % (words.length - 8)
          const original = words.slice(from, from + 8 + (size % 12))
          const most = Math.floor(original.length / 4)
          const places = [...new Set(changes.map((change) => change % original.length))].slice(
            0,
            most,
          )
          const quote = original.map((one, place) => (places.includes(place) ? `x${place}` : one))
          expect(check([words.join(' ')], quote.join(' '))).toEqual({
            kind: 'differs',
            page: 0,
            words: places.length,
            as: original.join(' '),
          })
        },
      ),
    )
  })

  it('[CAP6] a text of five megabytes, and a passage that is nearly everywhere in it', () => {
    const line = 'The ferry carried many people over the wide water every day of that year. '
    const source = [line.repeat(Math.ceil(5_000_000 / line.length))]
    const index = indexPassages(source)
    expect(checkPassage(index, `${line} It sank.`)).toMatchObject({ kind: 'differs', words: 2 })
    expect(checkPassage(index, 'people the over wide carried The water ferry')).toEqual({
      kind: 'notFound',
    })
    expect(checkPassage(index, line.repeat(300).replace('ferry', 'boat'))).toEqual({
      kind: 'notFound',
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourcedSentencesOf } from '#lib/domain/sourcing/article-content.ts'
import { segment } from '#lib/domain/text/segmentation.ts'
import { type annotation, article, citation, only } from '#lib/testing/builders.ts'
import { clearAuthors, extentOf, type FoldedSentence, foldAuthors } from './authorship.ts'
import { authorshipKeyOf } from './authorship-key.ts'

/** Characters with an identity, so that an oracle knows which are kept. */
type Characters = readonly { readonly id: number; readonly char: string }[]

const bare = (all: Characters) => {
  const text = all.map(({ char }) => char).join('')
  return segment(text, 'en').map(([from, to]) => {
    const key = text.slice(from, to)
    return { from, to, key, extent: extentOf(key) }
  })
}

/** Stretches of characters that are kept, cut where they are not neighbours in both. */
function keptOf(before: Characters, after: Characters) {
  const places = new Map(before.map(({ id }, at) => [id, at]))
  return after.flatMap(({ id }, newAt) => {
    const oldAt = places.get(id)
    return oldAt === undefined ? [] : [{ oldAt, newAt, length: 1 }]
  })
}

/** By the letter of the rule, and as slow as that is. */
function oracle(
  before: readonly FoldedSentence[],
  was: Characters,
  is: Characters,
  person: string,
) {
  return bare(is).map((sentence) => {
    const ids = new Set(is.slice(sentence.from, sentence.to).map(({ id }) => id))
    const sources = before.filter(({ from, to }) =>
      was.slice(from, to).some(({ id }) => ids.has(id)),
    )
    const [first] = sources
    const same = sources.length === 1 && first?.key === sentence.key
    const authors = same
      ? first.authors
      : new Set([...sources.flatMap((source) => [...source.authors]), person])
    return { ...sentence, authors }
  })
}

const edit = fc.record({
  at: fc.nat(80),
  remove: fc.nat(8),
  insert: fc.constantFrom('', 'It rained. ', 'a', '. ', ' No! ', '7'),
  person: fc.constantFrom('ada', 'ben', 'cy'),
})

const plain = (folded: readonly FoldedSentence[]) =>
  folded.map(({ key, authors }) => `${key} ${[...authors].sort().join()}`)

it('[AUT1] whatever is typed and deleted, the authors are those of the rule', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
      let next = 0
      let text: Characters = []
      let folded: readonly FoldedSentence[] = []
      for (const { at, remove, insert, person } of edits) {
        const from = at % (text.length + 1)
        const added = [...insert].map((char) => ({ id: next++, char }))
        const after = [...text.slice(0, from), ...added, ...text.slice(from + remove)]
        const expected = oracle(folded, text, after, person)
        folded = foldAuthors(folded, bare(after), keptOf(text, after), person)
        expect(plain(folded)).toEqual(plain(expected))
        text = after
      }
    }),
    { numRuns: 500 },
  )
})

describe('by hand', () => {
  const of = (text: string) => [...text].map((char, id) => ({ id, char }))
  const sentence = (key: string, from: number, ...authors: string[]): FoldedSentence => ({
    ...{ key, from, to: from + key.length, extent: extentOf(key) },
    authors: new Set(authors),
  })
  const two = [sentence('It rained.', 0, 'ada'), sentence('It leaks.', 11, 'ben')]

  it('[AUT1] a row that leaves a sentence as it was makes nobody its author', () => {
    const after = of('It rained. It leaks.')
    expect(plain(foldAuthors(two, bare(after), keptOf(after, after), 'cy'))).toEqual([
      'It rained. ada',
      'It leaks. ben',
    ])
  })

  it('[AUT3] a deletion counts, in the sentence that it is taken from alone', () => {
    const before = of('It rained. It leaks.')
    const after = before.filter(({ id }) => id !== 8)
    expect(plain(foldAuthors(two, bare(after), keptOf(before, after), 'cy'))).toEqual([
      'It raine. ada,cy',
      'It leaks. ben',
    ])
  })

  it('[AUT3] a join has the authors of both, and who joined', () => {
    const before = of('It rained. It leaks.')
    const after = before.filter(({ id }) => id !== 9)
    expect(plain(foldAuthors(two, bare(after), keptOf(before, after), 'cy'))).toEqual([
      'It rained It leaks. ada,ben,cy',
    ])
  })

  it('[AUT3] the same words typed again are another sentence', () => {
    const before = of('It rained. It leaks.')
    const after = [
      ...[...'It rained.'].map((char, k) => ({ id: 100 + k, char })),
      ...before.slice(10),
    ]
    expect(plain(foldAuthors(two, bare(after), keptOf(before, after), 'cy'))).toEqual([
      'It rained. cy',
      'It leaks. ben',
    ])
  })

  it('[AUT3] what arrives is told apart by how much it says: a letter, a word, or more', () => {
    const said = [
      'T',
      ' 4 ',
      '👍',
      'The',
      'twenty-one',
      '今日は',
      '市長は嘘をついた。',
      'It leaks.',
    ]
    expect(said.map(extentOf)).toEqual([
      ...['letter', 'letter', 'letter', 'word', 'word', 'word', 'phrase', 'phrase'],
    ])
  })

  it('[AUT4] an approval clears the authors of what it approves', () => {
    const cleared = clearAuthors(two, ({ key }) => key === 'It leaks.')
    expect(plain(cleared)).toEqual(['It rained. ada', 'It leaks. '])
  })
})

describe('the key', () => {
  const keyOf = (fields: Parameters<typeof annotation>[1] | null) => {
    const records = fields ? { a: fields } : {}
    return authorshipKeyOf('x', only(sourcedSentencesOf(article(['<a>It rained.</a>'], records))))
  }

  it('[AUT2] the empty annotation of a query makes nobody an author, an internal note neither', () => {
    expect(keyOf({})).toBe(keyOf(null))
    expect(keyOf({ note: 'How do we know?' })).toBe(keyOf(null))
  })

  it('[AUT2] whatever readers or reviewers would see of an annotation does', () => {
    const said = [
      { kind: 'fact' },
      { confidence: 'likely' },
      { publicNote: 'x' },
      { citations: [citation()] },
    ] as const
    const keys = [keyOf(null), ...said.map(keyOf)]
    expect(new Set(keys).size).toBe(keys.length)
  })
})

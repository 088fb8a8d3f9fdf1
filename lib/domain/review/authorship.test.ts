import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourcedSentencesOf } from '#lib/domain/sourcing/article-content.ts'
import { type annotation, article, citation, only } from '#lib/testing/builders.ts'
import { type Characters, Writing } from '#lib/testing/writing.ts'
import { namesOf } from './author-runs.ts'
import type { Written } from './authorship.ts'
import { authorshipKeyOf } from './authorship-key.ts'
import { extentOf } from './extent.ts'

/** The row's place in the sentences before and after, as slow as it is plain. */
const sourcesOf = (before: Written, was: Characters, is: Characters, from: number, to: number) => {
  const ids = new Set(is.slice(from, to).map(({ id }) => id))
  return before.sentences.filter((one) => was.slice(one.from, one.to).some(({ id }) => ids.has(id)))
}

const edit = fc.record({
  at: fc.nat(80),
  remove: fc.nat(8),
  insert: fc.constantFrom('', 'It rained. ', 'a', '. ', ' No! ', '7'),
  person: fc.constantFrom('ada', 'ben', 'cy'),
})

it('[AUT1] whoever brought a character that stands, or took one from beside it, is an author', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
      const writing = new Writing()
      /** By character: who brought it, and who took away what stood behind it. */
      const marks = new Map<number, Set<string>>()
      for (const { at, remove, insert, person } of edits) {
        const [was, before] = [writing.text, writing.written]
        const from = at % (was.length + 1)
        writing.row(person, from, remove, insert)
        const known = new Set(was.map(({ id }) => id))
        const lost = was.slice(from, from + remove).map(({ id }) => id)
        const lossIn = before.sentences
          .filter((one) => one.from < from && one.to > from && lost.length)
          .map((one) => ({ id: was[from - 1]?.id ?? -1, one }))
        for (const sentence of writing.written.sentences) {
          const own = writing.text.slice(sentence.from, sentence.to)
          const sources = sourcesOf(before, was, writing.text, sentence.from, sentence.to)
          if (sources.length === 1 && sources[0]?.words === sentence.words) continue
          const fresh = own.filter(({ id }) => !known.has(id)).map(({ id }) => id)
          const beside = lossIn.map(({ id }) => id).filter((id) => own.some((one) => one.id === id))
          for (const id of [...fresh, ...beside])
            marks.set(id, new Set([...(marks.get(id) ?? []), person]))
        }
        for (const { from, to, authors } of writing.written.sentences) {
          const due = writing.text.slice(from, to).flatMap(({ id }) => [...(marks.get(id) ?? [])])
          expect(namesOf(authors)).toEqual(expect.arrayContaining([...new Set(due)]))
        }
      }
    }),
    { numRuns: 500 },
  )
})

it('[AUT1] nobody is one who did not change it, or what it came from, or the same words before', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
      const writing = new Writing()
      let allowed: readonly Set<string>[] = []
      const ever = new Map<string, Set<string>>()
      for (const { at, remove, insert, person } of edits) {
        const [was, before] = [writing.text, writing.written]
        writing.row(person, at % (was.length + 1), remove, insert)
        allowed = writing.written.sentences.map(({ from, to, words, authors }) => {
          const sources = sourcesOf(before, was, writing.text, from, to)
          const those = sources.map(
            (one) => allowed[before.sentences.indexOf(one)] ?? new Set<string>(),
          )
          const isSame = sources.length === 1 && sources[0]?.words === words
          const all = new Set([...those.flatMap((one) => [...one]), ...(ever.get(words) ?? [])])
          // A space between two that are one now was part of neither.
          if (!isSame) for (const { by } of writing.text.slice(from, to)) all.add(by)
          if (!isSame) all.add(person)
          expect([...all]).toEqual(expect.arrayContaining([...namesOf(authors)]))
          return all
        })
        for (const [k, { words }] of writing.written.sentences.entries())
          ever.set(words, new Set([...(ever.get(words) ?? []), ...(allowed[k] ?? [])]))
      }
    }),
    { numRuns: 500 },
  )
})

describe('by hand', () => {
  const two = () => new Writing().row('ada', 0, 0, 'It rained. ').row('ben', 11, 0, 'It leaks.')

  it('[AUT1] a row that leaves a sentence as it was makes nobody its author', () => {
    expect(two().row('cy', 0, 0, '').shown()).toEqual(['It rained. ada', 'It leaks. ben'])
  })

  it('[AUT1] what is typed in front of a sentence, or behind it, is no part of it', () => {
    const typed = two().type('cy', 11, 'She paid. ')
    expect(typed.shown()).toEqual(['It rained. ada', 'She paid. cy', 'It leaks. ben'])
    const first = two().type('cy', 0, 'She paid. ')
    expect(first.shown()).toEqual(['She paid. cy', 'It rained. ada', 'It leaks. ben'])
    const last = two().type('cy', 20, ' She paid.')
    expect(last.shown()).toEqual(['It rained. ada', 'It leaks. ben', 'She paid. cy'])
  })

  it('[AUT1] whoever types into it and takes that back is its author all the same', () => {
    expect(two().type('cy', 13, 'x').row('cy', 13, 1, '').shown()[1]).toBe('It leaks. ben cy')
    expect(two().type('cy', 11, 'x').row('cy', 11, 1, '').shown()[1]).toBe('It leaks. ben cy')
  })

  it('[AUT3] a deletion counts, in the sentence that it is taken from alone', () => {
    expect(two().row('cy', 8, 1, '').shown()).toEqual(['It raine. ada cy', 'It leaks. ben'])
  })

  it('[AUT3] what was taken away has its authors still', () => {
    const story = two().replace('cy', 'leaks', 'drips').replace('dee', 'drips', 'runs')
    expect(story.shown()[1]).toBe('It runs. ben cy dee')
  })

  it('[AUT3] a join has the authors of both, and who joined', () => {
    expect(two().row('cy', 9, 1, '').shown()).toEqual(['It rained It leaks. ada ben cy'])
  })

  it('[AUT3] a sentence that is cut in two has whoever cut it as author of both', () => {
    const one = new Writing().row('ada', 0, 0, 'It rained It leaks.').row('cy', 9, 0, '.')
    expect(one.shown()).toEqual(['It rained. ada cy', 'It leaks. ada cy'])
  })

  it('[AUT3] the same words written over are theirs too who wrote them first', () => {
    expect(two().replace('cy', 'It rained.', 'It rained.').shown()).toEqual([
      'It rained. ada cy',
      'It leaks. ben',
    ])
  })

  it('[AUT3] words that came back unapproved have their authors, whatever was approved in between', () => {
    const story = two().replace('ada', 'rained', 'was not theft').replace('ben', ' not', '')
    const back = story.approve('It was theft.').replace('ben', 'was', 'was not')
    expect(back.shown()[0]).toBe('It was not theft. ada ben')
    const typed = two().replace('ada', 'rained', 'cost 7 m').replace('ben', '7', '')
    expect(typed.approve('It cost  m.').type('ben', 8, '7').shown()[0]).toBe('It cost 7 m. ada ben')
  })

  it('[AUT3] also those that two changed in turn', () => {
    const story = two().type('cy', 19, ' now').type('ben', 23, ' and then')
    story.approve('It leaks now and then.')
    expect(story.replace('dee', ' and then', '').shown()[1]).toBe('It leaks now. ben cy dee')
  })

  it('[AUT3] a copy has the authors of what it was copied from, wherever that goes', () => {
    const copied = two().row('cy', 0, 0, 'It leaks. ')
    expect(copied.shown()[0]).toBe('It leaks. ben cy')
    const twins = two().row('cy', 0, 0, 'It leaks. ').replace('dee', ' It leaks.', '')
    expect(twins.replace('dee', 'It leaks.', '').row('dee', 0, 0, 'It leaks.').shown()[0]).toBe(
      'It leaks. ben cy dee',
    )
  })

  it('[AUT3] what arrives is told apart by how much it says: a letter, a word, or more', () => {
    const said = ['T', ' 4 ', '👍', 'The', 'twenty-one', '今日は', '市長は嘘をついた', 'It leaks']
    expect(said.map(extentOf)).toEqual([
      ...['letter', 'letter', 'letter', 'word', 'word', 'word', 'phrase', 'phrase'],
    ])
    expect(['市長は嘘をついた。', 'It leaks.', '“It leaks!”'].map(extentOf)).toEqual([
      ...['whole', 'whole', 'whole'],
    ])
  })

  it('[AUT4] an approval clears the authors of what it approves', () => {
    expect(two().approve('It leaks.').shown()).toEqual(['It rained. ada', 'It leaks. '])
  })

  it('[AUT4] also where it is cut away afterwards and comes back', () => {
    const back = two().approve('It leaks.').replace('cy', 'It leaks.', '')
    expect(back.row('cy', 11, 0, 'It leaks.').shown()[1]).toBe('It leaks. cy')
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

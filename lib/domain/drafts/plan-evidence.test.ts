import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Locator, Relation } from '#lib/domain/sourcing/annotation.ts'
import { readAnnotation } from '#lib/domain/sourcing/read-annotation.ts'
import type { SeedBlock } from '#lib/domain/text/seed.ts'
import type { ImportedNote, NotePlace } from './draft.ts'
import { type Cited, noteOf, readNote } from './note-form.ts'
import { planEvidence, plannedRecord } from './plan-evidence.ts'

const paragraph = (text: string): SeedBlock => ({ id: 'b', role: 'paragraph', runs: [{ text }] })

function note(
  text: string,
  place: NotePlace | null,
  more: Partial<ImportedNote> = {},
): ImportedNote {
  return { kind: 'footnote', runs: [{ text }], author: '', date: '', place, ...more }
}

const at = (offset: number, block = 0): NotePlace => ({ block, from: offset, to: offset })

function plan(blocks: readonly string[], notes: readonly ImportedNote[]) {
  let next = 0
  return planEvidence(blocks.map(paragraph), notes, 'en', () => `a${next++}`)
}

/** Of each annotation its sentence and the names of the sources that it cites. */
function shown({ sources, annotations }: ReturnType<typeof plan>) {
  return annotations.map(({ sentence, citations }) => [
    sentence?.text ?? null,
    ...citations.map(({ source }) => sources[source]?.title),
  ])
}

describe('notes find their sentences', () => {
  const text = 'It rained. It leaks.'

  it.each([
    [0, 'It rained.'],
    [3, 'It rained.'],
    [9, 'It rained.'],
    [10, 'It rained.'],
    [11, 'It rained.'],
    [12, 'It leaks.'],
    [20, 'It leaks.'],
  ])('[EVI11] a mark at %i belongs to “%s”', (offset, sentence) => {
    expect(shown(plan([text], [note('Log', at(offset))]))).toEqual([[sentence, 'Log']])
  })

  it('[EVI11] several notes on a sentence are one annotation, in their order', () => {
    const found = plan(
      [text],
      [note('Zebra log', at(10)), note('Ant log', at(10)), note('Log', at(20))],
    )
    expect(shown(found)).toEqual([
      ['It rained.', 'Zebra log', 'Ant log'],
      ['It leaks.', 'Log'],
    ])
    const [first] = found.annotations
    let next = 9
    const record = plannedRecord(first!, ['s0', 's1', 's2'], () => `c${next--}`)
    const annotation = readAnnotation('a', record)
    expect(annotation.citations.map(({ sourceId }) => sourceId)).toEqual(['s0', 's1'])
    expect(annotation).toMatchObject({
      ...{ kind: 'fact', confidence: null, note: '' },
      sourcedText: { exact: 'It rained.', suffix: ' It leaks.', scope: 'sentence' },
    })
  })

  it('[EVI11] one address is one source, whatever it tracks', () => {
    const found = plan(
      [text],
      [
        note('Survey, p. 4, https://a.example/x?utm_source=mail', at(10)),
        note('The survey, p. 6, https://www.a.example/x/', at(20)),
      ],
    )
    expect(found.sources).toEqual([
      expect.objectContaining({
        kind: 'webPage',
        title: 'Survey',
        url: 'https://a.example/x?utm_source=mail',
      }),
    ])
    expect(
      found.annotations.flatMap(({ citations }) => citations.map(({ locator }) => locator?.value)),
    ).toEqual(['4', '6'])
  })

  it('[SRC6] a password in an address stays out of the registry', () => {
    const link = 'https://ann:secret@a.example/x'
    const linked = note('', at(20), { runs: [{ text: 'the log', link }] })
    const { sources } = plan([text], [note(`Survey, ${link}`, at(10)), linked])
    expect(sources.map(({ title, url }) => [title, url])).toEqual([
      ['Survey', 'https://a.example/x'],
    ])
  })

  it('[EVI11] what no sentence has is kept with its words, for the tray', () => {
    const found = plan([text], [note('Log', null), note('Book', at(0, 7))])
    expect(shown(found)).toEqual([
      [null, 'Log'],
      [null, 'Book'],
    ])
    expect(found.annotations.map((one) => one.note)).toEqual(['Footnote: Log', 'Footnote: Book'])
  })

  it('[EVI11] a comment is an internal note; its links are sources, its words are never', () => {
    const more = { kind: 'comment', author: 'Ruben Marsh', date: '2026-05-03T09:30:00Z' } as const
    const runs = [{ text: 'J. says so, see ' }, { text: 'the log', link: 'https://a.example/log' }]
    const place = { block: 0, from: 14, to: 19 }
    const found = plan(
      [text],
      [note('', place, { ...more, runs }), note('Sure?', { block: 0, from: 0, to: 10 }, more)],
    )
    expect(shown(found)).toEqual([['It leaks.', 'the log'], ['It rained.']])
    expect(found.annotations.map((one) => [one.kind, one.note])).toEqual([
      ['fact', 'Comment by Ruben Marsh, 2026-05-03, on “leaks”: J. says so, see the log'],
      [null, 'Comment by Ruben Marsh, 2026-05-03: Sure?'],
    ])
  })
})

describe('the form of notes', () => {
  const said = (text: string) => readNote([{ text }])

  it.each<readonly [string, Partial<Cited>]>([
    [
      'Interview with Jonas Vik, 3 May 2026.',
      { name: 'Interview with Jonas Vik, 3 May 2026', url: null },
    ],
    ['Contract, p. 7.', { name: 'Contract', locator: { label: 'page', value: '7' } }],
    [
      'Contract, pp. 7–9, https://a.example/c',
      { name: 'Contract', url: 'https://a.example/c', locator: { label: 'page', value: '7–9' } },
    ],
    [
      'https://www.a.example/c?x=1.',
      { name: 'a.example/c?x=1', url: 'https://www.a.example/c?x=1' },
    ],
    [
      'Source: the deed: “for the sum of ten”, https://a.example/d',
      { name: 'the deed', quote: 'for the sum of ten' },
    ],
    ['Call, at 12:30', { name: 'Call', locator: { label: 'timestamp', value: '12:30' } }],
    [
      'https://a.example/c, section 2.',
      { url: 'https://a.example/c', locator: { label: 'section', value: '2' } },
    ],
    ['Contradicts: Log, p. 1.', { name: 'Log', relation: 'contradicts' }],
  ])('[EVI11] %s', (text, expected) => {
    expect(said(text).cited).toEqual([expect.objectContaining(expected)])
  })

  it('[EVI11] the words of a note that its citations do not say are kept', () => {
    const { cited, isExact } = said(
      'Interview with J. Vik. See also https://a.example/a and https://a.example/b.',
    )
    expect(cited.map(({ name }) => name)).toEqual([
      'Interview with J. Vik. See also',
      'a.example/b',
    ])
    expect(isExact).toBe(false)
    expect(said('Note to readers: we asked twice.')).toMatchObject({
      cited: [],
      publicNote: 'we asked twice.',
    })
  })

  it('[FMT13] what a footnote says reads back as the same citation', () => {
    const word = fc.constantFrom('deed', 'of', 'sale', '2024', 'Oster', 'log')
    const name = fc
      .array(word, { minLength: 1, maxLength: 6 })
      .map((words) => `The ${words.join(' ')}`)
    const value = fc.integer({ min: 1, max: 999 }).map(String)
    const locator = fc.oneof(
      fc.constant(null),
      fc.record({ label: fc.constantFrom('page', 'paragraph', 'section'), value }),
      fc.constant({ label: 'timestamp', value: '1:02:03' }),
      fc.constant({ label: 'cell', value: 'B4' }),
    ) as fc.Arbitrary<Locator | null>
    const cited = fc.record({
      name,
      url: fc.constantFrom(null, 'https://a.example/', 'https://a.example/x?y=1'),
      relation: fc.constantFrom<Relation>('supports', 'contradicts', 'context'),
      locator,
      quote: fc.constantFrom('', 'for the sum of ten'),
    })
    fc.assert(
      fc.property(cited, (one) => {
        expect(readNote(noteOf(one)).cited).toEqual([one])
      }),
    )
  })
})

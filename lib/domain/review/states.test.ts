import { expect, it } from 'vitest'
import {
  endsLegalRead,
  type LegalFlag,
  legalBar,
  marksOf,
  owesLegalRead,
  unreadWords,
} from './legal-read.ts'
import {
  advance,
  type Cause,
  movesFrom,
  noteOwedFor,
  STATES,
  type State,
  skippedBy,
  takenBack,
} from './states.ts'

const CAUSES: readonly Cause[] = [
  'move',
  'schedule',
  'unschedule',
  'version',
  'retraction',
  'takeBack',
]

/** A letter for each cause: move, schedule, unschedule, version, retraction, take back. */
const LETTERS: Readonly<Record<string, Cause>> = {
  m: 'move',
  s: 'schedule',
  u: 'unschedule',
  v: 'version',
  r: 'retraction',
  t: 'takeBack',
}

/** To:      draft, annotated, inReview, changesRequested, checked, legalRead, ready, scheduled, published, retracted, archived */
const TABLE: Readonly<Record<State, string>> = {
  draft: '-mm-mmmsvrm',
  annotated: 'm-mmmmmsvrm',
  inReview: 'm--mmmmsvrm',
  changesRequested: 'm-m-mmmsvrm',
  checked: 'm-mm-mmsvrm',
  legalRead: 'm-mmm-msvrm',
  ready: 'm-mmmm-svrm',
  scheduled: 'uuuuuuu-vr-',
  published: '--m--m--vrm',
  retracted: '----------m',
  archived: 'mtttttt-tt-',
}

it('[STA1] exactly these moves are legal, each by one cause', () => {
  for (const from of STATES) {
    const found = STATES.map((to) => CAUSES.filter((cause) => advance(from, to, cause).ok))
    const expected = [...TABLE[from]].map((letter) => LETTERS[letter] ?? [])
    expect([from, found]).toEqual([from, expected.map((cause) => [cause].flat())])
  }
})

it('[STA1] a move that the table lacks is a conflict, told in words', () => {
  const refused = advance('retracted', 'published', 'version')
  expect(refused).toMatchObject({ ok: false, failure: { kind: 'conflict' } })
  if (!refused.ok) expect(refused.failure.message).toContain('retracted cannot become published')
  const waiting = advance('scheduled', 'archived', 'move')
  if (!waiting.ok) expect(waiting.failure.message).toContain('cancel that first')
  expect(waiting.ok).toBe(false)
})

it('[STA1] where people may move an article from here', () => {
  expect(movesFrom('inReview')).toEqual([
    ...['draft', 'changesRequested', 'checked', 'legalRead', 'ready', 'archived'],
  ])
  expect(movesFrom('published')).toEqual(['inReview', 'legalRead', 'archived'])
  expect(movesFrom('scheduled')).toEqual([])
  expect(movesFrom('retracted')).toEqual(['archived'])
})

it('[STA3] an archived article goes back to where it was or to a draft, a retracted one only to that', () => {
  const ends = (before: State) => STATES.filter((to) => takenBack(to, before).ok)
  expect(ends('draft')).toEqual(['draft'])
  expect(ends('inReview')).toEqual(['draft', 'inReview'])
  expect(ends('ready')).toEqual(['draft', 'ready'])
  expect(ends('published')).toEqual(['draft', 'published'])
  expect(ends('retracted')).toEqual(['retracted'])
})

it('[STA4] a move that leaves steps out owes a reason; to hand over and to go back are none', () => {
  const cases: readonly (readonly [State, State, readonly State[]])[] = [
    ['draft', 'annotated', []],
    ['draft', 'inReview', []],
    ['annotated', 'inReview', []],
    ['draft', 'checked', ['inReview']],
    ['annotated', 'ready', ['inReview', 'checked']],
    ['changesRequested', 'checked', ['inReview']],
    ['inReview', 'checked', []],
    ['inReview', 'legalRead', ['checked']],
    ['inReview', 'ready', ['checked']],
    ['checked', 'ready', []],
    ['checked', 'legalRead', []],
    ['legalRead', 'ready', []],
    ['ready', 'inReview', []],
    ['published', 'inReview', []],
    ['archived', 'ready', []],
    ['draft', 'published', ['inReview']],
    ['annotated', 'scheduled', ['inReview']],
    ['inReview', 'published', []],
    ['checked', 'scheduled', []],
  ]
  for (const [from, to, skipped] of cases) {
    expect([from, to, skippedBy(from, to)]).toEqual([from, to, skipped])
    expect([from, to, noteOwedFor(from, to) !== null]).toEqual([from, to, skipped.length > 0])
  }
  expect(noteOwedFor('draft', 'ready')).toBe(
    'That leaves out the review and the check: say why in the note.',
  )
  expect(noteOwedFor('inReview', 'changesRequested')).toContain('what has to change')
})

it('[STA6] what is flagged becomes ready through the legal read alone, and that ends it', () => {
  const owed: LegalFlag = { at: '2026-01-01T00:00:00Z', personName: 'Ada', note: '', read: null }
  const read: LegalFlag = {
    ...owed,
    read: { at: '2026-01-02T00:00:00Z', personName: 'Pia', of: null },
  }
  expect([owesLegalRead(null), owesLegalRead(owed), owesLegalRead(read)]).toEqual([
    ...[false, true, false],
  ])
  const bars = (from: State, to: State) =>
    [null, owed, read].map((legal) => !legalBar(from, to, legal).ok)
  expect(bars('checked', 'ready')).toEqual([false, true, false])
  expect(bars('legalRead', 'ready')).toEqual([false, false, false])
  expect(bars('checked', 'legalRead')).toEqual([true, false, false])
  expect(bars('legalRead', 'inReview')).toEqual([false, false, false])
  expect(endsLegalRead('legalRead', 'ready')).toBe(true)
  expect(endsLegalRead('legalRead', 'checked')).toBe(false)
})

it('[STA8] a legal read is of words: those that came since are named, and those that are gone counted', () => {
  const words = ['It rained.', 'It leaks.', 'It rained.'].map((text) => ({ text }))
  const read = { at: '2026-01-02T00:00:00Z', personName: 'Pia', of: marksOf(words) }
  const legal: LegalFlag = { at: '2026-01-01T00:00:00Z', personName: 'Ada', note: '', read }
  const unread = (...texts: readonly string[]) => {
    const { changed, gone } = unreadWords(
      legal,
      texts.map((text) => ({ text })),
    )
    return [changed.map(({ text }) => text), gone]
  }
  expect(unread('It leaks.', 'It  rained.', 'It rained.')).toEqual([[], 0])
  expect(unread('It rained.', 'It leaked.', 'It rained.')).toEqual([['It leaked.'], 1])
  expect(unread('It rained.', 'It leaks.')).toEqual([[], 1])
  expect(unread('It rained.', 'It leaks.', 'It rained.', 'It rained.')).toEqual([['It rained.'], 0])
  // From before words were kept, and before it was read at all.
  for (const before of [{ ...legal, read: { ...read, of: null } }, { ...legal, read: null }, null])
    expect(unreadWords(before, [{ text: 'New.' }])).toEqual({ changed: [], gone: 0 })
})

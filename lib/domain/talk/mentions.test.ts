import { expect, it } from 'vitest'
import { closedUp, fittingNames, mentionsIn, nameWritten, namingAt } from './mentions.ts'

const PEOPLE = [
  { id: 'ada', name: 'Ada Quill' },
  { id: 'adam', name: 'Ada Quill-Marsh' },
  { id: 'ada2', name: 'Ada' },
  { id: 'noor', name: 'Noor Haddad' },
  { id: 'noor2', name: 'Noor Haddad' },
  { id: 'mei', name: '王 美' },
]

it.each([
  ['@Ada Quill, please', ['ada']],
  ['ask (@Ada Quill)', ['ada']],
  ['@Ada Quill-Marsh', ['adam']],
  ['@Ada said', ['ada2']],
  ['@Adam', []],
  ['ada@Ada', []],
  ['@ada quill', []],
  ['@Noor Haddad', ['noor', 'noor2']],
  ['@Ada @Ada Quill @Ada', ['ada2', 'ada']],
  ['@王 美', ['mei']],
  ['@', []],
  ['', []],
] as const)('[THR7] in “%s” the right ones are named', (text, ids) => {
  expect(mentionsIn(text, PEOPLE)).toEqual(ids)
})

it('[THR7] a name is offered while it is written, and written out where it stands', () => {
  const text = 'See @qu, ok'
  const naming = namingAt(text, 7)
  expect(naming).toEqual({ from: 4, to: 7, begun: 'qu' })
  expect(fittingNames(PEOPLE, 'qu').map(({ id }) => id)).toEqual(['ada', 'adam'])
  expect(fittingNames(PEOPLE, 'Noor Haddad')).toEqual([])
  if (!naming) throw new Error('No name')
  const written = nameWritten(text, naming, 'Ada Quill')
  expect(written).toEqual({ text: 'See @Ada Quill, ok', caret: 14 })
  expect(namingAt(text, 4)).toBeNull()
  expect(namingAt('a@b', 3)).toBeNull()
  expect(namingAt('@ b', 3)).toBeNull()
  expect(namingAt('@a\nb', 4)).toBeNull()
  expect(namingAt(`@${'a'.repeat(80)}`, 81)).toBeNull()
})

it.each([
  ['@a', '@Ada Quill |'],
  ['@a said', '@Ada Quill |said', 2],
  ['@a said', '@Ada Quill |said'],
  ['(@a)', '(@Ada Quill|)', 3],
] as const)(
  '[THR7] of “%s” a name makes “%s”: a space only where none would be stray',
  (text, wanted, at?: number) => {
    const naming = namingAt(text, at ?? 2)
    if (!naming) throw new Error('No name')
    const { text: now, caret } = nameWritten(text, naming, 'Ada Quill')
    expect(`${now.slice(0, caret)}|${now.slice(caret)}`).toBe(wanted)
  },
)

it('[THR7] the space behind a name gives way to a mark, and to nothing else', () => {
  const written = { text: 'Ask @Ada Quill  now', caret: 15 }
  expect(closedUp(written, 'Ask @Ada Quill , now')).toEqual({
    text: 'Ask @Ada Quill, now',
    caret: 15,
  })
  expect(closedUp(written, 'Ask @Ada Quill x now')).toBeNull()
  expect(closedUp(written, 'Ask, @Ada Quill  now')).toBeNull()
  expect(closedUp({ text: '(@Ada Quill)', caret: 11 }, '(@Ada Quill.)')).toBeNull()
})

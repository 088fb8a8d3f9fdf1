import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readStanding } from './standing.ts'

const place = { type: null, tname: 'text', item: { client: 7, clock: 0 }, assoc: -1 }
const sound = { user: { id: 'p', name: 'Ada', colour: 3 }, caret: { anchor: place, head: place } }

it('[EDT10] a caret that makes sense is read', () => {
  expect(readStanding({ ...sound, more: 1 })).toEqual({
    user: { name: 'Ada', colour: 3 },
    caret: { anchor: place, head: place },
  })
})

it.each([
  ['nothing', null],
  ['no person', { caret: sound.caret }],
  ['no caret', { user: sound.user, caret: null }],
  ['a name without end', { ...sound, user: { ...sound.user, name: 'x'.repeat(201) } }],
  ['no name', { ...sound, user: { ...sound.user, name: 4 } }],
  ['no colour of ours', { ...sound, user: { ...sound.user, colour: 9 } }],
  ['half a colour', { ...sound, user: { ...sound.user, colour: 1.5 } }],
  ['a list for a place', { ...sound, caret: { anchor: [], head: place } }],
  [
    'an item before all',
    { ...sound, caret: { anchor: { item: { client: 1, clock: -1 } }, head: place } },
  ],
  [
    'an item without a client',
    { ...sound, caret: { anchor: place, head: { item: { clock: 1 } } } },
  ],
  ['a type that is text', { ...sound, caret: { anchor: place, head: { type: 'text' } } }],
  ['a name that is none', { ...sound, caret: { anchor: place, head: { tname: 1 } } }],
  ['a side in words', { ...sound, caret: { anchor: place, head: { assoc: 'left' } } }],
])('[EDT10] %s is no caret', (_, state) => {
  expect(readStanding(state)).toBeNull()
})

it('[EDT10] whatever a program says, it is read or left out', () => {
  fc.assert(
    fc.property(fc.anything(), (state) => {
      expect(readStanding(state)).toBeNull()
    }),
  )
})

import { expect, it } from 'vitest'
import { ShelfNumbers } from './shelf-of.ts'

const uses = (...ids: string[]) => new Map(ids.map((id) => [id, 1]))
const alive = () => true
const many = [...'abcdefghi']

it('begins with what the article cites, in the order of the text, and fills up with what is at hand', () => {
  const cited = new Map([...uses('b', 'a').entries(), ['c', 3]] as const)
  expect(new ShelfNumbers().settle(cited, ['x', 'a', 'y'], alive)).toEqual([
    'b',
    'a',
    'c',
    'x',
    'y',
  ])
})

it('keeps the numbers when more is used, and gives those of what is not used to what is', () => {
  const shelf = new ShelfNumbers()
  shelf.settle(uses('a', 'b'), [...'uvwxyz12'], alive)
  shelf.touch('new')
  expect(shelf.settle(uses('a', 'b', 'new'), [], alive)).toEqual(
    [...'abuvwxyz'].slice(0, 8).concat('new'),
  )
})

it('a tenth source takes the number of the one used longest ago, and only when this person uses it', () => {
  const shelf = new ShelfNumbers(many)
  for (const id of ['b', 'a', 'c', 'd', 'e', 'f', 'g', 'h', 'i']) shelf.touch(id)
  expect(shelf.settle(uses(...many, 'theirs'), [], alive)).toEqual(many)
  shelf.touch('mine')
  expect(shelf.settle(uses(...many, 'theirs', 'mine'), [], alive)).toEqual([
    ...['a', 'mine'],
    ...'cdefghi',
  ])
  // Again: nothing moves.
  expect(shelf.settle(uses(...many, 'theirs', 'mine'), [], alive)[1]).toBe('mine')
})

it('what can be cited no more loses its number', () => {
  const shelf = new ShelfNumbers(many)
  expect(shelf.settle(uses('a', 'c'), [], (id) => id !== 'b')).toEqual([...'acdefghi'])
})

import { expect, it } from 'vitest'
import { readBlock } from './read-block.ts'
import { flatBlocks } from './read-flat.ts'

it('[TXT6] a hundred thousand annotations on one word are read one by one, not each against all', () => {
  const ids = Array.from({ length: 100_000 }, (_, at) => `annotation:${at}`)
  const attributes = Object.fromEntries(ids.map((id) => [id, true]))
  const [block] = flatBlocks([
    { insert: { block: 'a' } },
    { insert: 'It ', attributes },
    { insert: 'rained.', attributes: { ...attributes, bold: true } },
  ])
  if (!block) throw new Error('There is no block')
  const start = performance.now()
  const read = readBlock(block, {})
  expect(performance.now() - start).toBeLessThan(5_000)
  if (read.type !== 'text') throw new Error('It is no text')
  expect(read.anchors).toHaveLength(100_000)
  expect(read.anchors.every(({ from, to }) => from === 0 && to === 10)).toBe(true)
})

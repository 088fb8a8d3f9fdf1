import { expect, it } from 'vitest'
import { cite, claim, contentOf, line } from '#lib/testing/status-builder.ts'
import { whatChanged } from './sentence-record.tsx'

const found = (text: string, ...cites: ReturnType<typeof cite>[]) => {
  const content = contentOf([line('paragraph', claim(text, { id: 'it', cites }))])
  return { text, blockId: 'b', annotations: [...content.annotations.values()] }
}
const title = (id: string) => ({ log: 'Lock log' })[id] ?? ''

it('says what was done to a sentence: its words, its evidence, or both', () => {
  const bare = { text: 'It sank.', blockId: 'b', annotations: [] }
  expect(whatChanged({ before: null, after: bare }, title)).toBe('Wrote it.')
  expect(whatChanged({ before: bare, after: found('It sank.', cite('log')) }, title)).toMatch(
    /^Evidence added: .*“Lock log”.*\.$/,
  )
  const [was, is] = [
    found('It took 412 days.', cite('log')),
    found('It took 398 days.', cite('log')),
  ]
  expect(whatChanged({ before: was, after: is }, title)).toMatch(/^Changed the words: .*412.*398/)
  expect(whatChanged({ before: bare, after: null }, title)).toBe('Took it out.')
})

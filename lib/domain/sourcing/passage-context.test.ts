import { describe, expect, it } from 'vitest'
import { passageContext } from './passage-context.ts'
import { indexPassages } from './passage-index.ts'

const PAGES = [
  'Nobody asked. It was Monday. The council met at noon. The mayor was late.',
  'The ferry, which was old, left the harbour at nine, and it sank. Nobody was hurt. It rained. Then all went home. So it ends.',
]
const index = indexPassages(PAGES)
const around = (quote: string) => passageContext(index, quote)

describe('[CAP14] a passage where it stands', () => {
  it('has the sentence that it is in, and two on each side, over the end of a page', () => {
    const found = around('left the harbour at nine')
    expect(found).toMatchObject({
      check: { kind: 'found', page: 1 },
      before: 'The council met at noon. The mayor was late.\nThe ferry, which was old, ',
      passage: 'left the harbour at nine',
      after: ', and it sank. Nobody was hurt. It rained.',
    })
    expect(index.text.slice(found?.from, found?.to)).toBe(found?.passage)
  })

  it('is as the source has it, where words differ, are left out or put in', () => {
    expect(around('The ferry, which was new, left the harbour')).toMatchObject({
      check: { kind: 'differs', words: 1 },
      passage: 'The ferry, which was old, left the harbour',
    })
    expect(around('The ferry … left the harbour, and [the boat] sank')).toBeNull()
    expect(around('The ferry … left the harbour … [the boat] sank')).toMatchObject({
      check: { kind: 'edited' },
      passage: 'The ferry, which was old, left the harbour at nine, and it sank',
    })
  })

  it('is nothing where it is not found', () => {
    expect(around('The mayor apologised to the widows')).toBeNull()
    expect(around('…')).toBeNull()
  })

  it('is no more than can be looked over, whatever the text is', () => {
    const long = indexPassages([
      `${'one two '.repeat(5_000)}the place ${'three four '.repeat(5_000)}`,
    ])
    const found = passageContext(long, 'the place')
    expect(found?.before.length).toBeLessThanOrEqual(600)
    expect(found?.after.length).toBeLessThanOrEqual(600)
    expect(found?.before).toMatch(/^(one|two) /)
    expect(found?.after).toMatch(/ (three|four)$/)
    expect(passageContext(indexPassages(['the place']), 'the place')).toMatchObject({
      ...{ before: '', after: '' },
    })
  })
})

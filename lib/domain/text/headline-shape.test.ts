import { expect, it } from 'vitest'
import { opensWithHeadline } from './headline-shape.ts'

it.each([
  ['Ferry lost off Tarn\n\nIt sank at nine.', true],
  ['\n\nWho owns pier 9?\r\n \r\nNobody says.\r\nOr do they?', true],
  ['Ferry lost off Tarn\nIt sank at nine.', false],
  ['Ferry lost off Tarn\n\n', false],
  ['It sank at nine.\n\nNobody was hurt.', false],
  ['“It sank at nine.”\n\nNobody was hurt.', false],
  ['What we know:\n\nIt sank.', false],
  ['Comments\n\nNobody said why.', false],
  [`${'long '.repeat(30)}\n\nIt sank.`, false],
  ['', false],
])('[EDT16] of “%s” it is %s that a headline opens it', (text, isOne) => {
  expect(opensWithHeadline(text)).toBe(isOne)
})

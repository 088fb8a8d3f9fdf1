import { expect, it } from 'vitest'
import { gateOf } from '#lib/domain/publication/gate.ts'
import { DISPLAY_WORDS } from '#lib/domain/review/status.ts'
import { annotation, citation } from '#lib/testing/builders.ts'
import { bare, cite, claim, contentOf, line, reviewOf } from '#lib/testing/status-builder.ts'
import { nextProblem, sentenceMarks } from './sentence-marks.ts'

const content = contentOf([line('paragraph', bare('It rained.'), claim('It sank at nine.'))])
const id = [...content.annotations.keys()][0] ?? ''

function marksWith(change: Partial<ReturnType<typeof annotation>>, current = 1) {
  const changed = { ...annotation(id, { citations: [citation({})] }), ...change }
  const noted = { ...content, annotations: new Map([[id, changed]]) }
  const { statuses } = reviewOf({ content: noted })
  return (density: 'needsWork' | 'all' | 'off') =>
    sentenceMarks((display) => DISPLAY_WORDS[display], statuses, current, density, content.blocks)
}

it('an internal note has a sign, whatever else is shown, until marks are off', () => {
  const marks = marksWith({ note: 'Ask again.' })
  expect(marks('needsWork').map(({ noted }) => noted)).toEqual([false, true])
  expect(marks('all').map(({ noted }) => noted)).toEqual([false, true])
  expect(marks('off').map(({ noted }) => noted)).toEqual([false, false])
})

it('[EVI10] a part with evidence of its own is told of the sentence that one is at', () => {
  const scope = { exact: 'It sank', prefix: '', suffix: '', scope: 'span' } as const
  const from = content.blocks[0]?.type === 'text' ? content.blocks[0].text.indexOf('It sank') : -1
  const [rained, sank] = marksWith({ sourcedText: scope })('all')
  expect(sank?.parts).toEqual([{ from, to: sank?.to }])
  expect(rained?.parts).toBeUndefined()
  expect(marksWith({ sourcedText: scope }, 0)('all')[1]?.parts).toBeUndefined()
})

it('[GAT9] what else is owed comes next when every sentence has its evidence', () => {
  const cites = [cite('log')]
  const unsaid = claim('It sank at nine.', { cites, confidence: null })
  const next = (first: ReturnType<typeof bare>, from: number | null, step: 1 | -1 = 1) => {
    const last = claim('All lived.', { cites })
    const { statuses, findSource } = reviewOf({
      content: contentOf([line('paragraph', first, unsaid, last)]),
    })
    return nextProblem(statuses, gateOf(statuses, [], findSource), from, step)
  }
  expect(next(bare('It rained.'), null)).toBe(0)
  expect(next(bare('It rained.'), 0)).toBe(0)
  const rained = claim('It rained.', { cites })
  expect([next(rained, null), next(rained, 1), next(rained, 2, -1)]).toEqual([1, 1, 1])
})

import { expect, it } from 'vitest'
import { DISPLAY_WORDS } from '#lib/domain/review/status.ts'
import { annotation, citation } from '#lib/testing/builders.ts'
import { bare, claim, contentOf, line, reviewOf } from '#lib/testing/status-builder.ts'
import { sentenceMarks } from './sentence-marks.ts'

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

// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { button, click } from '#lib/testing/mount.ts'
import { openSourcing, panel } from '#lib/testing/sourcing-page.tsx'
import {
  bare,
  cite,
  claim,
  contentOf,
  line,
  reviewOf,
  sourceCalled,
} from '#lib/testing/status-builder.ts'

const whole = claim('It sank at nine.', { id: 'whole', cites: [cite('crew')] })

/** The sentence, its annotation, and one on the words `at nine`. */
function withPart() {
  const content = contentOf([line('paragraph', whole, bare('It rained.'))])
  const sourcedText = { exact: 'at nine', prefix: '', suffix: '', scope: 'span' } as const
  const part = claim('at nine', { id: 'part', cites: [cite('log')], sourcedText }).annotation
  const [block] = content.blocks
  if (!part || block?.type !== 'text') throw new Error('There is no part')
  const anchors = [...block.anchors, { annotationId: 'part', from: 8, to: 15 }]
  return reviewOf({
    content: {
      ...content,
      blocks: [{ ...block, anchors }],
      annotations: new Map([...content.annotations, ['part', part]]),
    },
    sources: [sourceCalled('crew', { title: 'Crew' }), sourceCalled('log', { title: 'Log' })],
  })
}

const radio = (words: string) => {
  const found = [...document.querySelectorAll('label')].find(
    ({ textContent }) => textContent === words,
  )
  return found?.querySelector('input') ?? expect.fail(`No choice ${words}`)
}
const cited = () =>
  [...document.querySelectorAll('.citations > li')].map(({ textContent }) => textContent)

beforeEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  Element.prototype.scrollIntoView = () => undefined
})

it('[EVI10] the panel is about the whole sentence or one of its parts, and so is what one does', async () => {
  const page = await openSourcing(withPart())
  expect(radio('The whole sentence').checked).toBe(true)
  expect(cited()).toEqual([expect.stringContaining('Crew')])
  await click(radio('at nine'))
  expect(cited()).toEqual([expect.stringContaining('Log')])
  await click(button('Remove all evidence'))
  await click(radio('The whole sentence'))
  await click(button('Remove all evidence'))
  expect(page.calls.filter(([name]) => name === 'clear')).toHaveLength(2)
  expect(page.subjects('clear')).toEqual(['part', null])
})

it('[EVI10] words that are selected in a sentence can be sourced alone; whoever only reads is not offered it', async () => {
  const selected = { blockIndex: 0, from: 3, to: 7 }
  const page = await openSourcing(withPart(), { selected })
  await click(button('Source these words alone'))
  expect(page.called('startPart')).toHaveLength(1)
  document.body.replaceChildren()
  await openSourcing(withPart(), { selected, readOnly: true })
  expect(panel()?.textContent).not.toContain('Source these words alone')
})

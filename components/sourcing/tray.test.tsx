// @vitest-environment jsdom
import { expect, it } from 'vitest'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import { annotation, citation } from '#lib/testing/builders.ts'
import { button, click, mount } from '#lib/testing/mount.ts'
import {
  bare,
  claim,
  contentOf,
  line,
  reviewOf,
  sourceCalled,
} from '#lib/testing/status-builder.ts'
import { Tray, type TrayProps } from './tray.tsx'

const lost = (exact: string): Annotation =>
  annotation(`of ${exact}`, {
    kind: 'number',
    citations: [citation({ sourceId: 'log' })],
    sourcedText: { exact, prefix: '', suffix: '', scope: 'sentence' },
  })

async function open(orphans: readonly Annotation[], more: Partial<TrayProps> = {}) {
  const calls: unknown[][] = []
  const note =
    (name: string) =>
    (...values: unknown[]) =>
      void calls.push([name, ...values])
  const content = contentOf([line('paragraph', claim('It sank.'), bare('The crew counted 398.'))])
  const { statuses, findSource } = reviewOf({
    content,
    sources: [sourceCalled('log', { title: 'The log' })],
  })
  await mount(
    <Tray
      {...{ orphans, content, statuses, findSource }}
      editable
      current={null}
      onPlace={(orphan, proposal) => note('place')(orphan.id, proposal.sentence.index)}
      onDiscard={(thrown) => note('discard')(thrown.map(({ id }) => id))}
      onGo={note('go')}
      onClose={note('close')}
      {...more}
    />,
  )
  return { calls, text: () => document.querySelector('[role=dialog]')?.textContent ?? '' }
}

it('[ANN9] each orphan stands in the tray with its words, what it says, and the proposed place', async () => {
  const page = await open([lost('The crew counted 412.'), lost('Nobody came.')])
  expect(page.text()).toContain('Number · The log')
  expect(page.text()).toContain('Sentence 2 is like it')
  expect(page.text()).toContain('Nothing in the text is like it.')
  await click(button('Put it on sentence 2'))
  await click(button(/^Show the sentence/))
  await click(button(/^Throw away Nobody/))
  await click(button('Throw all 2 away'))
  expect(page.calls).toEqual([
    ['place', 'of The crew counted 412.', 1],
    ['go', 1],
    ['discard', ['of Nobody came.']],
    ['discard', ['of The crew counted 412.', 'of Nobody came.']],
  ])
})

it('who may only read sees what is there and changes nothing', async () => {
  const page = await open([lost('The crew counted 412.')], { editable: false })
  expect(page.text()).toContain('412')
  expect(() => button(/^Put it/)).toThrow()
  expect(() => button(/^Throw/)).toThrow()
})

it('[ANN9] what came without words is put where one is, and the tray says where it came from', async () => {
  const note = annotation('of a comment', {
    note: 'Comment by Ruben: ask again',
    sourcedText: null,
  })
  const page = await open([note, lost('The crew counted 412.')], { current: 0 })
  expect(page.text()).toContain('some came in with a document without a place')
  await click(button('Put it on sentence 2'))
  const [first, second] = [...document.querySelectorAll('.tray-item')].map((item) =>
    [...item.querySelectorAll('button')].find(({ textContent }) =>
      /sentence 1, where you are/.test(textContent ?? ''),
    ),
  )
  await click(first as HTMLElement)
  await click(second as HTMLElement)
  expect(page.calls).toEqual([
    ['place', 'of The crew counted 412.', 1],
    ['place', 'of a comment', 0],
    ['place', 'of The crew counted 412.', 0],
  ])
})

it('[ANN9] of notes that came in nobody says that their words were deleted', async () => {
  const page = await open([annotation('of a comment', { note: 'Ask', sourcedText: null })])
  expect(page.text()).toContain('came in with a document')
  expect(page.text()).not.toContain('deleted')
  expect(page.text()).not.toContain('Nothing in the text is like it')
})

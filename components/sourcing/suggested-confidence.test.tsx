// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { button, click, textOf } from '#lib/testing/mount.ts'
import { openReview } from '#lib/testing/review-page.tsx'
import { openSourcing } from '#lib/testing/sourcing-page.tsx'
import {
  cite,
  claim,
  contentOf,
  line,
  reviewOf,
  sourceCalled,
} from '#lib/testing/status-builder.ts'

const sources = [sourceCalled('log', { title: 'Log', reliability: 'B' })]
const content = (confidence: 'confirmed' | 'likely') =>
  contentOf([line('paragraph', claim('It sank.', { id: 'a', confidence, cites: [cite('log')] }))])
const page = (confidence: 'confirmed' | 'likely') =>
  openSourcing(reviewOf({ content: content(confidence), sources }))

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined
})

it('[CON1] says why, and a press takes it', async () => {
  const { called } = await page('confirmed')
  expect(textOf('.suggested')).toContain('By the sources likely: one source, reliability B')
  await click(button(/^Say so/))
  expect(called('setConfidence')).toEqual([['It sank.', 'likely']])
})

it('[CON1] says nothing where a person said the same', async () => {
  await page('likely')
  expect(document.querySelector('.suggested')).toBeNull()
})

it('[CON1] a reviewer is told where a person decided otherwise', async () => {
  await openReview({ content: content('confirmed'), sources })
  expect(textOf('.facts')).toContain('By the sources')
  expect(textOf('.facts')).toContain('one source, reliability B')
})

it('[CON1] a reviewer is told nothing where they agree', async () => {
  await openReview({ content: content('likely'), sources })
  expect(textOf('.facts')).not.toContain('By the sources')
})

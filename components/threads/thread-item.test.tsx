// @vitest-environment jsdom
import { createElement } from 'react'
import { expect, it } from 'vitest'
import { TALK } from '#components/gallery/talk-samples.ts'
import { only } from '#lib/testing/builders.ts'
import { button, click, mount, textOf } from '#lib/testing/mount.ts'
import { ThreadItem } from './thread-item.tsx'

it('[THR11] one without a place is put on other words; what is in the way is said beside', async () => {
  const lost = { ...only((TALK.listed ?? []).slice(0, 1)), place: null }
  const placed: string[] = []
  const answers = ['The words that you marked have changed.', null]
  const place = async (id: string) => {
    placed.push(id)
    return answers.shift() ?? null
  }
  const { id } = lost.thread
  const talk = { ...TALK, current: id, place }
  const props = { talk, listed: lost, onLeave: () => {} }
  await mount(createElement(ThreadItem, props))
  await click(button('Put it on the selected words'))
  expect(textOf('[role=alert]')).toBe('The words that you marked have changed.')
  await click(button('Put it on the selected words'))
  expect([placed, textOf('[role=alert]')]).toEqual([[id, id], ''])
})

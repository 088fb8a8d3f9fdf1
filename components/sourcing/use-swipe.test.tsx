// @vitest-environment jsdom
import { act } from 'react'
import { expect, it } from 'vitest'
import { mount } from '#lib/testing/mount.ts'
import { useSwipe } from './use-swipe.ts'

type Point = readonly [x: number, y: number]

/** A field that is swiped over, with the ways that were taken. */
async function open(dir: 'ltr' | 'rtl' = 'ltr') {
  const went: number[] = []
  const Pad = () => (
    <div dir={dir} style={{ direction: dir }} {...useSwipe((by) => went.push(by))}>
      <p>It rained.</p>
      <input />
    </div>
  )
  await mount(<Pad />)
  const touch = (type: string, at: readonly Point[], on: string, after: number) =>
    act(async () => {
      const fingers = at.map(([clientX, clientY]) => ({ clientX, clientY }))
      const event = new Event(type, { bubbles: true })
      Object.defineProperty(event, 'timeStamp', { value: after })
      Object.assign(event, { touches: fingers, changedTouches: fingers })
      document.querySelector(on)?.dispatchEvent(event)
    })
  const swipe = async (
    from: Point,
    to: Point,
    { on = 'p', ms = 200, more = [] as Point[] } = {},
  ) => {
    await touch('touchstart', [from, ...more], on, 1_000)
    await touch('touchend', [to], on, 1_000 + ms)
  }
  return { went, swipe, touch }
}

it('goes on and back, in the direction in which the page is read', async () => {
  const { went, swipe } = await open()
  await swipe([300, 100], [200, 110])
  await swipe([200, 100], [300, 90])
  expect(went).toEqual([1, -1])
  document.body.replaceChildren()
  const arabic = await open('rtl')
  await arabic.swipe([200, 100], [300, 100])
  await arabic.swipe([300, 100], [200, 100])
  expect(arabic.went).toEqual([1, -1])
})

it('takes no tap, no scrolling, no slow finger, no second finger and no field for one', async () => {
  const { went, swipe, touch } = await open()
  await swipe([300, 100], [290, 100])
  await swipe([300, 100], [200, 200])
  await swipe([300, 100], [200, 100], { ms: 2_000 })
  await swipe([300, 100], [200, 100], { more: [[10, 10]] })
  await swipe([300, 100], [200, 100], { on: 'input' })
  await touch('touchstart', [[300, 100]], 'p', 0)
  await touch('touchcancel', [], 'p', 10)
  await touch('touchend', [[200, 100]], 'p', 20)
  expect(went).toEqual([])
})

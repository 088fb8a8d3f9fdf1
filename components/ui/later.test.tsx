// @vitest-environment jsdom
import { act } from 'react'
import { expect, it } from 'vitest'
import { eventually } from '#lib/testing/eventually.ts'
import { button, mount, settle } from '#lib/testing/mount.ts'
import { Fetching, later, laterDialog, useLaterParts } from './later.tsx'

/** Fails as often as it is told, then comes. */
function partly(failures: number) {
  let asked = 0
  const load = async () => {
    asked++
    if (asked <= failures) throw new Error('no connection')
    return ({ name }: { readonly name: string }) => <p>Here is {name}</p>
  }
  return { load, asked: () => asked }
}

const said = () => document.body.textContent

it('a part that cannot be fetched says so, and comes when it is tried again', async () => {
  const { load } = partly(1)
  const Part = later(load, (waiting) => <Fetching {...waiting} />)
  await mount(<Part name="it" />)
  expect(said()).toContain('could not be fetched')
  await act(async () => button('Try again').click())
  await settle()
  expect(said()).toContain('Here is it')
})

it('parts are fetched beforehand when the page is quiet, and then shown at once', async () => {
  const { load, asked } = partly(0)
  const Part = later(load, () => <p>Not yet</p>)
  function Page({ isQuiet, shows }: { readonly isQuiet: boolean; readonly shows: boolean }) {
    useLaterParts(isQuiet)
    return shows && <Part name="it" />
  }
  const idle: (() => void)[] = []
  globalThis.requestIdleCallback = (callback) => idle.push(callback as () => void)
  globalThis.cancelIdleCallback = () => undefined
  const { show } = await mount(<Page isQuiet={false} shows={false} />)
  expect(idle).toEqual([])
  await show(<Page isQuiet shows={false} />)
  idle.at(-1)?.()
  await settle()
  expect(asked()).toBe(1)
  await show(<Page isQuiet shows />)
  expect(said()).toContain('Here is it')
  expect(asked()).toBe(1)
})

it('a dialog is fetched when it is first opened, and takes the keys meanwhile', async () => {
  let come: () => void = () => undefined
  const Late = laterDialog<{ isOpen: boolean; onClose: () => void }>('Weather', async () => {
    await new Promise<void>((done) => {
      come = done
    })
    return ({ isOpen }) => <p>{isOpen ? 'It rains' : 'Closed'}</p>
  })
  const { show } = await mount(<Late isOpen={false} onClose={() => undefined} />)
  expect(said()).toBe('')
  await show(<Late isOpen onClose={() => undefined} />)
  const dialog = document.querySelector('[role=dialog]')
  expect(dialog?.textContent).toContain('Weather')
  // After a press that came from no pointer the focus moves a moment later.
  await eventually(() => expect(dialog?.contains(document.activeElement)).toBe(true))
  await act(async () => come())
  await settle()
  expect(said()).toBe('It rains')
  await show(<Late isOpen={false} onClose={() => undefined} />)
  expect(said()).toBe('Closed')
})

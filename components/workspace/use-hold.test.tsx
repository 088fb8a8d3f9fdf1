// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { mount } from '#lib/testing/mount.ts'
import { useHold } from './use-hold.ts'

afterEach(() => vi.restoreAllMocks())

let holds = true
const ours = vi.fn((event: { preventDefault(): void }) => event.preventDefault())

function Page() {
  useHold(() => holds)
  return (
    <>
      <a href="/" onClick={ours} data-away>
        Desk
      </a>
      <a href="/articles/x?mode=review" onClick={ours} data-here>
        Note
      </a>
    </>
  )
}

/** True when the browser would ask. */
const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))

/** Who follows a link: the browser, which asks first, or our own code. */
function follower(which: string): 'browser' | 'page' {
  ours.mockClear()
  const link = document.querySelector<HTMLElement>(`[data-${which}]`)
  link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  return ours.mock.calls.length ? 'page' : 'browser'
}

it('[COP2] the browser asks before the page goes while something is in it alone, by a link too', async () => {
  // jsdom follows no links, and says so.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  history.replaceState(null, '', '/articles/x')
  await mount(<Page />)
  holds = true
  expect([asks(), follower('away'), follower('here')]).toEqual([true, 'browser', 'page'])
  holds = false
  expect([asks(), follower('away'), follower('here')]).toEqual([false, 'page', 'page'])
})

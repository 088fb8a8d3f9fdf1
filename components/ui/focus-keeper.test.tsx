// @vitest-environment jsdom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { eventually } from '#lib/testing/eventually.ts'
import { button, mount } from '#lib/testing/mount.ts'
import { Dialog } from './dialog.tsx'
import { FocusKeeper } from './focus-keeper.tsx'

const page = (isOpen: boolean, hasOpener = true) => (
  <>
    <FocusKeeper />
    <main tabIndex={-1}>{hasOpener && <button type="button">State</button>}</main>
    <Dialog title="Move" isOpen={isOpen} onClose={() => undefined}>
      <p>Really?</p>
    </Dialog>
  </>
)

/** As a menu does that opens a dialog: what is chosen in it has the focus, and is gone when the dialog closes. */
async function openByMenu(show: (node: React.ReactNode) => Promise<void>) {
  act(() => button('State').focus())
  const menu = document.body.appendChild(document.createElement('div'))
  menu.setAttribute('role', 'menu')
  const item = menu.appendChild(document.createElement('button'))
  act(() => item.focus())
  await show(page(true))
  menu.remove()
}

describe('the focus', () => {
  it('goes back to what opened the menu that opened a dialog', async () => {
    const { show } = await mount(page(false))
    await openByMenu(show)
    await show(page(false))
    await eventually(() => expect(document.activeElement).toBe(button('State')))
  })

  it('goes to the main part where that is gone as well', async () => {
    const { show } = await mount(page(false))
    await openByMenu(show)
    await show(page(false, false))
    await eventually(() => expect(document.activeElement?.tagName).toBe('MAIN'))
  })
})

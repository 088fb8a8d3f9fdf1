// @vitest-environment jsdom
import { createElement } from 'react'
import { expect, it } from 'vitest'
import { button, click, mount } from '#lib/testing/mount.ts'
import type { History } from './use-history.ts'
import { useRestoring } from './use-restoring.ts'

function Buttons({ history }: { readonly history: History }) {
  const { outcome, restore, takeBack } = useRestoring(history, () => {})
  return (
    <>
      <button type="button" onClick={() => restore(3)}>
        Restore
      </button>
      {outcome?.kind === 'done' && outcome.from !== null && (
        <button type="button" onClick={() => takeBack(outcome.from ?? 0)}>
          Take back
        </button>
      )}
    </>
  )
}

it('[HIS5] what was restored is taken back while the list is still being read anew', async () => {
  const asked: number[] = []
  const restore = async (seq: number) => {
    asked.push(seq)
    return { ok: true, value: { changed: true, seq: 9, title: 'A' } }
  }
  const history = { api: { restore }, reload: () => new Promise(() => {}) } as unknown as History
  await mount(createElement(Buttons, { history }))
  await click(button('Restore'))
  await click(button('Take back'))
  expect(asked).toEqual([3, 8])
})

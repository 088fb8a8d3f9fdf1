// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { button, click, mount, textOf, write } from '#lib/testing/mount.ts'
import { TakeDown } from './take-down.tsx'

async function open(repeatedIn: readonly number[] = []) {
  const sent: Record<string, unknown>[] = []
  const onTakeDown = async (form: FormData) => {
    sent.push(Object.fromEntries(form))
    return { ok: true, value: null } as const
  }
  await mount(
    <TakeDown {...{ articleId: 'a', slug: 'ferry', number: 2, repeatedIn, onTakeDown }} />,
  )
  await click(button('Take down…'))
  return sent
}

const field = (selector: string) =>
  document.querySelector<HTMLInputElement>(`[role=dialog] ${selector}`)!

it('takes a version down only when its address was typed', async () => {
  const sent = await open()
  await write(field('textarea'), 'A court said so.')
  await write(field('input:not([type=hidden])'), 'fery')
  await click(button('Take it down'))
  expect(sent).toEqual([])
  expect(textOf('[role=dialog] .err')).toContain('Type exactly: ferry')
  await write(field('input:not([type=hidden])'), 'ferry')
  await click(button('Take it down'))
  expect(sent).toEqual([{ article: 'a', number: '2', reason: 'A court said so.' }])
})

it('[VER12] says which later versions repeat what it says of itself', async () => {
  await open([3, 5])
  expect(textOf('[role=dialog] .notice')).toContain('versions 3 and 5')
})

it('[VER12] says nothing of later versions that repeat nothing', async () => {
  await open()
  expect(document.querySelector('[role=dialog] .notice')).toBeNull()
})

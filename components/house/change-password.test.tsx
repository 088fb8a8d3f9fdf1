// @vitest-environment jsdom
import { expect, it } from 'vitest'
import type { Outcome } from '#components/ui/use-submit.ts'
import { button, click, mount, textOf, write } from '#lib/testing/mount.ts'
import { ChangePassword } from './change-password.tsx'

const field = (name: string) => document.querySelector<HTMLInputElement>(`[name=${name}]`)!

it('[SGN10] asks for the current password, says what is wrong at its field, and what has ended', async () => {
  const answers: Outcome<{ tokens: number }>[] = [
    { ok: false, message: 'This is not your current password.', field: 'current' },
    { ok: true, value: { tokens: 2 } },
  ]
  await mount(<ChangePassword email="ada@galley.test" action={async () => answers.shift()!} />)
  await click(button('Change the password'))
  expect(document.activeElement).toBe(field('current'))
  await write(field('current'), 'guessed')
  await write(field('password'), 'a sentence of today')
  await click(button('Change it'))
  expect(textOf('.err')).toBe('This is not your current password.')
  expect(field('password').value).toBe('a sentence of today')
  await click(button('Change it'))
  expect(textOf('[role=status]')).toContain('signed out everywhere else, and your 2 tokens have')
  expect(document.querySelector('form')).toBeNull()
  expect(document.activeElement).toBe(button('Change the password'))
})

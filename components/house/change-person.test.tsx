// @vitest-environment jsdom
import { expect, it } from 'vitest'
import type { Outcome } from '#components/ui/use-submit.ts'
import { type EditedPerson, editedPerson } from '#lib/domain/access/edited-person.ts'
import { button, click, mount, textOf } from '#lib/testing/mount.ts'
import { ChangePerson } from './change-person.tsx'
import type { Colleague } from './person-model.ts'

const ada: Colleague = {
  ...{ id: 'a1', name: 'Ada', email: 'ada@galley.test', roles: ['writer', 'editor'] },
  ...{ chief: false, disabledAt: null },
}

const box = (value: string) => document.querySelector<HTMLInputElement>(`[value=${value}]`)!

it('[ACC9] what another administrator changed meanwhile is said with both values; own ticks stay', async () => {
  const now = { ...ada, roles: ['writer', 'reviewer'], disabledAt: '2026-01-01' } as const
  const sent: FormData[] = []
  const action = async (form: FormData): Promise<Outcome<EditedPerson | null>> => {
    sent.push(form)
    return { ok: true, value: sent.length === 1 ? editedPerson(now) : null }
  }
  const { show } = await mount(<ChangePerson person={ada} you={false} action={action} />)
  await click(button('Change Ada'))
  // The page is read anew below the open form.
  await show(<ChangePerson person={now} you={false} action={action} />)
  await click(box('publisher'))
  await click(button('Save roles'))
  expect(JSON.parse(String(sent[0]?.get('seen')))).toEqual(editedPerson(ada))
  const told = textOf('[role=alert]')
  expect(told).toContain('somebody else has changed this person')
  expect(told).toContain('Editor: now “not given”, it was “given”. The form has it now.')
  expect(told).toContain('Reviewer: now “given”, it was “not given”.')
  expect(told).toContain('Account: now “disabled”, it was “active”.')
  expect(button('Let sign in again')).toBeTruthy()
  await click(button('Save roles'))
  expect(sent[1]?.getAll('roles')).toEqual(['writer', 'reviewer', 'publisher'])
  expect(JSON.parse(String(sent[1]?.get('seen')))).toEqual(editedPerson(now))
  expect(document.querySelector('[role=dialog]')).toBeNull()
})

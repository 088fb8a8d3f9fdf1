// @vitest-environment jsdom
import { expect, it } from 'vitest'
import type { Outcome } from '#components/ui/use-submit.ts'
import { type EditedSource, editedSource } from '#lib/domain/sourcing/edited-source.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { button, click, mount, textOf, write } from '#lib/testing/mount.ts'
import { EditSource } from './edit-source.tsx'

const source: Source = {
  id: 's1',
  kind: 'person',
  title: 'Vik',
  publicName: 'The caretaker',
  description: 'Caretaker',
  terms: 'onRecord',
  wording: '',
  url: null,
  reliability: 'B',
  publicRevision: 1,
  retiredAt: null,
}

const field = (name: string) => document.querySelector<HTMLInputElement>(`form [name=${name}]`)!
const done: Outcome<null> = { ok: true, value: null }

it('[SRC11] what changed meanwhile is said with both values; what was typed stays, the rest of the form follows', async () => {
  const now = { ...source, terms: 'offRecord', publicName: 'A worker', wording: 'x' } as const
  const sent: Record<string, unknown>[] = []
  const edit = async (form: FormData): Promise<Outcome<EditedSource | null>> => {
    sent.push({ ...Object.fromEntries(form), seen: JSON.parse(String(form.get('seen'))) })
    return sent.length === 1 ? { ok: true, value: editedSource(now) } : done
  }
  const actions = { edit, retire: async () => done }
  const { show } = await mount(<EditSource source={source} actions={actions} />)
  await click(button('Edit Vik'))
  // The page is read anew below the open form.
  await show(<EditSource source={now} actions={actions} />)
  await write(field('description'), 'Caretaker since 2019')
  await write(field('publicName'), 'Caretaker Vik')
  await click(button('Save'))
  expect(sent[0]).toMatchObject({ terms: 'onRecord', seen: editedSource(source) })
  const told = textOf('[role=alert]')
  expect(told).toContain('Terms: now “Off the record”, it was “On record”. The form has it now.')
  expect(told).toContain('Public name: now “A worker”, it was “The caretaker”. What you typed')
  expect(told).toContain('Agreed wording: now “x”, it was empty.')
  await click(button('Save'))
  expect(sent[1]).toMatchObject({
    terms: 'offRecord',
    wording: 'x',
    description: 'Caretaker since 2019',
    publicName: 'Caretaker Vik',
    seen: editedSource(now),
  })
  expect(document.querySelector('[role=dialog]')).toBeNull()
})

it('[SRC12] publication details are lines of one group, open where there are any', async () => {
  const csl = { author: [{ family: 'Bo', given: 'Ann' }], issued: { 'date-parts': [[2026, 3]] } }
  const known = { ...source, csl: csl as Source['csl'] & object }
  const sent: FormData[] = []
  const edit = async (form: FormData): Promise<Outcome<EditedSource | null>> => {
    sent.push(form)
    return { ok: false, message: 'This is no DOI.', field: 'cslDoi' }
  }
  const actions = { edit, retire: async () => done }
  await mount(<EditSource source={known} actions={actions} />)
  await click(button('Edit Vik'))
  const group = () => field('cslAuthors').closest('details')
  expect(group()?.open).toBe(true)
  expect(field('cslAuthors').value).toBe('Bo, Ann')
  expect(field('cslIssued').value).toBe('2026-03')
  await write(field('cslDoi'), 'x')
  await click(button('Save'))
  expect(sent[0]?.get('cslDoi')).toBe('x')
  expect(field('cslDoi').getAttribute('aria-invalid')).toBe('true')
  expect(field('cslDoi').value).toBe('x')
})

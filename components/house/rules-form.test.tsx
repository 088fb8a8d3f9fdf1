// @vitest-environment jsdom
import { expect, it, onTestFinished, vi } from 'vitest'
import type { ShownEffect } from '#lib/collab/browser/policy-api.ts'
import { button, click, mount, textOf } from '#lib/testing/mount.ts'
import { RulesForm } from './rules-form.tsx'

const policy = { version: 3, approvers: { everywhere: 1, rules: [] }, changed: null }

/** The server, by method and path; gives what was asked of it. */
async function open(effect: ShownEffect, saves: (() => Response)[]) {
  const asked: string[] = []
  onTestFinished(() => void vi.unstubAllGlobals())
  vi.stubGlobal('fetch', async (path: string, { method = 'GET' }: RequestInit = {}) => {
    asked.push(`${method} ${path}`)
    if (path.endsWith('/effect')) return Response.json(effect)
    return method === 'PUT'
      ? (saves.shift()?.() ?? Response.error())
      : Response.json({ ...policy, version: 4 })
  })
  await mount(<RulesForm policy={policy} />)
  await click(button('Add a rule'))
  return asked
}

const conflict = () =>
  Response.json(
    { title: 'Conflict', detail: 'Somebody else has changed the rules.' },
    { status: 409 },
  )
const saved = () =>
  Response.json({ ...policy, version: 4, approvers: { everywhere: 1, rules: [] } })

it('[REV9] what would change is shown before it is saved, and what was shown of older rules goes', async () => {
  const asked = await open({ articles: 4, gain: 2, lose: 0 }, [conflict, saved])
  await click(button('Save'))
  expect(asked).toEqual(['POST /api/v1/policy/effect'])
  expect(textOf('.notice')).toContain('2 have more in the way of publication')
  await click(button('Save'))
  expect(asked.at(-1)).toBe('GET /api/v1/policy')
  expect(textOf('.notice')).toContain('Somebody else has changed the rules.')
  expect(textOf('.notice')).not.toContain('more in the way')
  await click(button('Save'))
  expect(textOf('.notice')).toContain('2 have more in the way of publication')
  await click(button('Save'))
  expect(asked.filter((call) => call.startsWith('PUT'))).toHaveLength(2)
})

it('[REV9] rules that change nothing are saved at once', async () => {
  const asked = await open({ articles: 4, gain: 0, lose: 0 }, [saved])
  await click(button('Save'))
  expect(asked).toEqual(['POST /api/v1/policy/effect', 'PUT /api/v1/policy'])
})

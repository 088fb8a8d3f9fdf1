// @vitest-environment jsdom
import { act, createElement } from 'react'
import { expect, it } from 'vitest'
import type { MomentText } from '#lib/domain/history/compare.ts'
import type { Moment } from '#lib/domain/history/moments.ts'
import { mount, settle } from '#lib/testing/mount.ts'
import { MomentPane } from './moment-pane.tsx'
import type { History } from './use-history.ts'

function sitting(seq: number, hour: number): Moment {
  const [since, at] = [`2026-05-04T0${hour}:00:00Z`, `2026-05-04T0${hour}:05:00Z`]
  const place = { seq, previous: seq - 1, from: seq, at, since, names: [] }
  return { ...place, kind: 'sitting', people: ['ada'], added: 3, removed: 0 }
}

const moments = [sitting(9, 8), sitting(6, 7), sitting(3, 6)]

/** The pane at a moment, and which other one each reading was compared with. */
function paneWith() {
  const asked: [seq: number, compare: number][] = []
  const text: MomentText = {
    ...{ seq: 1, blocks: [], annotations: [], sources: {}, comparison: null },
  }
  const read = async (seq: number, compare: number) => {
    asked.push([seq, compare])
    return { ok: true, value: text }
  }
  const entries = moments.map((moment) => ({ key: `${moment.seq}`, moment, change: null }))
  const listed = { entries, next: null, head: 9, names: { ada: 'Ada Quill' }, trace: null }
  const history = { api: { read }, listed } as unknown as History
  const paneAt = (at: number) => {
    const moment = moments[at] ?? sitting(1, 1)
    return createElement(MomentPane, { history, moment, mayName: false, onRestore: null })
  }
  return { asked, paneAt }
}

const select = () => document.querySelector('select')

async function choose(value: string) {
  const field = select()
  if (!field) throw new Error('There is nothing to choose')
  await act(async () => {
    field.value = value
    field.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await settle()
}

it('[HIS11] a moment is compared with any other of the list, and so are those that are opened next', async () => {
  const { asked, paneAt } = paneWith()
  const { show } = await mount(paneAt(0))
  const group = select()?.querySelector('optgroup')
  expect([...(group?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Ada Quill'),
    expect.stringContaining('Ada Quill'),
  ])
  await choose('3')
  await show(paneAt(1))
  await settle()
  expect(asked).toEqual([
    [9, 8],
    [9, 3],
    [6, 3],
  ])
  await choose('now')
  expect(asked.at(-1)).toEqual([6, 9])
})

it('[HIS11] with itself no moment is compared: then it is the one before', async () => {
  const { asked, paneAt } = paneWith()
  const { show } = await mount(paneAt(0))
  await choose('3')
  await show(paneAt(2))
  await settle()
  expect(asked.at(-1)).toEqual([3, 2])
  expect(select()?.value).toBe('before')
})

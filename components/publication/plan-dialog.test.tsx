// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { toLocalInput } from '#components/ui/time-words.ts'
import { modelOf, recordedActions, type TestPage } from '#lib/testing/article-model.ts'
import { button, click, mount, textOf, write } from '#lib/testing/mount.ts'
import { bare, contentOf, line, reviewOf } from '#lib/testing/status-builder.ts'
import { PlanDialog } from './plan-dialog.tsx'

const reviewed = reviewOf({ content: contentOf([line('paragraph', bare('It sank.'))]) })

async function open(page: TestPage = {}, answers: Parameters<typeof recordedActions>[0] = {}) {
  const recorded = recordedActions(answers)
  const model = modelOf(reviewed, page)
  await mount(<PlanDialog model={model} actions={recorded.actions} onClose={() => {}} />)
  return recorded
}

const deadline = () => document.querySelector<HTMLInputElement>('input[type=datetime-local]')!
const flag = () => document.querySelector<HTMLInputElement>('[role=switch]')!

it('[TRN3] a deadline is set in the zone of whoever sets it, and nothing else is changed', async () => {
  const { called } = await open()
  expect(textOf('.hint')).toContain('In your time zone')
  await write(deadline(), '2026-12-01T17:00')
  await click(button('Save'))
  expect(called('plan')).toMatchObject([[{ deadline: new Date('2026-12-01T17:00').toISOString() }]])
  expect(called('plan')[0]?.[0]).not.toHaveProperty('legalRead')
})

it('[TRN3] a deadline that is taken away is none', async () => {
  const due = '2026-12-01T17:00:00.000Z'
  const { called } = await open({ facts: { deadline: due } })
  expect(deadline().value).toBe(toLocalInput(due))
  await write(deadline(), '')
  await click(button('Save'))
  expect(called('plan')).toEqual([[{ deadline: null, was: { deadline: due, legalAt: null } }]])
})

it('[STA7] what somebody else sets meanwhile is followed, and both are shown to who has set another', async () => {
  const recorded = recordedActions({})
  const dialog = (facts: TestPage['facts']) => (
    <PlanDialog
      model={modelOf(reviewed, { facts: facts ?? {} })}
      actions={recorded.actions}
      onClose={() => {}}
    />
  )
  const { show } = await mount(dialog({ deadline: null }))
  const theirs = '2026-12-01T17:00:00.000Z'
  await show(dialog({ deadline: theirs }))
  expect(deadline().value).toBe(toLocalInput(theirs))
  await write(deadline(), '2026-12-02T09:00')
  expect(textOf('.notice')).toContain('Meanwhile the deadline was set to Tue')
  await click(button('Save'))
  const was = { deadline: theirs, legalAt: null }
  const mine = new Date('2026-12-02T09:00').toISOString()
  expect(recorded.called('plan')).toEqual([[{ deadline: mine, was }]])
})

it('[STA6] it is flagged with what is to be read, by whom and when, and whether it was', async () => {
  const { called } = await open()
  await click(flag())
  await write(document.querySelector('textarea')!, 'The second sentence.')
  await click(button('Save'))
  expect(called('plan')).toMatchObject([[{ legalRead: true, note: 'The second sentence.' }]])
  expect(called('plan')[0]?.[0]).not.toHaveProperty('deadline')
})

it('[STA6] only who does the read takes the flag away', async () => {
  const legal = { at: '2026-01-01T00:00:00Z', personName: 'Ana', note: 'The name.', read: null }
  await open({ facts: { legal }, rights: { legal: false } })
  expect(flag().disabled).toBe(true)
  expect(textOf('.check')).toContain('Flagged by Ana')
  expect(textOf('.check')).toContain('Nobody has read it yet.')
})

it('[STA5] every move is listed, newest first, with what was left out and why', async () => {
  const by = { personId: 'ana', personName: 'Ana', version: null, change: null }
  const at = '2026-01-01T00:00:00Z'
  const corrected = { version: 2, change: 'correction' as const }
  await open(
    { rights: { plan: false } },
    {
      moves: async () => ({
        ok: true,
        value: {
          moves: [
            { ...by, at, from: 'draft', to: 'annotated', note: '', skipped: [] },
            { ...by, at, from: 'published', to: 'published', note: '', skipped: [], ...corrected },
            { ...by, at, from: 'annotated', to: 'ready', note: 'Short.', skipped: ['inReview'] },
          ],
        },
      }),
    },
  )
  const lines = [...document.querySelectorAll('.versions li')].map((item) => item.textContent)
  expect(lines[0]).toContain('Handed over →to Ready')
  expect(lines[0]).toContain('Left out: the review')
  expect(lines[0]).toContain('Short.')
  expect(lines[1]).toContain('Published →to Corrected, version 2')
  expect(lines[2]).toContain('Draft →to Handed over')
  expect(document.querySelectorAll('footer .primary')).toHaveLength(0)
})

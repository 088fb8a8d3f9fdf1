// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest'
import { button, click, press, textOf } from '#lib/testing/mount.ts'
import { before, openReview, paid, stage } from '#lib/testing/review-page.tsx'
import { approvalOf, reviewOf } from '#lib/testing/status-builder.ts'

afterEach(() => localStorage.clear())

const ticked = () =>
  [...document.querySelectorAll('.queue-item')].filter((entry) =>
    entry.textContent?.includes('viewed'),
  ).length

it('[QUE7] V ticks what is shown and goes on; the tick goes when the words move, and is kept in the browser', async () => {
  const { called, again, reviewed } = await openReview({}, { current: 0 })
  await press('v', stage())
  expect([called('announce').at(-1), called('select').at(-1)]).toEqual([['Viewed.'], [1]])
  expect(ticked()).toBe(1)
  await again(reviewOf({ content: paid('They paid 398.') }), { current: 0 })
  expect(ticked()).toBe(0)
  await again(reviewed, { current: 0 })
  expect(ticked()).toBe(1)
  expect(localStorage.length).toBe(1)
  await press('v', stage())
  expect([called('select').length, ticked()]).toEqual([1, 0])
})

it('[QUE8] Shift A shows what was viewed and may be approved together, and sends it once it is confirmed', async () => {
  const approvals = [approvalOf(before, { on: 'It sank.', by: 'ben' })]
  const { called, reviewed, again } = await openReview({ approvals }, { current: 0 })
  await press('A', stage(), { shiftKey: true })
  expect(called('announce').at(-1)?.[0]).toContain('Nothing to approve together')
  await press('v', stage())
  await again(reviewed, { current: 1 })
  await press('v', stage())
  await press('A', stage(), { shiftKey: true })
  const listed = [...document.querySelectorAll('.batch li')].map((line) => line.textContent)
  expect(listed).toHaveLength(1)
  expect(listed[0]).toContain('It rained.')
  expect(listed[0]).toContain('No departure recorded.')
  expect(called('decide')).toEqual([])
  await click(button('Approve these'))
  const fingerprint = reviewed.statuses[1]?.fingerprint
  expect(called('decide')).toEqual([[[{ index: 1, fingerprint, verdict: 'approve' }]]])
  expect(document.querySelector('.batch')).toBeNull()
  // On to what is left, for it was among them.
  expect([called('announce').at(-1), called('select').at(-1)]).toEqual([
    ['1 approved. 1 left.'],
    [0],
  ])
  expect(textOf('.dbar, .decide')).toContain('1 sentence: approved.')
})

it('[QUE8] what moved meanwhile is said, and nothing is lost', async () => {
  const decide = async () => ({ ok: true as const, value: [{ status: 409 }] })
  await openReview({}, { current: 1 }, { decide })
  await press('v', stage())
  await press('A', stage(), { shiftKey: true })
  await click(button('Approve these'))
  expect(textOf('[role=dialog]')).toContain('0 of 1 are approved')
})

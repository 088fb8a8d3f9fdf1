// @vitest-environment jsdom
import { expect, it } from 'vitest'
import type { Archival } from '#lib/domain/review/states.ts'
import { modelOf, recordedActions, type TestPage } from '#lib/testing/article-model.ts'
import { button, click, mount, textOf } from '#lib/testing/mount.ts'
import { claim, contentOf, line, reviewOf } from '#lib/testing/status-builder.ts'
import { ArchivedNote } from './archived-note.tsx'
// On the page it is fetched later.
import '#components/publication/move-dialog.tsx'

const reviewed = reviewOf({ content: contentOf([line('paragraph', claim('It sank.'))]) })
const archived: Archival = {
  ...{ at: '2026-11-03T10:00:00.000Z', personId: 'pia', personName: 'Pia Lindholm' },
  ...{ note: 'Overtaken.', from: 'inReview' },
}

async function open(page: TestPage) {
  const { actions, called } = recordedActions({
    move: async () => ({ ok: true, value: { state: 'inReview' } }),
  })
  await mount(<ArchivedNote facts={modelOf(reviewed, page).facts} actions={actions} />)
  return called
}

it('[STA3] says by whom, why, and takes it back to where it was', async () => {
  const called = await open({ facts: { state: 'archived', archived } })
  expect(textOf('.archived')).toMatch(/Archived by Pia Lindholm, .*Overtaken\..*not changed/)
  await click(button('Take back'))
  expect(textOf('[role=dialog]')).toContain('It is in review again')
  await click([...document.querySelectorAll<HTMLElement>('[role=dialog] footer button')].at(-1)!)
  expect(called('move')).toEqual([['inReview', '']])
})

it('offers no way back to those who have none, and is not there otherwise', async () => {
  await open({ facts: { state: 'archived', archived }, rights: { archive: false, move: false } })
  expect(() => button('Take back')).toThrow()
  document.body.replaceChildren()
  await open({ facts: { state: 'draft' } })
  expect(textOf('.archived')).toBe('')
})

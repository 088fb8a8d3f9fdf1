// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { modelOf, recordedActions, type TestPage } from '#lib/testing/article-model.ts'
import { button, click, mount, write } from '#lib/testing/mount.ts'
import { bare, contentOf, line, reviewOf } from '#lib/testing/status-builder.ts'
import { DataDialog } from './data-dialog.tsx'

const reviewed = reviewOf({ content: contentOf([line('paragraph', bare('It rained.'))]) })

async function open(page: TestPage = {}, answers: Parameters<typeof recordedActions>[0] = {}) {
  const recorded = recordedActions(answers)
  let closed = 0
  const props = { model: modelOf(reviewed, page), actions: recorded.actions }
  await mount(<DataDialog {...props} isOpen onClose={() => void closed++} />)
  return { ...recorded, closed: () => closed }
}

const field = (label: string) => {
  const found = [...document.querySelectorAll('label')].find(({ textContent }) =>
    textContent?.startsWith(label),
  )
  const control = found && document.getElementById(found.htmlFor)
  return (control as HTMLInputElement | null) ?? expect.fail(`No field ${label}`)
}

beforeEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
})

it('[ACC6] sends what was changed, and closes', async () => {
  const { called, closed } = await open()
  await write(field('Byline'), 'Ada Quill')
  await click(button('Save'))
  expect(called('describe')).toEqual([[{ byline: 'Ada Quill' }]])
  expect(closed()).toBe(1)
})

it('[ACC6] what is refused is said, and nothing that was written is lost', async () => {
  const refused = {
    ok: false,
    status: 409,
    message: 'Another article has it.',
    body: null,
  } as const
  const { closed } = await open({}, { describe: async () => refused })
  await write(field('Address'), 'ferry-two')
  await click(button('Save'))
  expect(document.body.textContent).toContain('Another article has it.')
  expect(field('Address').value).toBe('ferry-two')
  expect(closed()).toBe(0)
})

it('[ACC6] the address is fixed when it is published', async () => {
  const version = {
    number: 1,
    change: 'first',
    note: '',
    hash: 'x',
    publishedAt: '2026-11-01',
  } as const
  await open({ facts: { versions: [version] } })
  expect([field('Address').disabled, field('Byline').disabled]).toEqual([true, false])
})

it('[ACC6] whoever only reads sees it and changes nothing', async () => {
  await open({ readOnly: true })
  expect(field('Byline').disabled).toBe(true)
  expect(document.body.textContent).not.toContain('Save')
})

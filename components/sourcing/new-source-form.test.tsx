// @vitest-environment jsdom
import { expect, it, onTestFinished, vi } from 'vitest'
import type { Start } from '#lib/collab/browser/look-up.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { source } from '#lib/testing/builders.ts'
import { button, click, mount, textOf } from '#lib/testing/mount.ts'
import { NewSourceForm } from './new-source-form.tsx'

const file = { name: 'mole.pdf', bytes: new Uint8Array([1]) }
const start: Start = {
  ...{ kind: 'document', title: 'Mole', description: '', url: null, csl: null },
  ...{ file, found: [], trouble: '' },
}

async function open(more: Partial<Start> = {}) {
  const done: Source[] = []
  const made: unknown[] = []
  await mount(
    <NewSourceForm
      start={{ ...start, ...more }}
      typed=""
      onCreate={async (wanted) => {
        made.push(wanted)
        return { ok: true, value: source({ id: 'new', title: wanted.title }) }
      }}
      onDone={(one) => done.push(one)}
      onCancel={() => undefined}
    />,
  )
  return { done, made }
}

it('[SRC14] what is there already has the focus, and is used by Enter', async () => {
  const known = source({ id: 'known', title: 'The mole' })
  const { done, made } = await open({ found: [{ source: known, match: 'file' }] })
  expect(document.activeElement).toBe(button('Use it'))
  await click(button('Use it'))
  expect([done, made]).toEqual([[known], []])
})

it('[SRC14] a file that was not kept can be tried again, or left; the source is added once', async () => {
  const answers = [
    Response.json({ duplicates: [] }),
    Response.json({ detail: 'The server is busy.' }, { status: 429 }),
    Response.json({ detail: 'The server is busy.' }, { status: 429 }),
  ]
  vi.stubGlobal('fetch', async () => answers.shift())
  onTestFinished(() => void vi.unstubAllGlobals())
  const { done, made } = await open()
  expect(document.activeElement).toBe(document.querySelector('[name=title]'))
  await click(button('Save and attach'))
  expect(textOf('[role=alert]')).toContain('“Mole” is in the registry, without its file.')
  await click(button('Try the file again'))
  expect(answers).toEqual([])
  await click(button('Attach without it'))
  expect(done.map(({ id }) => id)).toEqual(['new'])
  expect(made).toHaveLength(1)
})

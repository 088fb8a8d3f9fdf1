// @vitest-environment jsdom
import { act } from 'react'
import { expect, it, onTestFinished, vi } from 'vitest'
import { source } from '#lib/testing/builders.ts'
import { button, click, mount, press, settle, textOf, write } from '#lib/testing/mount.ts'
import { AddSource } from './add-source.tsx'
import type { Added } from './use-add-source.ts'

const box = () => document.querySelector<HTMLTextAreaElement>('textarea.given')!
const named = (name: string) => document.querySelector<HTMLInputElement>(`form [name=${name}]`)!

/** Answers by path, from the last one that is given for it. */
function serve(answers: Readonly<Record<string, readonly [status: number, body: object]>>) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    const [status, body] = Object.entries(answers).find(([path]) => url.includes(path))?.[1] ?? [
      404,
      {},
    ]
    return Response.json(body, { status })
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  return asked
}

const NEW: Added = { id: 's1', title: 'Minutes', created: true }

async function open(added: Added = NEW) {
  const sent: FormData[] = []
  const action = async (form: FormData) => {
    sent.push(form)
    return { ok: true as const, value: added }
  }
  await mount(<AddSource action={action} />)
  await click(button('Add source'))
  return sent
}

async function choose(...files: File[]) {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!
  Object.defineProperty(input, 'files', { value: files, configurable: true })
  await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })))
  // The hash comes from another thread.
  await vi.waitFor(async () => {
    await settle()
    if (document.body.textContent?.includes('Looking it up…')) throw new Error('It is looked up.')
  })
}

const details = {
  kind: 'document',
  found: { title: 'Minutes', authors: [], publisher: '', date: '' },
}
const none = { duplicates: [] }
const pdf = () => new File(['%PDF-1.7'], 'minutes.pdf', { type: 'application/pdf' })

it('[SRC14] what is known of a name is shown before anything is added, and goes with it', async () => {
  const known = { source: source({ id: 'k', title: 'Minutes of the council' }), match: 'alike' }
  serve({ duplicates: [200, { duplicates: [known] }] })
  const sent = await open()
  await write(box(), 'Minutes, council')
  await press('Enter', box())
  await settle()
  expect(textOf('.same-list')).toContain('Minutes of the council')
  expect(sent).toEqual([])
  expect(named('title').value).toBe('Minutes, council')
  await click(button('Back'))
  expect(box()).toBe(document.activeElement)
  expect(document.querySelector('.same-list')).toBeNull()
})

it('[SRC14] a file that was not kept is said, and sent again without adding the source again', async () => {
  const asked = serve({
    'sources/duplicates': [200, none],
    'details/file': [200, details],
    uploads: [429, { detail: 'The server is busy.' }],
  })
  const sent = await open()
  await choose(pdf())
  expect(named('title').value).toBe('Minutes')
  await click(document.querySelector<HTMLElement>('[role=dialog] [type=submit]')!)
  expect(textOf('.notice.bad')).toContain('in the registry, without its file. The server is busy.')
  const uploads = () => asked.filter((url) => url.includes('s1/captures/uploads'))
  expect(uploads()).toHaveLength(1)
  asked.push(...serve({ uploads: [201, {}] }))
  await click(button('Try the file again'))
  expect(document.querySelector('[role=dialog]')).toBeNull()
  expect(sent).toHaveLength(1)
})

it('[SRC14] what is wrong with a file is said in the box, and the box stays', async () => {
  serve({
    'sources/duplicates': [200, none],
    'details/file': [422, { detail: 'It cannot be opened without a password.' }],
  })
  await open()
  for (const [files, told] of [
    [[pdf()], '“minutes.pdf” is not taken. It cannot be opened without a password.'],
    [[new File([], 'e.pdf')], 'is empty'],
    [[pdf(), pdf()], 'One file makes one source'],
  ] as const) {
    await choose(...files)
    expect(textOf('[role=alert]')).toContain(told)
    expect(box()).not.toBeNull()
  }
})

// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Citation } from '#lib/domain/sourcing/annotation.ts'
import { joinPages } from '#lib/domain/sourcing/capture.ts'
import { button, click, mount, press, settle, textOf, write } from '#lib/testing/mount.ts'
import { cite, sourceCalled } from '#lib/testing/status-builder.ts'
import { CitationForm } from './citation-form.tsx'

const PAGES = [
  'Minutes of the council.',
  'The ferry, which was old, left the harbour, and it sank.',
]
const CAPTURE = {
  ...{ id: 'c', textHash: 'x', pages: 2, mediaType: 'application/pdf' },
  at: '2026-03-01T12:00:00.000Z',
}

let count = 0

/** The form for a citation of a source that has a captured text of two pages. */
async function open(citation: Partial<Citation>) {
  const sourceId = `source-${count++}`
  vi.stubGlobal('fetch', async (url: string) =>
    String(url).endsWith('/text')
      ? new Response(joinPages(PAGES))
      : Response.json({ captures: [{ ...CAPTURE, sourceId }] }),
  )
  const kept: Citation[] = []
  const page = await mount(
    <CitationForm
      citation={cite(sourceId, citation)}
      source={sourceCalled(sourceId)}
      onChange={(next) => kept.push(next)}
      onClose={() => undefined}
    />,
  )
  await settle()
  await settle()
  return { kept, leave: () => page.show(null) }
}

const passage = () => document.querySelector<HTMLTextAreaElement>('textarea')
const offer = () => document.querySelector('[data-page-offer]')

beforeEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
})
afterEach(() => vi.unstubAllGlobals())

it('[CAP12] what the quote leaves out is struck, what it puts in is underlined', async () => {
  await open({ quote: 'The ferry … left the harbour, and [the boat] sank' })
  expect(textOf('[role=status]')).toBe(
    'Found on p. 2, with three words left out and “the boat” put in',
  )
  expect(textOf('del')).toBe('which was old | it')
  expect(textOf('ins')).toBe('[the boat]')
})

it('[CAP13] the page is offered, and written by a click or by Alt P alone', async () => {
  const clicked = await open({ quote: 'left the harbour' })
  await click(button(/^Write p. 2/))
  expect(offer()).toBeNull()
  await clicked.leave()
  expect(clicked.kept.at(-1)?.locator).toEqual({ label: 'page', value: '2' })
  const pressed = await open({ quote: 'council', locator: { label: 'page', value: '7' } })
  await press('π', passage(), { altKey: true, code: 'KeyP' })
  await pressed.leave()
  expect(pressed.kept.at(-1)?.locator).toEqual({ label: 'page', value: '1' })
  const left = await open({ quote: 'council' })
  expect(offer()).not.toBeNull()
  await left.leave()
  expect(left.kept).toEqual([])
})

it('[CAP13] nothing is offered where the page stands already, or nothing is found', async () => {
  await open({ quote: 'council', locator: { label: 'page', value: '1' } })
  expect(offer()).toBeNull()
  const field = passage()
  if (!field) throw new Error('No passage is open')
  await write(field, 'a mayor')
  await settle()
  expect(textOf('[role=status]')).toContain('Not found')
  expect(offer()).toBeNull()
})

const field = (name: string) =>
  document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`form [name=${name}]`)!

it('[EVI15] what is no time is said at the field, and the place before stays; a time is kept in one form', async () => {
  const before = { label: 'timestamp', value: 'early on' } as const
  const { kept, leave } = await open({ locator: before })
  expect(textOf('form > .err')).toBe('')
  await write(field('value'), '14')
  expect(textOf('form > .err')).toContain('This is no time')
  expect(field('value').getAttribute('aria-invalid')).toBe('true')
  await click(button('Done'))
  expect(document.activeElement).toBe(field('value'))
  await write(field('quote'), 'council')
  await leave()
  expect(kept).toMatchObject([{ quote: 'council', locator: before }])
  const right = await open({ locator: before })
  await write(field('value'), '62:03 - 63:00')
  expect(textOf('form > .err')).toBe('')
  await right.leave()
  expect(right.kept).toMatchObject([{ locator: { label: 'timestamp', value: '1:02:03–1:03:00' } }])
})

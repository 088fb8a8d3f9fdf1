// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { joinPages } from '#lib/domain/sourcing/capture.ts'
import { button, click, mount, settle, textOf } from '#lib/testing/mount.ts'
import {
  cite,
  claim,
  contentOf,
  line,
  reviewOf,
  sourceCalled,
} from '#lib/testing/status-builder.ts'
import { EvidencePanel } from './evidence-panel.tsx'

const PAGES = [
  'Minutes. It was Monday. The council met. The mayor was late.',
  'The ferry, which was old, left the harbour at nine. Nobody was hurt. It rained. All went home.',
]
const CAPTURE = {
  ...{ id: 'c', textHash: 'x', pages: 2, mediaType: 'application/pdf' },
  at: '2026-03-01T12:00:00.000Z',
}

let count = 0

/** The evidence of a sentence with this passage. `copy`: what the server has; null: it is not reached. */
async function open(quote: string, copy: 'copy' | 'none' | null = 'copy', confidential = false) {
  const sourceId = `review-${count++}`
  const state = { copy }
  const asked: string[] = []
  let arrive = () => {}
  const came = new Promise<void>((resolve) => {
    arrive = resolve
  })
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(String(url))
    await came
    if (state.copy === null) throw new TypeError('no network')
    if (String(url).endsWith('/text')) return new Response(joinPages(PAGES))
    const captures = state.copy === 'none' ? [] : [{ ...CAPTURE, sourceId }]
    return Response.json({ captures })
  })
  const sank = claim('It sank.', { cites: [cite(sourceId, { quote })] })
  const [status = null] = reviewOf({ content: contentOf([line('paragraph', sank)]) }).statuses
  const source = { ...sourceCalled(sourceId), confidential }
  await mount(<EvidencePanel status={status} findSource={() => source} />)
  const loading = textOf('.evid')
  arrive()
  await settle()
  await settle()
  return { sourceId, state, asked, loading }
}

const whole = () => document.querySelector('.in-copy a')?.getAttribute('href')

beforeEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
})
afterEach(() => vi.unstubAllGlobals())

it('[CAP14] the passage is marked in what stands around it, with its page and the way to the whole', async () => {
  const { sourceId, loading } = await open('left the harbour')
  expect(loading).toContain('Opening the captured copy…')
  expect(textOf('.in-copy mark')).toBe('left the harbour')
  expect(document.querySelector('.in-copy blockquote')?.textContent).toBe(
    'The council met. The mayor was late.\nThe ferry, which was old, left the harbour at nine. Nobody was hurt. It rained.',
  )
  expect(textOf('.passage-check')).toContain('Found on p. 2')
  const from = PAGES.join('\n').indexOf('left the harbour')
  expect(whole()).toBe(
    `/sources/${sourceId}?capture=c&at=${from}-${from + 'left the harbour'.length}`,
  )
})

it('[CAP14] both wordings are shown where some differ', async () => {
  await open('The ferry, which was new, left the harbour')
  expect(textOf('.passage-check')).toContain('one word differs')
  expect([textOf('.passage-check del'), textOf('.passage-check ins')]).toEqual(['old', 'new'])
  expect(textOf('.in-copy mark')).toBe('The ferry, which was old, left the harbour')
})

it('[CAP14] what is not found is said, and the copy can be opened all the same', async () => {
  const { sourceId } = await open('The mayor apologised to the widows of the crew')
  expect(textOf('.passage-check')).toContain('Not found in the copy of 1 March 2026')
  expect(document.querySelector('.in-copy mark')).toBeNull()
  expect(whole()).toBe(`/sources/${sourceId}?capture=c`)
})

it('[CAP14] without a copy, or without a connection, that is said; it is asked for again', async () => {
  await open('left the harbour', 'none')
  expect(textOf('.evid')).toContain('Nothing is captured of this source')
  const { state } = await open('left the harbour', null)
  expect(textOf('.evid')).toContain('did not come')
  state.copy = 'copy'
  await click(button('Try again'))
  await settle()
  await settle()
  expect(textOf('.in-copy mark')).toBe('left the harbour')
})

it('[CAP14, CNF1] of a confidential source nothing is opened', async () => {
  const { asked } = await open('left the harbour', 'copy', true)
  expect(asked).toEqual([])
  expect(document.querySelector('.in-copy')).toBeNull()
})

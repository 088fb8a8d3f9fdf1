// @vitest-environment jsdom
import { act } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { setSingleKeys } from '#components/ui/use-shortcut.ts'
import { button, click, press, settle, textOf, write } from '#lib/testing/mount.ts'
import { openSourcing, panel, rowOf } from '#lib/testing/sourcing-page.tsx'
import {
  bare,
  cite,
  claim,
  contentOf,
  line,
  reviewOf,
  sourceCalled,
} from '#lib/testing/status-builder.ts'

const survey = cite('survey', { quote: 'The tower measures 41 m.' })
const sourced = claim('The tower is 41 metres high.', { id: 'tower', cites: [survey] })
const article = () =>
  reviewOf({
    content: contentOf([line('paragraph', sourced, bare('It rained.'), bare('It sank.'))]),
    sources: [sourceCalled('survey', { title: 'Survey' }), sourceCalled('log', { title: 'Log' })],
  })

const focusRow = (index: number) => act(async () => rowOf(index)?.focus())
const digit = (number: number, more: KeyboardEventInit = {}) =>
  press(more.shiftKey ? '!' : String(number), document.activeElement, {
    code: `Digit${number}`,
    ...more,
  })

/** jsdom has no clipboard. */
const paste = (text: string, files: readonly File[] = []) =>
  act(async () => {
    const event = new Event('paste', { bubbles: true, cancelable: true })
    const types = [...(text ? ['text/plain'] : []), ...(files.length ? ['Files'] : [])]
    Object.assign(event, { clipboardData: { types, files, getData: () => text } })
    document.activeElement?.dispatchEvent(event)
  })

beforeEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  Element.prototype.scrollIntoView = () => undefined
  setSingleKeys(true)
})

describe('keys of the list and of the panel', () => {
  it('[SRC14] a file that is pasted becomes a source, and a picture beside words does not', async () => {
    await openSourcing(article(), { current: 1 })
    await focusRow(1)
    await paste('harbour office', [new File(['x'], 'words.png')])
    expect(document.querySelector<HTMLInputElement>('[type=search]')?.value).toBe('harbour office')
    await press('Escape')
    await focusRow(1)
    await paste('', [new File([], 'minutes.pdf')])
    expect(textOf('.picker [role=alert]')).toContain('“minutes.pdf” is empty')
  })

  it('are the same in both', async () => {
    for (const place of ['list', 'panel']) {
      const page = await openSourcing(article(), { current: 1 })
      if (place === 'list') await focusRow(1)
      else await act(async () => panel()?.focus())
      await press('x')
      await press(' ')
      expect(page.called('exempt')).toEqual([['It rained.', 'Transition']])
      expect(page.called('sameAs')).toHaveLength(1)
      expect(page.called('select').at(-1)).toEqual([2])
      document.body.replaceChildren()
    }
  })

  it('a number attaches the source of the shelf and goes on; with Shift it stays', async () => {
    const page = await openSourcing(article(), { current: 1 })
    await focusRow(1)
    await digit(1, { shiftKey: true })
    expect(page.called('addCitation')).toEqual([
      ['It rained.', expect.objectContaining({ sourceId: 'survey', relation: 'supports' })],
    ])
    expect(page.called('select')).toEqual([])
    await digit(1)
    expect(page.called('addCitation')).toHaveLength(2)
    expect(page.called('select').at(-1)).toEqual([2])
    await digit(7)
    expect(page.called('announce').at(-1)).toEqual(['No source has the number 7.'])
  })

  it('X keeps the note that is there', async () => {
    const noted = claim('Why?', { kind: 'fact', note: 'Asked by the harbour master.' })
    const page = await openSourcing(reviewOf({ content: contentOf([line('paragraph', noted)]) }))
    await focusRow(0)
    await press('x')
    expect(page.called('exempt')).toEqual([['Why?', 'Asked by the harbour master.']])
  })

  it('a source that is attached already is not attached again', async () => {
    const page = await openSourcing(article(), { current: 0 })
    await focusRow(0)
    await digit(1)
    expect(page.called('addCitation')).toEqual([])
    expect(page.called('announce').at(-1)).toEqual(['Survey is attached already.'])
  })

  it('Del removes the last source, U takes the last step back', async () => {
    const page = await openSourcing(article(), { current: 0 })
    await focusRow(0)
    await press('Delete')
    expect(page.called('removeCitation')).toEqual([['The tower is 41 metres high.', survey]])
    await press('u')
    expect(page.called('undo')).toHaveLength(1)
  })

  it.each([
    ['finds', 'lo'],
    ['makes', 'Harbour office'],
  ])('S %s a source, and the keys are the list’s again', async (does, words) => {
    const page = await openSourcing(article(), { current: 1 })
    await focusRow(1)
    await press('s')
    const input = document.activeElement as HTMLInputElement
    await write(input, words)
    await settle()
    await press('Enter', input)
    if (does === 'makes') await click(button('Save and attach'))
    expect(page.called('addCitation')).toHaveLength(1)
    expect(page.called('select').at(-1)).toEqual([2])
    // From there the list takes the focus along to the next sentence.
    expect(document.activeElement).toBe(rowOf(1))
  })

  it('C and T ask, and a number answers; whatever else is pressed, nothing is lost', async () => {
    const page = await openSourcing(article(), { current: 0 })
    await focusRow(0)
    await press('c')
    expect(textOf('.asked')).toContain('How sure are we?')
    await digit(2)
    expect(page.called('setConfidence')).toEqual([['The tower is 41 metres high.', 'likely']])
    expect(document.querySelector('.asked')).toBeNull()
    expect(document.activeElement).toBe(rowOf(0))
    await press('t')
    await digit(3)
    expect(page.called('setKind')).toEqual([['The tower is 41 metres high.', 'quote']])
    await press('c')
    await press('Escape')
    await digit(2)
    expect(page.called('setConfidence')).toHaveLength(1)
    expect(page.called('leave')).toEqual([])
  })

  it('T on what owes nothing asks for the reason, and X takes the last one from then on', async () => {
    const free = claim('Why?', { kind: 'exempt', note: 'Transition' })
    const content = contentOf([line('paragraph', free, bare('Who?'))])
    const page = await openSourcing(reviewOf({ content }), { current: 0 })
    await focusRow(0)
    await press('t')
    await digit(2)
    expect(page.called('exempt').at(-1)).toEqual(['Why?', 'Question'])
    await press('t')
    await press('t')
    expect(textOf('.asked')).toContain('What kind of sentence is it?')
    localStorage.removeItem('galley:exempt-reason')
  })

  it('L reads a place from one line and goes on, D turns the last source against it', async () => {
    const page = await openSourcing(article(), { current: 0 })
    await focusRow(0)
    await press('l')
    const input = document.activeElement as HTMLInputElement
    expect(input.tagName).toBe('INPUT')
    await write(input, 'p. 14')
    await act(async () => input.form?.requestSubmit())
    const place = { label: 'page', value: '14' }
    expect(page.called('changeCitation')).toEqual([
      ['The tower is 41 metres high.', { ...survey, locator: place }],
    ])
    expect(page.called('select').at(-1)).toEqual([1])
    await press('d', rowOf(0))
    expect(page.called('changeCitation').at(-1)?.[1]).toMatchObject({ relation: 'contradicts' })
  })

  it('[EVI15] L keeps a line that would be a time and is none, and says so', async () => {
    const log = cite('log', { locator: { label: 'timestamp', value: 'early on' } })
    const talk = claim('It was closed.', { id: 'closed', cites: [log] })
    const content = contentOf([line('paragraph', talk, bare('It rained.'))])
    const sources = [sourceCalled('log', { title: 'Talk', kind: 'recording' })]
    const page = await openSourcing(reviewOf({ content, sources }), { current: 0 })
    await focusRow(0)
    await press('l')
    const input = document.activeElement as HTMLInputElement
    expect(input.value).toBe('early on')
    await write(input, '14')
    expect(textOf('.asked [role=status]')).toContain('This is no time')
    await act(async () => input.form?.requestSubmit())
    expect(document.activeElement).toBe(input)
    expect(page.called('changeCitation')).toEqual([])
    await write(input, '62:03')
    await act(async () => input.form?.requestSubmit())
    expect(page.called('changeCitation')).toEqual([
      ['It was closed.', { ...log, locator: { label: 'timestamp', value: '1:02:03' } }],
    ])
  })

  it('a link that is pasted becomes a source by Enter, or the one that the registry has', async () => {
    const known = sourceCalled('report', { title: 'Report', url: 'https://www.town.example/r' })
    const content = contentOf([line('paragraph', bare('It rained.'), bare('It sank.'))])
    const page = await openSourcing(reviewOf({ content, sources: [known] }), { current: 0 })
    await focusRow(0)
    await paste('http://town.example/r?utm_source=x')
    expect(textOf('.asked')).toContain('Already in the registry: Report')
    const input = document.activeElement as HTMLInputElement
    await write(input, 'https://town.example/new')
    expect(textOf('.asked')).toContain('New in the registry')
    await act(async () => input.form?.requestSubmit())
    expect(page.called('addCitation')).toEqual([
      ['It rained.', expect.objectContaining({ sourceId: 'linked' })],
    ])
    expect(page.called('select').at(-1)).toEqual([1])
    await paste('Harbour office')
    expect(document.querySelector<HTMLInputElement>('.picker input')?.value).toBe('Harbour office')
  })

  it('[SRC6] a link that no source may have is refused in words, and opens nothing', async () => {
    const page = await openSourcing(article(), { current: 1 })
    await focusRow(1)
    for (const [link, why] of [
      ['https://ann:secret@town.example/x', 'has a name or password in it'],
      ['https://town.example/'.padEnd(2_001, 'x'), 'is longer than 2,000 characters'],
    ] as const) {
      await paste(link)
      expect(page.called('announce').at(-1)?.[0]).toContain(why)
      expect(document.querySelector('.picker, .asked')).toBeNull()
    }
  })

  it('Backspace takes back as U does, and says where one is again', async () => {
    const page = await openSourcing(article(), { current: 1 })
    await focusRow(1)
    await digit(1)
    await press('Backspace')
    expect(page.called('undo')).toHaveLength(1)
    expect(page.called('select').at(-1)).toEqual([1])
    expect(page.called('announce').at(-1)).toEqual(['Removed. Back to sentence 2.'])
  })

  it('are silent when a person has switched single keys off', async () => {
    setSingleKeys(false)
    const page = await openSourcing(article(), { current: 1 })
    await focusRow(1)
    await press('x')
    expect(page.called('exempt')).toEqual([])
  })

  it('change nothing in an article that one may only read', async () => {
    const reviewed = article()
    const page = await openSourcing(reviewed, { current: 1, readOnly: true })
    await focusRow(1)
    for (const key of ['x', ' ', 'h', 'u', 'Delete', 's']) await press(key)
    await digit(1)
    expect(page.calls.filter(([name]) => name !== 'select')).toEqual([])
    expect(textOf('button')).not.toContain('Add')
  })
})

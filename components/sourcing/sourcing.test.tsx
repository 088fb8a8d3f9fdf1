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
beforeEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  Element.prototype.scrollIntoView = () => undefined
  setSingleKeys(true)
})

describe('focus', () => {
  it('moves from row to row with the arrows, and stops at the ends', async () => {
    const page = await openSourcing(article(), { current: 2 })
    await focusRow(2)
    await press('ArrowUp')
    await press('Home')
    await press('End')
    expect(page.called('select').slice(-3)).toEqual([[1], [0], [2]])
    await press('ArrowDown')
    expect(page.called('select').at(-1)).toEqual([2])
  })

  it('a tap chooses a row, also where the browser gives it no focus', async () => {
    const page = await openSourcing(article(), { current: 0 })
    await act(async () => void rowOf(2)?.dispatchEvent(new MouseEvent('click', { bubbles: true })))
    expect(page.called('select')).toEqual([[2]])
  })

  it('Enter goes to the panel, Escape leaves each of the two', async () => {
    const page = await openSourcing(article(), { current: 0 })
    await focusRow(0)
    await press('Enter')
    expect(document.activeElement).toBe(panel())
    await press('Escape')
    await focusRow(0)
    await press('Escape')
    expect(page.called('leave')).toEqual([['panel'], ['list']])
  })

  it('returns from the search to where it was asked for', async () => {
    await openSourcing(article(), { current: 1 })
    await focusRow(1)
    await press('s')
    expect(document.activeElement?.tagName).toBe('INPUT')
    await press('Escape')
    expect(document.activeElement).toBe(rowOf(1))
    await click(button(/Add/))
    await press('Escape')
    expect(document.activeElement).toBe(panel())
  })

  it('stays in the panel when a citation is removed, and when its form is left', async () => {
    await openSourcing(article(), { current: 0 })
    await click(button(/^Remove Survey/))
    expect(document.activeElement).toBe(panel())
    await click(button(/^Edit/))
    await click(button('Cancel'))
    expect(document.activeElement).toBe(panel())
    await click(button(/^Edit/))
    await click(button('Done'))
    expect(document.activeElement).toBe(panel())
  })
})

describe('what is being written', () => {
  const area = (label: string) =>
    [...document.querySelectorAll('label')]
      .find(({ textContent }) => textContent?.startsWith(label))
      ?.querySelector('textarea') as HTMLTextAreaElement

  it('a note goes to its own sentence when another one is chosen before the pause ends', async () => {
    const reviewed = article()
    const page = await openSourcing(reviewed, { current: 0 })
    const field = area('Note for readers')
    await act(async () => field.focus())
    await write(field, 'Measured in 1912.')
    await focusRow(2)
    await page.again(reviewed)
    expect(page.called('setPublicNote')).toEqual([
      ['The tower is 41 metres high.', 'Measured in 1912.'],
    ])
    expect(area('Note for readers').value).toBe('')
  })

  it('a note survives that somebody changes the sentence or one before it', async () => {
    const page = await openSourcing(article(), { current: 0 })
    const field = area('Note for the newsroom')
    await act(async () => field.focus())
    await write(field, 'Call the surveyor.')
    const moved = { ...sourced, text: 'The tower is 42 metres high.' }
    await page.again(
      reviewOf({
        content: contentOf([line('paragraph', moved, bare('It rained.'), bare('It sank.'))]),
      }),
    )
    expect(area('Note for the newsroom')).toBe(field)
    expect(field.value).toBe('Call the surveyor.')
  })

  it('nobody who only looks at a note writes it', async () => {
    const page = await openSourcing(article(), { current: 0 })
    const field = area('Note for readers')
    await act(async () => field.focus())
    await act(async () => field.blur())
    expect(page.called('setPublicNote')).toEqual([])
  })

  it('a passage is kept by Escape and on leaving for another sentence, and dropped by Cancel alone', async () => {
    const reviewed = article()
    const page = await openSourcing(reviewed, { current: 0 })
    const open = async () => {
      await click(button(/^Edit/))
      const field = document.querySelector<HTMLTextAreaElement>('textarea[name=quote]')
      if (!field) throw new Error('No passage is open')
      await write(field, 'It measures 41 m.')
      return field
    }
    const written = ['The tower is 41 metres high.', { ...survey, quote: 'It measures 41 m.' }]
    await open()
    await click(button('Cancel'))
    expect(page.called('changeCitation')).toEqual([])
    await press('Escape', await open())
    expect(page.called('changeCitation')).toEqual([written])
    await open()
    await focusRow(1)
    await page.again(reviewed)
    expect(page.called('changeCitation')).toEqual([written, written])
  })
})

describe('the search for a source', () => {
  const search = async (words: string) => {
    await click(button(/Add/))
    const input = document.querySelector<HTMLInputElement>('.picker input')
    if (!input) throw new Error('No search is open')
    await write(input, words)
    await settle()
    await press('Enter', input)
  }

  it('Enter takes the only one that is left', async () => {
    const page = await openSourcing(article(), { current: 1 })
    await search('lo')
    expect(page.called('addCitation')).toEqual([
      ['It rained.', expect.objectContaining({ sourceId: 'log' })],
    ])
  })

  it('Enter makes a source of what is not there, and attaches it', async () => {
    const page = await openSourcing(article(), { current: 1 })
    await search('https://www.town.example/report')
    const name = document.querySelector<HTMLInputElement>('input[name=title]')
    expect(document.activeElement).toBe(name)
    expect(name?.value).toBe('town.example')
    await click(button('Save and attach'))
    expect(page.called('createSource')).toEqual([
      [expect.objectContaining({ kind: 'webPage', url: 'https://www.town.example/report' })],
    ])
    expect(page.called('addCitation')).toEqual([
      ['It rained.', expect.objectContaining({ sourceId: 'made' })],
    ])
  })

  it('a withdrawn source is struck, and replaced without its passage', async () => {
    const withdrawn = sourceCalled('survey', { title: 'Survey', retiredAt: '2026-11-01T00:00:00Z' })
    const page = await openSourcing(
      reviewOf({
        content: contentOf([line('paragraph', sourced)]),
        sources: [withdrawn, sourceCalled('log', { title: 'Log' })],
      }),
    )
    expect(textOf('s')).toBe('Survey')
    await click(button(/^Replace/))
    const input = document.querySelector<HTMLInputElement>('.picker input')
    if (!input) throw new Error('No search is open')
    await write(input, 'Log')
    await press('Enter', input)
    expect(page.called('changeCitation')).toEqual([
      ['The tower is 41 metres high.', { ...survey, sourceId: 'log', quote: '' }],
    ])
  })
})

// @vitest-environment jsdom
// On the page it is fetched later.
import '#components/publication/blocker-list.tsx'
import { describe, expect, it } from 'vitest'
import type { SaveState, Unsaved } from '#lib/collab/browser/save-state.ts'
import { modelOf, recordedActions, type TestPage } from '#lib/testing/article-model.ts'
import { button, click, mount, textOf } from '#lib/testing/mount.ts'
import { bare, cite, claim, contentOf, line, reviewOf } from '#lib/testing/status-builder.ts'
import { wordsOf } from '#lib/testing/words.ts'
import type { Mode } from './model.ts'
import { readOnlyWords } from './read-only.ts'
import { SaveTrouble } from './save-trouble.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'

const sank = claim('It sank.', { cites: [cite('log')] })
const reviewed = reviewOf({
  content: contentOf([line('headline', bare('Ferry lost')), line('paragraph', sank)]),
})

async function openTopBar(page: TestPage = {}, mode: Mode = 'write') {
  const recorded = recordedActions()
  const opened: string[] = []
  await mount(
    <TopBar
      model={modelOf(reviewed, page)}
      mode={mode}
      actions={recorded.actions}
      isStateOpen={false}
      onOpen={(dialog) => opened.push(dialog)}
      onClose={() => opened.push('nothing')}
    />,
  )
  return { ...recorded, opened }
}

describe('TopBar', () => {
  it('offers publishing to those who publish, with what is left to clear', async () => {
    const { opened } = await openTopBar()
    await click(button(/^Publish… \d to clear/))
    expect(opened).toEqual(['publish'])
  })

  it('shows everybody else the same list, and takes them to its sentences', async () => {
    const { called } = await openTopBar({ rights: { publish: false } })
    expect(textOf('button')).not.toContain('Publish')
    await click(button(/^\d to clear/))
    await click(button(/Sentence 2/))
    expect(called('select')).toEqual([[1]])
    expect(called('setMode')).toEqual([['write']])
  })

  it('is the first heading only where the text does not show one', async () => {
    await openTopBar()
    expect(textOf('h1')).toBe('')
    expect(textOf('.crumb-title')).toBe('Ferry lost')
    document.body.replaceChildren()
    await openTopBar({}, 'source')
    expect(textOf('h1')).toBe('Ferry lost')
  })

  it('says which mode is on, and switches', async () => {
    const { called } = await openTopBar({}, 'source')
    expect(button('Source').getAttribute('aria-pressed')).toBe('true')
    await click(button('Review'))
    expect(called('setMode')).toEqual([['review']])
  })
})

async function openStatus(page: TestPage = {}, mode: Mode = 'write', shown = reviewed) {
  let next = 0
  await mount(
    <StatusBar
      model={modelOf(shown, page)}
      mode={mode}
      density="needsWork"
      embedded
      onDensity={() => undefined}
      onNext={() => {
        next += 1
      }}
      orphans={0}
      onTray={() => undefined}
    />,
  )
  return { nextTimes: () => next }
}

/** Changes of which so many are kept; by default all. */
const unsaved = (changes: number, kept = changes) => ({ changes, kept, isFailing: false })
/** The same on a device that takes nothing. */
const alone = (changes: number, kept = 0) => ({ changes, kept, isFailing: true })

describe('StatusBar', () => {
  it('says coverage in words, and what is next', async () => {
    const { nextTimes } = await openStatus({ current: 1 })
    expect(textOf('.cov-line')).toBe('1 of 2 tagged · 0 evidenced · 0 approved')
    await click(button(/^Next: sentence 1, untagged/))
    expect(nextTimes()).toBe(1)
    expect(textOf('.words')).toBe('4 words')
  })

  it('[GAT9] says what else is owed when every sentence has its evidence', async () => {
    const unsaid = claim('It sank.', { cites: [cite('log')], confidence: null })
    const content = contentOf([line('paragraph', sank, unsaid)])
    await openStatus({}, 'write', reviewOf({ content }))
    expect(textOf('.btn')).toContain('Next: sentence 2, say how confident we are')
  })

  it.each<readonly [string, SaveState]>([
    ['Saved', { kind: 'saved' }],
    ['Saving…', { kind: 'saving' }],
    ['Offline', { kind: 'offline', ...unsaved(0) }],
    ['Offline: 1 change kept here', { kind: 'offline', ...unsaved(1) }],
    ['Offline: 12 changes kept here', { kind: 'offline', ...unsaved(13, 12) }],
    ['Offline: keep this tab open, 1 change is only in it', { kind: 'offline', ...alone(1) }],
    ['Offline: keep this tab open, 5 changes are only in it', { kind: 'offline', ...alone(7, 2) }],
    ['Not saved: trying again', { kind: 'notSaved', ...unsaved(1, 0) }],
    ['Not saved: 3 changes kept on this device, trying again', { kind: 'notSaved', ...unsaved(3) }],
    ['Not saved: keep this tab open, trying again', { kind: 'notSaved', ...alone(3, 2) }],
    ['Not connected', { kind: 'held', why: { kind: 'tooManyTabs' }, ...unsaved(0) }],
    [
      'Not saved: 2 changes kept on this device, trying again',
      { kind: 'held', why: { kind: 'tooManyTabs' }, ...unsaved(2) },
    ],
    ['You have been signed out', { kind: 'signedOut', ...unsaved(0) }],
  ])('[COP1, COP2] %s', async (words, save) => {
    await openStatus({ save })
    expect(textOf('.save')).toBe(words)
  })
})

describe('trouble', () => {
  it.each<readonly [SaveState, string]>([
    [{ kind: 'signedOut', ...unsaved(0) }, '/sign-in?next=%2F'],
    [{ kind: 'gone', ...unsaved(0) }, '/'],
    [{ kind: 'outdated', ...unsaved(0) }, '/'],
    [{ kind: 'refused', why: 'tooBig', ...unsaved(1) }, '/'],
    [{ kind: 'held', why: { kind: 'tooManyTabs' }, ...unsaved(0) }, '/'],
  ])('%o has a way out', async (save, href) => {
    await mount(<SaveTrouble save={save} />)
    expect(document.querySelector('[role=alert] a')?.getAttribute('href')).toBe(href)
  })

  it.each<readonly [Unsaved, string]>([
    [unsaved(0), 'What you wrote is saved.'],
    [unsaved(5), '5 changes are kept on this device.'],
    [alone(1), '1 change is only in this tab: copy what you wrote before you leave the page.'],
  ])('[COP1, COP2] %o is said where it is', async (changes, words) => {
    await mount(<SaveTrouble save={{ kind: 'signedOut', ...changes }} />)
    expect(textOf('[role=alert] p')).toBe(`You have been signed out. ${words}`)
    await mount(<SaveTrouble save={{ kind: 'outdated', ...changes }} />)
    expect(document.body.textContent).toContain(`A newer Galley is running. ${words}`)
  })

  it.each<SaveState>([{ kind: 'saved' }, { kind: 'offline', ...unsaved(1) }])(
    '%o needs no banner',
    async (save) => {
      await mount(<SaveTrouble save={save} />)
      expect(document.querySelector('[role=alert]')).toBeNull()
    },
  )
})

it('says why an article cannot be changed, unless the banner does', () => {
  const words = (page: TestPage) =>
    readOnlyWords(wordsOf('workspace'), modelOf(reviewed, { readOnly: true, ...page }))
  expect(words({ rights: { write: false } })).toContain('You may read this article')
  expect(words({ facts: { state: 'archived' } })).toBeNull()
  expect(words({ save: { kind: 'signedOut', ...unsaved(0) } })).toBeNull()
  expect(words({ readOnly: false })).toBeNull()
})

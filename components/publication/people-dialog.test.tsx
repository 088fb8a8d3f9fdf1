// @vitest-environment jsdom
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { modelOf, recordedActions, type TestPage } from '#lib/testing/article-model.ts'
import { button, click, mount, textOf, write } from '#lib/testing/mount.ts'
import { bare, cite, claim, contentOf, line, reviewOf } from '#lib/testing/status-builder.ts'
import { MoveDialog } from './move-dialog.tsx'
import { OwedNotice } from './owed-notice.tsx'
import { PeopleDialog } from './people-dialog.tsx'
import { StateMenu, type StateMenuProps } from './state-menu.tsx'

const reviewed = reviewOf({ content: contentOf([line('paragraph', bare('It sank.'))]) })
const people = ['ana', 'ben', 'cleo'].map((id) => ({ id, name: id, email: `${id}@galley.test` }))

async function open(page: TestPage = {}, answers: Parameters<typeof recordedActions>[0] = {}) {
  const recorded = recordedActions(answers)
  let closed = 0
  const close = () => {
    closed += 1
  }
  const props = { model: modelOf(reviewed, page), actions: recorded.actions, people }
  await mount(<PeopleDialog {...props} isOpen onClose={close} />)
  return { ...recorded, closedTimes: () => closed }
}

/** The menu as the page has it: it is opened and closed. */
function OpenableMenu(props: Pick<StateMenuProps, 'model' | 'actions'>) {
  const [isOpen, setOpen] = useState(false)
  return <StateMenu {...props} isOpen={isOpen} onOpenChange={setOpen} />
}

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('.people li input')]

describe('PeopleDialog', () => {
  it('saves who is assigned, and who is named while it is restricted', async () => {
    const { called, closedTimes } = await open({ facts: { assigned: ['ana'], named: [] } })
    expect(boxes()).toHaveLength(3)
    await click(document.querySelector<HTMLInputElement>('input[role=switch]')!)
    expect(boxes()).toHaveLength(6)
    await click(boxes()[4]!)
    await click(boxes()[0]!)
    await click(button('Save'))
    const seen = { restricted: false, assigned: ['ana'], named: [] }
    const wanted = { restricted: true, assigned: [], named: ['ben'] }
    expect(called('setPeople')).toEqual([[{ ...wanted, seen }]])
    expect(closedTimes()).toBe(1)
  })

  it('searches, and keeps those who are ticked in sight', async () => {
    await open({ facts: { assigned: ['ana'] } })
    await write(document.querySelector<HTMLInputElement>('.people input[type=search]')!, 'CLEO')
    expect(textOf('.people li')).toBe('anaana@galley.test | cleocleo@galley.test')
  })

  it('says a refusal in place, and keeps what was ticked', async () => {
    const message = 'You would lose sight of the article: name yourself too.'
    const { closedTimes } = await open(
      {},
      { setPeople: async () => ({ ok: false, status: 409, message, body: null }) },
    )
    await click(boxes()[1]!)
    await click(button('Save'))
    expect(textOf('[role=alert]')).toContain(message)
    expect(boxes()[1]?.checked).toBe(true)
    expect(closedTimes()).toBe(0)
  })

  it('without the right it only shows', async () => {
    await open({ rights: { people: false } })
    expect(document.querySelector('fieldset')?.disabled).toBe(true)
    expect(textOf('footer')).toBe('Close')
  })
})

const NO_MOVES = { move: false, check: false, legal: false, archive: false }
const OWED = { at: '2026-01-01T00:00:00Z', personName: 'Ana', note: '', read: null }

describe('StateMenu', () => {
  it.each([
    [{ facts: { state: 'retracted' }, rights: NO_MOVES }, []],
    [{ facts: { state: 'draft' }, rights: NO_MOVES }, []],
    [{ facts: { state: 'inReview' }, rights: { ...NO_MOVES, move: true } }, ['Take back to draft']],
    [
      { facts: { state: 'checked' }, rights: { legal: false, archive: false } },
      ['Mark as ready', 'Take back to draft', 'Back to review', 'Request changes'],
    ],
    [{ facts: { state: 'checked', legal: OWED }, rights: NO_MOVES }, []],
    [
      { facts: { state: 'legalRead', legal: OWED }, rights: { ...NO_MOVES, legal: true } },
      ['Legal read done: ready', 'Request changes'],
    ],
    [
      { facts: { state: 'draft' }, rights: { archive: false } },
      ['Hand over to the desk', 'Send to review', 'Mark as checked', 'Mark as ready'],
    ],
  ] as const)('[STA1, STA6] %o: the moves that are open to one', async (page, names) => {
    const { actions } = recordedActions()
    await mount(<OpenableMenu model={modelOf(reviewed, page)} actions={actions} />)
    await click(button(/State of the article/))
    const items = [...document.querySelectorAll('[role=menuitem]')].map((item) => item.textContent)
    expect(items).toEqual([...names, 'Deadline, legal read, moves…'])
  })

  it('[STA4] a step that is left out is not left out without a reason', async () => {
    const { actions, called } = recordedActions()
    const dialog = <MoveDialog from="draft" to="checked" actions={actions} onClose={() => {}} />
    await mount(dialog)
    await click(button('Mark as checked'))
    expect(called('move')).toEqual([])
    expect(textOf('.err')).toContain('That leaves out the review')
    await write(document.querySelector('textarea')!, 'A short notice.')
    await click(button('Mark as checked'))
    expect(called('move')).toEqual([['checked', 'A short notice.']])
  })

  it('[STA8] the end of a legal read says what was read, and what came meanwhile is seen after it was named', async () => {
    const { actions, called } = recordedActions({
      move: async () => ({ ok: false, status: 409, message: 'One has changed.', body: null }),
    })
    const dialog = (fingerprint: string) => (
      <MoveDialog
        {...{ from: 'legalRead', to: 'ready', actions, sentences: [{ fingerprint }] }}
        onClose={() => {}}
      />
    )
    const { show } = await mount(dialog('a'))
    await show(dialog('b'))
    const press = () => click(document.querySelector<HTMLElement>('footer .primary')!)
    await press()
    await press()
    expect(called('move')).toEqual([
      ['ready', '', ['a']],
      ['ready', '', ['b']],
    ])
  })

  it('[GAT9] who sends an article to review is told what its writers still owe, and gets there', async () => {
    const cites = [cite('log')]
    const unsaid = claim('All lived.', { cites, confidence: null })
    const sentences = [claim('It sank.', { cites }), unsaid, bare('It rained.')]
    const model = modelOf(reviewOf({ content: contentOf([line('paragraph', ...sentences)]) }))
    const { actions } = recordedActions()
    const shown: number[] = []
    const dialog = (to: 'inReview' | 'archived', blockers = model.blockers) => (
      <MoveDialog
        {...{ from: 'draft', to, actions }}
        owed={<OwedNotice blockers={blockers} onGo={(index) => shown.push(index)} />}
        onClose={() => {}}
      />
    )
    const { show } = await mount(dialog('inReview'))
    expect(textOf('.notice p')).toBe(
      '2 sentences still wait for their writers: say how confident we are, add a source. What they add after an approval has to be approved again.',
    )
    await show(dialog('archived'))
    expect(document.querySelector('.notice')).toBeNull()
    await show(dialog('inReview', []))
    expect(document.querySelector('.notice')).toBeNull()
    await show(dialog('inReview'))
    await click(button('Go to sentence 2'))
    expect(shown).toEqual([1])
  })

  it('a move takes a note, and says a refusal in place', async () => {
    const message = 'An article that is a draft cannot become archived this way.'
    const { actions, called } = recordedActions({
      move: async () => ({ ok: false, status: 409, message, body: null }),
    })
    let closed = false
    const close = () => {
      closed = true
    }
    await mount(<MoveDialog from="draft" to="archived" actions={actions} onClose={close} />)
    await write(document.querySelector<HTMLTextAreaElement>('textarea')!, 'Overtaken by events.')
    await click(button('Archive'))
    expect(called('move')).toEqual([['archived', 'Overtaken by events.']])
    expect(textOf('[role=alert]')).toContain(message)
    expect(closed).toBe(false)
  })
})

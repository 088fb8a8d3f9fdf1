// @vitest-environment jsdom
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import type { Warning } from '#lib/domain/publication/warnings.ts'
import { modelOf, recordedActions, type TestPage } from '#lib/testing/article-model.ts'
import { button, click, mount, textOf, write } from '#lib/testing/mount.ts'
import {
  approvalOf,
  bare,
  type Claim,
  cite,
  claim,
  contentOf,
  line,
  reviewOf,
} from '#lib/testing/status-builder.ts'
import { PublishDialog, type PublishDialogProps } from './publish-dialog.tsx'

const RUMOUR = { confidence: 'unconfirmed', cites: [cite('log')] } as const
const fell = claim('It fell.', { kind: 'fact', ...RUMOUR })
const rose = claim('It rose.', { kind: 'fact', ...RUMOUR })
const pushed = claim('She pushed it.', {
  ...{ kind: 'allegation', confidence: 'likely', cites: [cite('log', { quote: 'She pushed.' })] },
})

/** The dialog as the page has it: it closes, and is opened again. */
function Page({ onOpen, ...props }: Omit<PublishDialogProps, 'isOpen' | 'onClose'>) {
  const [isOpen, setOpen] = useState(true)
  const open: typeof onOpen = (what) => {
    onOpen(what)
    setOpen(what === 'publish')
  }
  return <PublishDialog {...props} isOpen={isOpen} onOpen={open} onClose={() => setOpen(false)} />
}

const reviewed = (claims: readonly Claim[]) => {
  const content = contentOf([line('paragraph', ...claims)])
  const before = reviewOf({ content })
  const approvals = before.statuses
    .filter(({ annotations }) => annotations.length)
    .map(({ sentence }) => approvalOf(before, { on: sentence.text, by: 'ana' }))
  return reviewOf({ content, approvals })
}

async function open(
  claims: readonly Claim[],
  answers: Parameters<typeof recordedActions>[0] = {},
  more: readonly Blocker[] = [],
) {
  const recorded = recordedActions(answers)
  const opened: string[] = []
  const pageOf = (shown: readonly Claim[], page: TestPage = {}) => {
    const model = modelOf(reviewed(shown), page)
    return (
      <Page
        model={{ ...model, blockers: [...model.blockers, ...more] }}
        actions={recorded.actions}
        onOpen={(what) => opened.push(what)}
      />
    )
  }
  const { show } = await mount(pageOf(claims))
  return {
    ...recorded,
    opened,
    showWith: (shown: readonly Claim[], page: TestPage = {}) => show(pageOf(shown, page)),
  }
}

const publish = () => button(/^Publish version/)
const isDialogThere = () => document.querySelector('[role=dialog]') !== null
const reason = (kind: string) =>
  document.querySelector<HTMLTextAreaElement>(`textarea[name=reason-${kind}]`)!
const way = () => document.querySelector<HTMLButtonElement>('.publish-back button')

describe('warnings in the publish dialog', () => {
  it('[GAT8] nothing goes out without a reason; one serves all sentences of its kind', async () => {
    const { called } = await open([fell, rose])
    expect(textOf('.warnings h3')).toContain('2 warnings')
    expect(publish().getAttribute('aria-disabled')).toBe('true')
    await click(publish())
    expect(called('publish')).toEqual([])
    expect(called('announce')).toEqual([['2 warnings need a reason.']])
    await write(reason('lowConfidence'), '  ')
    expect(publish().getAttribute('aria-disabled')).toBe('true')
    await write(reason('lowConfidence'), 'All ask for it.')
    await click(publish())
    const fingerprints = reviewed([fell, rose]).statuses.map(({ fingerprint }) => fingerprint)
    expect(called('publish')[0]?.[3]).toEqual({
      overrides: [],
      reasons: [{ kind: 'lowConfidence', fingerprints, reason: 'All ask for it.' }],
    })
  })

  it('[GAT8] one that comes up after the reason was written needs it again', async () => {
    const { called, showWith } = await open([fell])
    await write(reason('lowConfidence'), 'All ask for it.')
    expect(publish().getAttribute('aria-disabled')).toBe('false')
    await showWith([fell, rose])
    expect(publish().getAttribute('aria-disabled')).toBe('true')
    expect(textOf('.warnings .err')).toContain('before sentence 2 came up')
    await click(button('It holds for that, too'))
    await click(publish())
    expect(called('publish')[0]?.[3]).toMatchObject({ reasons: [{ reason: 'All ask for it.' }] })
  })

  it('[GAT7] what only the server knows is asked for when it opens', async () => {
    const { statuses } = reviewed([pushed])
    const fingerprint = statuses[0]?.fingerprint ?? ''
    const told: readonly Warning[] = [
      { kind: 'passageNotFound', sentence: 0, text: '', message: 'Not there.', fingerprint },
      { kind: 'passageNotFound', sentence: 0, text: '', message: 'x', fingerprint: 'other words' },
    ]
    await open([pushed], { warnings: async () => ({ ok: true, value: { warnings: told } }) })
    const rows = [...document.querySelectorAll('.warnings .gate-row .w')]
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'Sentence 1: one source for an allegation',
      'Sentence 1: passage not found',
    ])
  })

  it('[GAT8] 422: a warning that the server found is shown, and what was written stays', async () => {
    const fingerprint = reviewed([fell]).statuses[0]?.fingerprint ?? ''
    const found = { kind: 'passageNotFound', sentence: 0, text: 'It fell.', message: 'Not there.' }
    const body = { blockers: [], warnings: [{ ...found, fingerprint }] }
    const message = 'A warning has no reason yet.'
    await open([fell], { publish: async () => ({ ok: false, status: 422, message, body }) })
    await write(reason('lowConfidence'), 'All ask for it.')
    await click(publish())
    expect(textOf('[role=alert]')).toContain(message)
    expect(reason('passageNotFound').value).toBe('')
    expect(reason('lowConfidence').value).toBe('All ask for it.')
    expect(publish().getAttribute('aria-disabled')).toBe('true')
  })
})

describe('the way back to the publish dialog', () => {
  it('stays with what is left after a look, until it is pressed; what was written is still there', async () => {
    const { called, opened, showWith } = await open([fell, bare('It rained.')])
    await write(document.querySelector<HTMLTextAreaElement>('textarea[name=note]')!, 'News.')
    await click(button('Sentence 2: add a source'))
    expect(isDialogThere()).toBe(false)
    expect(called('select')).toEqual([[1]])
    expect(way()?.textContent).toContain('Back to publish (2 left)')
    await showWith([fell])
    expect(way()?.textContent).toContain('(1 left)')
    await click(way()!)
    expect(opened).toEqual(['publish'])
    expect(way()).toBeNull()
    expect(document.querySelector<HTMLTextAreaElement>('textarea[name=note]')?.value).toBe('News.')
    await write(reason('lowConfidence'), 'All ask for it.')
    await click(button('Sentence 1: unconfirmed'))
    expect(way()?.textContent).toContain('(nothing left)')
    await click(way()!)
    expect(reason('lowConfidence').value).toBe('All ask for it.')
    await click(button('Keep the draft'))
    expect([isDialogThere(), way()]).toEqual([false, null])
  })

  it('is gone once a version is out', async () => {
    const { showWith } = await open([fell])
    await click(button('Sentence 1: unconfirmed'))
    expect(way()).not.toBeNull()
    const ref = {
      number: 1,
      change: 'first',
      note: '',
      publishedAt: '2026-11-01T10:00:00Z',
    } as const
    await showWith([fell], { facts: { versions: [{ ...ref, hash: 'f00d' }] } })
    expect(way()).toBeNull()
  })

  const wide = (kind: Blocker['kind'], more: Partial<Blocker> = {}): Blocker => {
    return { kind, sentence: null, text: '', message: `It is ${kind}.`, ...more }
  }

  it.each<[Blocker, readonly string[], readonly unknown[][]]>([
    [wide('legalReadDue'), ['state'], []],
    [wide('leak', { place: 'data' }), ['data'], []],
    [wide('questionWithoutSentence'), [], [['review']]],
    [wide('suggestion'), [], [['write']]],
  ])('%o is a way to where it is put right', async (blocker, opens, modes) => {
    const { called, opened } = await open([fell], {}, [blocker])
    await click(button(blocker.message))
    expect(opened).toEqual(opens)
    expect(called('setMode')).toEqual(modes)
    expect(way()).not.toBeNull()
  })

  it('what stands in the dialog itself leads nowhere', async () => {
    await open([fell], {}, [wide('leak')])
    expect(textOf('div.gate-row')).toContain('It is leak.')
  })
})

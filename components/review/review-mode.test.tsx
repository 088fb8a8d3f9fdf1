// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { button, click, press, settle, textOf, write } from '#lib/testing/mount.ts'
import {
  authored,
  before,
  cites,
  field,
  openReview,
  PAID,
  paid,
  stage,
} from '#lib/testing/review-page.tsx'
import {
  approvalOf,
  bare,
  claim,
  contentOf,
  line,
  queryOf,
  reviewOf,
} from '#lib/testing/status-builder.ts'

describe('keys', () => {
  it('A approves what is shown, says what is left, and goes on to the next', async () => {
    const { called, reviewed } = await openReview()
    await press('a', stage())
    const fingerprint = reviewed.statuses[0]?.fingerprint
    expect(called('decide')).toEqual([[[{ index: 0, fingerprint, verdict: 'approve' }]]])
    expect(called('announce')).toEqual([['Approved. 2 left.']])
    expect(called('select')).toEqual([[1]])
  })

  it('[QUE5] review begins at the first sentence whose turn is mine, wherever writing was', async () => {
    const approvals = [approvalOf(before, { on: PAID, by: 'ben' })]
    const { called } = await openReview({ approvals }, { current: 0 })
    expect(called('select')).toEqual([[1]])
    const own = await openReview({}, { current: 2 })
    expect(own.called('select')).toEqual([])
  })

  it('[QUE9] the head of the queue says how long what is left takes, by one’s own pace', async () => {
    const head = () => textOf('.qh')
    const { again } = await openReview()
    expect(head()).toContain('0 of 3 done, about a minute left')
    const slow = ['00', '04', '08', '12', '16', '20'].map((minute) =>
      approvalOf(before, { on: PAID, by: 'ben', at: `2026-11-20T10:${minute}:00Z` }),
    )
    await again(reviewOf({ content: paid(PAID), approvals: slow }))
    expect(head()).toContain('1 of 3 done, about 8 minutes left')
    const all = ['It rained.', 'It sank.'].map((on) => approvalOf(before, { on, by: 'ben' }))
    await again(reviewOf({ content: paid(PAID), approvals: [...slow, ...all] }))
    expect(head()).toContain('3 of 3 doneAll sentences')
  })

  it('J and K walk the queue and decide nothing', async () => {
    const { called } = await openReview({}, { current: 1 })
    await press('j', stage())
    await press('k', stage())
    expect(called('select')).toEqual([[2], [0]])
    expect(called('decide')).toEqual([])
  })

  it('do nothing in a field, outside the region, with a modifier, or while held down', async () => {
    const { called } = await openReview()
    await press('q', stage())
    await press('a', field())
    await press('a', document.body)
    await press('a', stage(), { ctrlKey: true })
    await press('a', stage(), { repeat: true })
    expect(called('decide')).toEqual([])
  })

  it('U takes back the approval of what is shown, or the one that was given last', async () => {
    const { called, again, actions } = await openReview()
    await press('a', stage())
    const approvals = [approvalOf(before, { on: PAID, by: 'ben' })]
    await again(reviewOf({ content: paid(PAID), approvals }), { current: 1 })
    await press('u', stage())
    expect(called('undoApproval')).toEqual([[approvals[0]?.id]])
    expect(called('select').at(-1)).toEqual([0])
    expect(actions).toBeDefined()
  })
})

const KEPT = { changes: 2, kept: 2, isFailing: false }

describe('why not', () => {
  const approve = () => button('Approve and next')

  it('[QUE4] one’s own work: approving is refused in words, asking is not', async () => {
    const { called } = await openReview({}, {}, authored(0))
    expect(approve().getAttribute('aria-disabled')).toBe('true')
    expect(
      document.getElementById(approve().getAttribute('aria-describedby') ?? '')?.textContent,
    ).toBe('You changed this: somebody else has to approve it.')
    await press('a', stage())
    await click(approve())
    expect(called('decide')).toEqual([])
    expect(called('announce')[0]).toEqual(['You changed this: somebody else has to approve it.'])
    expect(button('Query').getAttribute('aria-disabled')).toBeNull()
  })

  it.each([
    [{ kind: 'offline', ...KEPT } as const, 'Offline: decisions need the server.'],
    [{ kind: 'signedOut', ...KEPT } as const, 'sign in again'],
    [{ kind: 'notSaved', ...KEPT } as const, 'Not saved'],
    [{ kind: 'held', why: { kind: 'tooManyTabs' }, ...KEPT } as const, 'Not connected'],
  ])('%o: nothing is sent, the buttons keep the focus', async (save, words) => {
    const { called } = await openReview({}, { save })
    expect(textOf('.decide-why')).toContain(words)
    await press('a', stage())
    await press('q', stage())
    await click(approve())
    expect(document.activeElement).toBe(approve())
    expect(called('decide')).toEqual([])
  })

  it.each([
    [{ rights: { decide: false } }, 'Only reviewers approve, query and reject.'],
    [{ facts: { state: 'archived' } } as const, 'archived'],
    [{ facts: { state: 'retracted' } } as const, 'retracted'],
  ])('%o: the bar explains, and offers nothing', async (page, words) => {
    await openReview({}, page)
    expect(textOf('.decide')).toContain(words)
    expect(textOf('.decide button')).not.toContain('Approve')
  })
})

describe('queries and rejections', () => {
  it.each([
    ['q', 'query', 'Write what you ask.'],
    ['r', 'reject', 'Write why you reject it.'],
  ] as const)('%s: the note is required, and goes with it', async (key, verdict, missing) => {
    const { called } = await openReview()
    await press(key, stage())
    expect(document.activeElement).toBe(field())
    await press('Enter', field(), { ctrlKey: true })
    expect(textOf('.question .err')).toContain(missing)
    expect(called('decide')).toEqual([])
    await write(field()!, 'Who says so?')
    await press('Enter', field(), { ctrlKey: true })
    expect(called('decide')).toMatchObject([[[{ index: 0, verdict, note: 'Who says so?' }]]])
    expect(field()).toBeNull()
    expect(document.activeElement).toBe(stage())
  })

  it('Escape closes the field and keeps the note', async () => {
    await openReview()
    await press('q', stage())
    await write(field()!, 'Who says so?')
    await press('Escape', field())
    expect(field()).toBeNull()
    expect(document.activeElement).toBe(stage())
    await press('q', stage())
    expect(field()?.value).toBe('Who says so?')
  })

  it('a note follows its sentence, and is never sent to another', async () => {
    const { again, called } = await openReview()
    await press('q', stage())
    await write(field()!, 'Who says so?')
    const moved = contentOf([
      line('headline', bare('New.')),
      line('paragraph', claim('They paid 398.', { id: 'paid', kind: 'number', cites })),
    ])
    await again(reviewOf({ content: moved }), { current: 0 })
    expect(field()).toBeNull()
    expect(textOf('.decide')).toContain('Your note on sentence 2 is not sent yet.')
    await press('r', stage())
    expect(textOf('[role=alert]')).toContain('send or discard it first')
    await again(reviewOf({ content: moved }), { current: 1 })
    await press('Enter', field(), { ctrlKey: true })
    expect(called('decide')).toMatchObject([[[{ index: 1, note: 'Who says so?' }]]])
  })

  it('[REV5] the one who asked closes it; others do not see how', async () => {
    const query = queryOf(before, { on: PAID, by: 'ben', verdict: 'query', note: 'Sure?' })
    const { called } = await openReview({ queries: [query] })
    await click(button('Close the query'))
    await click(button('Close the query'))
    expect(called('closeQuery')).toEqual([[query.id, { outcome: 'confirmed', reason: '' }]])
  })

  it('[REV5] a chief closes with a reason, nobody else’s is closable', async () => {
    const queries = [queryOf(before, { on: PAID, by: 'ana', verdict: 'query', note: 'Sure?' })]
    await openReview({ queries })
    expect(textOf('.questions')).not.toContain('Close the query')
    const { called } = await openReview({ queries }, { rights: { overrule: true } })
    await click(button('Close the query'))
    await click(button('Close the query'))
    expect(textOf('.questions .err')).toContain('Write why you close it')
    expect(called('closeQuery')).toEqual([])
    await write(
      document.querySelector<HTMLTextAreaElement>('.questions textarea')!,
      'Settled by phone.',
    )
    await click(button('Close the query'))
    expect(called('closeQuery')).toEqual([
      [queries[0]?.id, { outcome: 'confirmed', reason: 'Settled by phone.' }],
    ])
  })
})

describe('refusals', () => {
  const answer = (status: number, message?: string) => ({
    decide: async () => ({ ok: true as const, value: [{ status, ...(message && { message }) }] }),
  })

  it('409: the note stays, the words say what happened, the new difference shows', async () => {
    const approvals = [approvalOf(before, { on: PAID, by: 'ben' })]
    const { called, again } = await openReview(
      { content: paid('They paid 398.'), approvals },
      {},
      answer(409),
    )
    await press('q', stage())
    await write(field()!, 'Who says so?')
    await press('Enter', field(), { ctrlKey: true })
    expect(textOf('.question .err')).toContain('nothing was decided')
    expect(field()?.value).toBe('Who says so?')
    expect(document.activeElement).toBe(field())
    await again(reviewOf({ content: paid('They paid 397.'), approvals }))
    expect(field()?.value).toBe('Who says so?')
    expect(textOf('.diff del')).toBe('412')
    expect(textOf('.diff ins')).toBe('397')
    expect(called('select')).toEqual([])
  })

  it('409 on approving: nothing moves, the focus stays', async () => {
    const { called } = await openReview({}, {}, answer(409))
    await click(button('Approve and next'))
    expect(textOf('[role=alert]')).toContain('nothing was decided')
    expect(document.activeElement).toBe(button('Approve and next'))
    expect(called('select')).toEqual([])
  })

  it('403 and lost connections are said in place', async () => {
    await openReview({}, {}, answer(403, 'You changed this sentence.'))
    await press('a', stage())
    expect(textOf('[role=alert]')).toContain('You changed this sentence.')
    await openReview(
      {},
      {},
      {
        decide: async () => ({
          ok: false,
          status: 0,
          message: 'The server was not reached.',
          body: null,
        }),
      },
    )
    await press('a', [...document.querySelectorAll('.stage')].at(-1))
    expect(textOf('[role=alert]')).toContain('The server was not reached.')
  })

  it('one decision at a time: a second press waits for the answer', async () => {
    let release = () => undefined as undefined
    const gate = new Promise<void>((resolve) => {
      release = () => void resolve() as undefined
    })
    const { called } = await openReview(
      {},
      {},
      {
        decide: async () => {
          await gate
          return { ok: true, value: [{ status: 200 }] }
        },
      },
    )
    await press('a', stage())
    await press('a', stage())
    expect(called('decide')).toHaveLength(1)
    release()
    await settle()
    expect(called('select')).toEqual([[1]])
  })
})

// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { button, click, press, textOf, write } from '#lib/testing/mount.ts'
import { before, openReview, PAID, paid, stage } from '#lib/testing/review-page.tsx'
import { queryOf } from '#lib/testing/status-builder.ts'

const asked = queryOf(before, { on: PAID, by: 'ana', verdict: 'query', note: 'Sure?' })
const answerField = () => document.querySelector<HTMLTextAreaElement>('.questions textarea')
const said = { id: 'm', personId: 'ben', personName: 'Ben', text: 'I called.', fingerprint: 'x' }

describe('a question', () => {
  it('[REV11] is answered by whoever reads it; a refusal keeps every word', async () => {
    const refusal = { ok: false as const, status: 409, message: 'It has been closed.', body: null }
    const { called } = await openReview(
      { queries: [asked] },
      {},
      { answerQuery: async () => refusal },
    )
    await click(button('Answer'))
    await write(answerField()!, 'The bank says so.')
    await press('Enter', answerField(), { ctrlKey: true })
    expect(called('answerQuery')).toEqual([[asked.id, 'The bank says so.']])
    expect(textOf('.questions .err')).toContain('It has been closed.')
    expect(answerField()?.value).toBe('The bank says so.')
  })

  it('[REV11] shows what was said, and keeps what is typed for as long as the page lives', async () => {
    const queries = [{ ...asked, id: 'talk', messages: [{ ...said, at: asked.at }] }]
    await openReview({ queries })
    expect(textOf('.questions')).toContain('You answered')
    await click(button('Answer'))
    await write(answerField()!, 'And the')
    await press('Escape', answerField())
    await openReview({ queries })
    expect(answerField()?.value).toBe('And the')
    await click(button('Discard'))
    expect(answerField()).toBeNull()
  })

  it('whose field closes leaves the focus at its sentence', async () => {
    await openReview({ queries: [{ ...asked, id: 'focus' }] })
    await click(button('Answer'))
    expect(document.activeElement).toBe(answerField())
    await press('Escape', answerField())
    expect(document.activeElement).toBe(stage())
    await click(button('Answer'))
    await write(answerField()!, 'The bank says so.')
    await press('Enter', answerField(), { ctrlKey: true })
    expect(answerField()).toBeNull()
    expect(document.activeElement).toBe(stage())
  })

  it('[REV12] that is closed says how it ended, by whom and why', async () => {
    const closure = { personName: 'Ana', outcome: 'hedged', reason: 'Said to be so.' } as const
    await openReview({ queries: [{ ...asked, closedAt: asked.at, closure }] })
    expect(textOf('.closed-questions')).toContain('1 closed question')
    expect(textOf('.closed-questions')).toContain('Could not be confirmed: hedged by Ana')
    expect(textOf('.closed-questions')).toContain('Said to be so.')
  })

  it('[REV12] suggests the outcome that the words say', async () => {
    const mine = { ...asked, personId: 'ben' }
    const { called } = await openReview({ content: paid('They paid 398.'), queries: [mine] })
    await click(button('Close the query'))
    await click(button('Close the query'))
    expect(called('closeQuery')).toEqual([
      [mine.id, { outcome: 'confirmedWithChange', reason: '' }],
    ])
  })

  it('[GAT3] whose words are gone can be closed all the same', async () => {
    const stray = { ...asked, personId: 'ben', annotationIds: ['gone'], text: 'They paid nobody.' }
    const { called } = await openReview({ queries: [stray] })
    expect(textOf('.questions')).toContain('They paid nobody.')
    await click(button('Close the query'))
    await click(button('Close the query'))
    expect(called('closeQuery')).toEqual([[stray.id, { outcome: 'cut', reason: '' }]])
  })
})

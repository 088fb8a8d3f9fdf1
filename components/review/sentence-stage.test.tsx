// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { only } from '#lib/testing/builders.ts'
import { button, click, press, textOf } from '#lib/testing/mount.ts'
import {
  authored,
  before,
  cites,
  openReview,
  PAID,
  paid,
  stage,
} from '#lib/testing/review-page.tsx'
import {
  approvalOf,
  bare,
  cite,
  claim,
  contentOf,
  line,
  reviewOf,
  sourceCalled,
} from '#lib/testing/status-builder.ts'

describe('what is shown', () => {
  it('what changed since my approval, with roles that readers of the screen hear', async () => {
    const approvals = [approvalOf(before, { on: PAID, by: 'ben' })]
    await openReview({ content: paid('They paid 398.'), approvals })
    expect(textOf('.diff [role=suggestion] > [role=deletion]')).toBe('412')
    expect(textOf('.diff [role=suggestion] > [role=insertion]')).toBe('398')
    expect(textOf('.queue .wd')).toContain('was 412, now 398')
    expect(textOf('.stage')).toContain('You approved the earlier words')
  })

  it('[QUE11] what became of the evidence where the words are those of before', async () => {
    const approvals = [approvalOf(before, { on: PAID, by: 'ben' })]
    const now = { ...only(cites), locator: { label: 'page', value: '15' } } as const
    const content = contentOf([
      line('paragraph', claim(PAID, { id: 'paid', kind: 'fact', cites: [now, cite('crew')] })),
    ])
    const annotations = before.statuses.flatMap((status) => status.annotations)
    await openReview(
      { content, approvals },
      {},
      {
        approved: async () => ({ ok: true as const, value: { annotations } }),
      },
    )
    const lines = [...document.querySelectorAll('.evidence-changes li')]
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      'Kind: Number Fact',
      'log: place none p. 15',
      'Attached since: crew, supports',
    ])
  })

  it('[GAT9] that confidence was not said, where it is owed', async () => {
    const one = (more: Parameters<typeof claim>[1]) =>
      contentOf([line('paragraph', claim('It sank.', { cites, confidence: null, ...more }))])
    const { again } = await openReview({ content: one({}) })
    expect(textOf('.facts')).toContain('Confidencenot said')
    await again(reviewOf({ content: one({ kind: 'opinion' }) }))
    expect(textOf('.facts')).not.toContain('Confidence')
  })

  it('what is asked for and does not come is asked for again', async () => {
    const approvals = [approvalOf(before, { on: PAID, by: 'ben' })]
    let isDown = true
    const approved = async () =>
      isDown
        ? { ok: false as const, status: 0, message: 'Down.', body: null }
        : { ok: true as const, value: { annotations: [] } }
    await openReview({ content: paid('They paid 398.'), approvals }, {}, { approved })
    expect(textOf('.stage')).toContain('What changed in the evidence did not come')
    isDown = false
    await click(button('Try again'))
    expect(textOf('.stage')).not.toContain('did not come')
  })

  it('the words alone, with D', async () => {
    const approvals = [approvalOf(before, { on: PAID, by: 'ben' })]
    await openReview({ content: paid('They paid 398.'), approvals })
    await press('d', stage())
    expect(textOf('.diff')).toBe('They paid 398.')
    await press('d', stage())
    expect(textOf('.diff [role=deletion]')).toBe('412')
  })

  it('the evidence, with O', async () => {
    await openReview()
    await press('o', stage())
    expect(document.activeElement?.className).toBe('evid')
  })

  it('the first sentence whose turn is mine when none is chosen', async () => {
    await openReview({}, { current: null }, authored(0))
    expect(textOf('.diff')).toBe('It rained.')
  })

  it('nothing to review: whom things wait for', async () => {
    const content = contentOf([
      line('paragraph', bare('They paid 412.'), claim('It rained.', { cites })),
    ])
    await openReview({ content }, {}, authored(1))
    expect(textOf('.nothing-left')).toContain('Nothing to review')
    expect(textOf('.nothing-left')).toContain('1 sentence waits for a source')
    expect(textOf('.nothing-left')).toContain('1 sentence waits for another reviewer')
  })

  it('evidence: an unsafe address is no link, a withdrawn source is named as such', async () => {
    const content = contentOf([
      line('paragraph', claim('It sank.', { cites: [cite('bad'), cite('old')] })),
    ])
    const sources = [
      sourceCalled('bad', { url: 'javascript:alert(1)' }),
      sourceCalled('old', { url: 'https://example.org/', retiredAt: '2026-11-01' }),
    ]
    await openReview({ content, sources })
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.evid a')]
    expect(links.map(({ href, rel, target }) => [href, rel, target])).toEqual([
      ['https://example.org/', 'noopener noreferrer', '_blank'],
    ])
    expect(textOf('.evid .err')).toContain('Withdrawn')
  })
})

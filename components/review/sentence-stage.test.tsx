// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { textOf } from '#lib/testing/mount.ts'
import { authored, before, cites, openReview, PAID, paid } from '#lib/testing/review-page.tsx'
import {
  approvalOf,
  bare,
  cite,
  claim,
  contentOf,
  line,
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

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VersionSentence } from '#lib/domain/publication/version.ts'
import type { FormatRange } from '#lib/domain/text/article-text.ts'
import { markupOf } from '#lib/testing/markup.ts'
import { escapeHtml } from './escape-html.ts'
import { blockHtml } from './html-text.ts'

const BARE = { kind: 'fact', publicNotes: [], citations: [], fingerprint: '' } as const

function sentencesAt(
  text: string,
  cuts: readonly number[],
  confidence: VersionSentence['confidence'],
) {
  const edges = [...new Set([0, ...cuts.map((cut) => cut % (text.length + 1)), text.length])].sort(
    (a, b) => a - b,
  )
  return edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1] ?? from
    return { ...BARE, id: `s-${at}`, block: 0, from, to, text: text.slice(from, to), confidence }
  })
}

function render(
  text: string,
  formats: readonly FormatRange[],
  sentences: readonly VersionSentence[],
): string {
  return blockHtml({ block: { id: 'b', role: 'paragraph', text, formats }, sentences }, '')
}

const range = (kind: FormatRange['kind'], from: number, to: number, href = '') =>
  kind === 'link' ? { kind, from, to, href } : { kind, from, to }

describe('a block as HTML', () => {
  it('[FMT6] nests formats that cross each other and a sentence end', () => {
    const text = 'One two. Three four.'
    const formats = [
      range('bold', 4, 14),
      range('italic', 0, 7),
      range('link', 9, 20, 'https://x.example/'),
    ]
    expect(render(text, formats, sentencesAt(text, [9], null))).toBe(
      '<span class="s" id="s-0"><em>One </em><strong><em>two</em>. </strong></span>' +
        '<span class="s" id="s-1"><a href="https://x.example/"><strong>Three</strong> four.</a></span>',
    )
  })

  it('[FMT6] keeps neighbouring ranges of one link together and a cut character whole', () => {
    const formats = [
      range('link', 0, 2, 'https://x.example/'),
      range('link', 2, 4, 'https://x.example/'),
      range('bold', 0, 3),
    ]
    expect(render('ab\u{1D538}', formats, [])).toBe(
      '<a href="https://x.example/"><strong>ab</strong>\u{1D538}</a>',
    )
  })

  it('[FMT2] makes no link of an address that may not be one', () => {
    expect(render('click', [range('link', 0, 5, 'javascript:alert(1)')], [])).toBe('click')
  })

  it('[FMT5] keeps the last word and its marker together, but not a whole line', () => {
    const html = (text: string) => render(text, [], sentencesAt(text, [], 'likely'))
    expect(html('It sank.')).toContain('It <span class="nw">sank.<button')
    expect(html('x'.repeat(40))).not.toContain('"nw"')
    // Of words without spaces the last two signs, with what ends the sentence.
    expect(html(`${'\u6771\u4EAC'.repeat(20)}\u3002`)).toContain(
      '\u6771\u4EAC<span class="nw">\u6771\u4EAC\u3002<button',
    )
  })

  it('[FMT6] gives back the words, whatever they are and wherever the ranges stand', () => {
    const formats = fc.array(
      fc.record({
        kind: fc.constantFrom('bold' as const, 'italic' as const, 'link' as const),
        from: fc.nat(40),
        length: fc.nat(40),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        formats,
        fc.array(fc.nat(40)),
        (text, ranges, cuts) => {
          const placed = ranges.map(({ kind, from, length }) => {
            const start = Math.min(from, text.length)
            return range(kind, start, Math.min(start + length, text.length), 'https://x.example/')
          })
          const html = render(text, placed, sentencesAt(text, cuts, null))
          const body = markupOf(`<!DOCTYPE html><body><main>${html}</main>`).all('main')[0]
          expect(body?.text()).toBe(
            markupOf(`<!DOCTYPE html><body><main>${escapeHtml(text)}</main>`)
              .all('main')[0]
              ?.text(),
          )
        },
      ),
    )
  })
})

describe('escapeHtml', () => {
  it('[FMT2] lets no character mean anything', () => {
    expect(escapeHtml(`<a b="c" d='e'>&amp;\u0000\uD800\uFFFF`)).toBe(
      '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;\uFFFD\uFFFD\uFFFD',
    )
  })
})

import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { markupOf } from '#lib/testing/markup.ts'
import { block, said, versionOf } from '#lib/testing/version-builder.ts'
import { hostileVersion } from '#lib/testing/version-hostile.ts'
import { largeVersion } from '#lib/testing/version-large.ts'
import { smallVersion } from '#lib/testing/version-small.ts'
import { markdown } from './markdown.ts'
import { escapeMarkdown } from './markdown-text.ts'

const read = (text: string) => text.replace(/\s+/g, ' ').trim()
const reader = new MarkdownIt({ html: true, linkify: true })

/** The page that a reader of CommonMark sees; footnotes are an extension, so they are taken out first. */
function pageOf(source: string) {
  const [text = ''] = source.split('\n[^1]: ')
  return markupOf(reader.render(text.replace(/(?<!\\)\[\^\d+\]/g, '')))
}

describe('Markdown', () => {
  it.each([
    ['small', smallVersion()],
    ['large', largeVersion()],
    ['hostile', hostileVersion()],
  ])('[FMT6] reads back to the sentences of the %s version', (_, version) => {
    const page = read(pageOf(markdown.render(version)).text())
    for (const { text } of version.sentences) expect(page).toContain(read(text))
  })

  it('[FMT2] makes nothing of hostile words but words', () => {
    const page = pageOf(markdown.render(hostileVersion()))
    const tags = new Set(page.every().map(({ tag }) => tag))
    expect([...tags].sort()).toEqual([
      'a',
      'body',
      'em',
      'h1',
      'h2',
      'head',
      'hr',
      'html',
      'li',
      'p',
      'strong',
      'ul',
    ])
    expect(page.all('a').map((link) => link.attribute('href'))).toEqual([
      'https://x.example/%22%3E%3Cscript%3E',
    ])
  })

  it('[FMT2] keeps any line of words a line of words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const page = markupOf(reader.render(`${escapeMarkdown(text, 'start')}\n\nend`))
        expect(read(page.text())).toBe(read(`${read(text.replace(/\p{Cc}/gu, ' '))} end`))
        expect(page.all('p').length).toBeLessThanOrEqual(2)
      }),
    )
  })

  it('[FMT3] gives each source one footnote and every marker a footnote', () => {
    const source = markdown.render(largeVersion())
    const notes = [...source.matchAll(/^\[\^(\d+)\]: /gm)].map(([, number]) => number)
    const markers = new Set(
      [...source.matchAll(/(?<!\\)\[\^(\d+)\](?!:)/g)].map(([, number]) => number),
    )
    expect(notes).toHaveLength(40)
    expect(new Set(notes)).toEqual(markers)
  })

  it('[FMT6] sets bold and italic where they are read as such, and leaves the words where not', () => {
    const version = versionOf({
      sources: [],
      blocks: [
        block(
          'paragraph',
          [said('The Petrel, “late” and bold, stayed.')],
          [
            { kind: 'italic', words: 'Petrel' },
            { kind: 'bold', words: '“late”' },
            { kind: 'bold', words: 'bold' },
            { kind: 'italic', words: 'tay' },
          ],
        ),
      ],
    })
    expect(markdown.render(version)).toContain('The *Petrel*, “late” and **bold**, stayed.')
  })
})

import '@citation-js/plugin-bibtex'
import { plugins } from '@citation-js/core'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import type { Version } from '#lib/domain/publication/version.ts'
import { type Markup, markupOf } from '#lib/testing/markup.ts'
import { xmlOf } from '#lib/testing/validators/feeds.ts'
import { block, fact, said, source, versionOf } from '#lib/testing/version-builder.ts'
import { FORMATS } from './registry.ts'
import { NOWHERE } from './site.ts'

const PIECES = [
  '<script>alert(1)</script>',
  '</script>',
  '<img src=x onerror=alert(1)>',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '&amp;',
  '&#0;',
  '"',
  "'",
  '`',
  '``',
  "''",
  '\\',
  '\\\\',
  '{',
  '}',
  '{{',
  '$x$',
  '%',
  '#',
  '~',
  '^',
  '_',
  '*',
  '**',
  '[a](javascript:alert(1))',
  '![x](y)',
  '[^1]',
  '[^1]:',
  '=1+1',
  '+1',
  '-1',
  '@SUM',
  '\t=1',
  '--',
  '---',
  '\n',
  '\r\n',
  '\u2028',
  '\u0000',
  '\uFFFF',
  '\uD800',
  '\u{1F469}\u200D\u{1F467}',
  '\u202E',
  'שלום',
  '東京',
  'e\u0301',
  '<',
  '>',
  '&',
  ' ',
  '  ',
  'word',
  '1.',
  '- ',
  '\\input{x}',
  '\\begin{x}',
  '@misc{a,',
  ', title = {',
  'http://a.example/',
  '|',
  '\u0085',
  '\uFEFF',
]
const anyWords = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''))
  .filter((words) => read(words) !== '')

const anyVersion: fc.Arbitrary<Version> = fc
  .record({
    sentences: fc.array(anyWords, { minLength: 1, maxLength: 4 }),
    name: anyWords,
    about: anyWords,
    quote: anyWords,
  })
  .map(({ sentences, name, about, quote }) =>
    versionOf({
      sources: [source(name, { description: about, url: 'https://a.example/{x}?q="~&%7B' })],
      blocks: [
        block('headline', [said(sentences[0] ?? '')]),
        ...sentences.map((text, at) =>
          block(ROLES[at % ROLES.length] ?? 'paragraph', [
            fact(text, 'disputed', [{ source: name, quote }], [quote]),
            said(text, { kind: 'background' }),
          ]),
        ),
      ],
    }),
  )
const ROLES = ['paragraph', 'bullet', 'quote', 'subhead'] as const

/** Words as they read: what no format can carry is U+FFFD everywhere, and white space is one space. */
function read(words: string): string {
  return words
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}|\p{Noncharacter_Code_Point}/gu, '\uFFFD')
    .replace(/\uFFFD/g, '\u25A1')
    .replace(/[\s\u25A1]+/g, ' ')
    .trim()
}

/** What a program that knows the format finds in it: all words of sentences, and of sources; null where it has none. */
interface Found {
  readonly sentences: string | null
  readonly sources: string | null
}

const both = (words: string): Found => ({ sentences: words, sources: words })
const stringsIn = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.values(value).map(stringsIn).join('\n')
    : String(value)
const ofJson = (text: string) => both(stringsIn(JSON.parse(text)))

const READERS: Readonly<Record<string, (output: string) => Found>> = {
  html: (output) => {
    const page = markupOf(output)
    harmless(page, ['application/ld+json'])
    return both(page.text({ without: 'button' }))
  },
  jsonld: ofJson,
  json: ofJson,
  annotations: ofJson,
  prov: ofJson,
  markdown: (output) => {
    const page = markupOf(new MarkdownIt('commonmark').render(output))
    harmless(page, [])
    return both(page.text())
  },
  text: both,
  plain: (output) => ({ sentences: output, sources: null }),
  csv: (output) => {
    const cells = [...output.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)/g)].map(([, cell = '']) =>
      cell.replaceAll('""', '"'),
    )
    expect(output.replace(/"((?:[^"]|"")*)"(,|\r\n)/g, '')).toBe('')
    expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([])
    return both(cells.join('\n'))
  },
  docx: (output) => {
    const files = unzipSync(Buffer.from(output, 'latin1'))
    const words = (name: string) => {
      const root = xmlOf(strFromU8(files[name] ?? new Uint8Array()))
      return [...root.getElementsByTagName('w:t')].map(({ textContent }) => textContent).join('')
    }
    return { sentences: words('word/document.xml'), sources: words('word/footnotes.xml') }
  },
  ninjs: (output) => {
    const item = JSON.parse(output)
    const body = xmlOf(item.bodies[0].value)
    expect([...body.querySelectorAll('script,iframe,object,style,[onerror]')]).toEqual([])
    const names = item.associations.map(({ name }: { name: string }) => name)
    return { sentences: body.textContent, sources: names.join('\n') }
  },
  csl: (output) => ({ sentences: null, sources: stringsIn(JSON.parse(output)) }),
  bibtex: (output) => {
    const items = plugins.input.chain(output, { forceType: '@bibtex/text', generateGraph: false })
    expect(items).toHaveLength(1)
    return { sentences: null, sources: stringsIn(items) }
  },
  atom: (output) => {
    const feed = xmlOf(output)
    expect([...feed.querySelectorAll('script,iframe,object,style,[onerror]')]).toEqual([])
    return both(feed.textContent ?? '')
  },
  feed: (output) => {
    const feed = JSON.parse(output)
    const page = markupOf(feed.items[0].content_html)
    harmless(page, [])
    return both(`${feed.title}\n${page.text()}`)
  },
}

function harmless(page: Markup, scripts: readonly string[]) {
  expect(page.all('script').map((script) => script.attribute('type'))).toEqual(scripts)
  const elements = page.every()
  expect(elements.filter((item) => item.names().some((name) => /^on/i.test(name)))).toEqual([])
  const hrefs = elements.flatMap((item) => item.attribute('href') ?? item.attribute('src') ?? [])
  expect(hrefs.filter((href) => !/^(https?:|mailto:|#|\/|data:,)/.test(href))).toEqual([])
}

/** What else each gives back: what is said of a source, passages of it, and what readers are told of a sentence. */
const ABOUT = new Set([
  'html',
  'jsonld',
  'json',
  'markdown',
  'text',
  'csl',
  'prov',
  'ninjs',
  'atom',
  'feed',
])
const PASSAGES = new Set([
  'html',
  'jsonld',
  'json',
  'markdown',
  'text',
  'csv',
  'docx',
  'annotations',
  'prov',
])
const NOTES = new Set(['html', 'jsonld', 'json', 'markdown', 'text', 'csv', 'docx', 'annotations'])

function furtherWords(id: string, { sentences, sources }: Version): readonly string[] {
  return [
    ...(ABOUT.has(id) ? sources.map(({ description }) => description) : []),
    ...(PASSAGES.has(id)
      ? sentences.flatMap(({ citations }) => citations.map(({ quote }) => quote))
      : []),
    ...(NOTES.has(id) ? sentences.flatMap(({ publicNotes }) => publicNotes) : []),
  ]
}

describe('whatever stands in an article', () => {
  it.each(FORMATS)(
    '[FMT19] $id gives back every sentence and source, and nothing in it acts',
    (format) => {
      const reader = READERS[format.id]
      fc.assert(
        fc.property(anyVersion, (version) => {
          const output = format.render(version, NOWHERE)
          const found = reader?.(
            typeof output === 'string' ? output : Buffer.from(output).toString('latin1'),
          )
          expect(found).toBeDefined()
          const { sentences = null, sources = null } = found ?? {}
          for (const { text } of sentences === null ? [] : version.sentences)
            expect(read(sentences ?? '')).toContain(read(text))
          for (const { name } of sources === null ? [] : version.sources)
            expect(read(sources ?? '')).toContain(read(name))
          const all = read(`${sentences}\n${sources}`)
          for (const words of furtherWords(format.id, version)) expect(all).toContain(read(words))
        }),
      )
    },
  )
})

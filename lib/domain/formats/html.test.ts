import { statSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { type ConfigData, HtmlValidate } from 'html-validate/node'
import { describe, expect, it } from 'vitest'
import type { Version } from '#lib/domain/publication/version.ts'
import { type Markup, markupOf } from '#lib/testing/markup.ts'
import { block, fact, source, versionOf } from '#lib/testing/version-builder.ts'
import { hostileVersion } from '#lib/testing/version-hostile.ts'
import { largeVersion } from '#lib/testing/version-large.ts'
import { smallVersion } from '#lib/testing/version-small.ts'
import { hasNote, sourceNumbers } from './evidence-summary.ts'
import { html, renderReaderBody } from './html.ts'
import { type Notice, renderReaderPage } from './reader-page.ts'

const VERSIONS = { small: smallVersion(), large: largeVersion(), hostile: hostileVersion() }
const CASES = Object.entries(VERSIONS).map(([name, version]) => ({ name, version }))
/** HTML as it reads: one space for each stretch of white space. */
const read = (text: string) => text.replace(/\s+/g, ' ').trim()
/** A newspaper writes headlines as long as it likes. */
const RULES: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: { 'long-title': 'off' },
}

function pageOf(version: Version, notices: readonly Notice[] = []): string {
  return renderReaderPage({
    version,
    body: renderReaderBody(version),
    notices,
    newspaper: 'The Tarn Haven Post',
    canonicalUrl: 'https://post.example/read/story',
    formats: [
      { id: 'text', href: '/read/story/text', label: 'Plain text', mediaType: 'text/plain' },
    ],
  })
}

describe.each(CASES)('the reader page of the $name version', ({ version }) => {
  const page = markupOf(pageOf(version))

  it('[FMT9] is valid HTML', async () => {
    const report = await new HtmlValidate(RULES).validateString(pageOf(version))
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([])
  })

  it('[FMT2] runs no script and loads nothing from elsewhere', () => {
    const scripts = page.all('script')
    expect(scripts.map((script) => script.attribute('type'))).toEqual(['application/ld+json'])
    expect(
      page.every().filter((element) => element.names().some((name) => /^on/.test(name))),
    ).toEqual([])
    const loaded = page
      .every()
      .filter(({ tag }) => ['img', 'iframe', 'object', 'embed', 'svg'].includes(tag))
    expect(loaded).toEqual([])
  })

  it('[FMT2] links to nothing but pages and mail', () => {
    for (const link of page.all('a'))
      expect(link.attribute('href')).toMatch(/^(https?:|mailto:|#|\/read(\/|$))/)
  })

  it('[FMT6] keeps the words of every sentence under its id', () => {
    for (const sentence of version.sentences) {
      const span = page.byId(sentence.id)
      expect(read(span.text({ without: 'button' })), sentence.id).toBe(read(sentence.text))
    }
  })

  it('[FMT3] has a marker, a card, a note and a way back for every citation', () => {
    for (const sentence of version.sentences.filter(hasNote)) {
      const [marker] = page.byId(sentence.id).all('button')
      const card = page.byId(marker?.attribute('popovertarget') ?? '')
      expect(card.has('popover')).toBe(true)
      for (const number of sourceNumbers(sentence)) {
        expect(card.all('a').map((link) => link.attribute('href'))).toContain(`#n${number}`)
        const back = page
          .byId(`n${number}`)
          .all('a')
          .map((link) => link.attribute('href'))
        expect(back).toContain(`#${sentence.id}`)
      }
    }
  })

  it('[FMT3] has no link, button or label that leads nowhere, and no id twice', () => {
    const ids = page.every().flatMap((element) => element.attribute('id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    for (const target of targets(page)) expect(ids).toContain(target)
  })

  it('[FMT5] says in words what is not confirmed, in the text itself', () => {
    for (const { id, confidence } of version.sentences) {
      const shown = page
        .byId(id)
        .all('button')
        .map((button) => button.text())
      if (confidence === null || confidence === 'confirmed') continue
      expect(shown.join(' ').toLowerCase()).toContain(confidence)
    }
  })
})

function targets(page: Markup): readonly string[] {
  return page.every().flatMap((element) => {
    const href = element.attribute('href')
    const hash = href?.startsWith('#') ? [href.slice(1)] : []
    const named = ['popovertarget', 'aria-labelledby'].flatMap(
      (name) => element.attribute(name) ?? [],
    )
    return [...hash, ...named]
  })
}

describe('the reader page', () => {
  it('[FMT9] has a script of at most 8 kB', () => {
    expect(statSync('public/reader.js').size).toBeLessThanOrEqual(8_000)
  })

  it('[FMT9] of 2,000 words and 40 sources stays within 72 kB', () => {
    expect(VERSIONS.large.sources).toHaveLength(40)
    expect(brotliCompressSync(pageOf(VERSIONS.large)).length).toBeLessThan(72_000)
  })

  it('[FMT4] shows the dial on Clean and says what the evidence amounts to', () => {
    const page = markupOf(html.render(VERSIONS.small))
    const dial = page.all('input')
    expect(dial.map((input) => [input.attribute('value'), input.has('checked')])).toEqual([
      ['clean', true],
      ['sources', false],
      ['full', false],
    ])
    expect(read(page.byId('how').text())).toContain(
      '10 confirmed, 3 likely, 1 unconfirmed, 1 disputed',
    )
  })

  it('[FMT4] puts a correction above the text and lists every version, newest first', () => {
    const page = markupOf(html.render(VERSIONS.small))
    const words = read(page.byId('article').text())
    expect(words.indexOf('Correction, 4 May 2026.')).toBeLessThan(
      words.indexOf('From January to April'),
    )
    const links = page
      .byId('changed')
      .all('a')
      .map((link) => link.attribute('href'))
    expect(links).toEqual(['/read/buoy-tender-nights/v/2', '/read/buoy-tender-nights/v/1'])
  })

  it('[FMT3] says what a source was used for: in words at first, then by letters', () => {
    const sentence = (at: number, relation: 'supports' | 'contradicts' | 'context') => {
      const text = `Entry ${at} ${'of the log says <so> '.repeat(5)}again.`
      return fact(text, 'likely', [{ source: 'Log', relation }])
    }
    const relations = ['supports', 'contradicts', 'context', 'supports', 'supports'] as const
    const told = relations.map((relation, at) => sentence(at, relation))
    const version = versionOf({ sources: [source('Log')], blocks: [block('paragraph', told)] })
    const note = markupOf(renderReaderBody(version)).byId('n1')
    const beginning = (at: number) =>
      `Entry ${at} of the log says <so> of the log says <so> of the …`
    const items = note.all('li').map((item) => item.text())
    expect(items).toEqual([
      beginning(0),
      `${beginning(1)} (contradicts it)`,
      `${beginning(2)} (context)`,
      'and 2 more: d e',
    ])
    const links = note.all('a').filter((link) => link.attribute('role') === 'doc-backlink')
    expect(links.map((link) => link.attribute('href'))).toEqual(
      version.sentences.map(({ id }) => `#${id}`),
    )
    expect(links[4]?.attribute('aria-label')).toBe('Back to use e of source 1')
  })

  it('[FMT7] gathers neighbouring list items and quotes', () => {
    const text = renderReaderBody(VERSIONS.small)
    expect(text.match(/<ul><li><div class="para">/g)).toHaveLength(1)
    expect(text.match(/<ol><li><div class="para">/g)).toHaveLength(1)
    expect(text.match(/<h1 /g)).toHaveLength(1)
  })

  it('[FMT10] carries a notice without touching the frozen body', () => {
    const body = renderReaderBody(VERSIONS.small)
    const notice = {
      kind: 'superseded',
      text: 'There is a <newer> version.',
      link: { href: '/read/story', text: 'Read it' },
    } as const
    const page = pageOf(VERSIONS.small, [
      notice,
      { kind: 'retracted', text: 'x', link: { href: '//evil.example', text: 'x' } },
    ])
    expect(page).toContain(body)
    expect(page).toContain('There is a &lt;newer&gt; version.')
    expect(page).toContain('href="/read/story"')
    expect(page).not.toContain('evil.example')
  })

  it('[FMT10] shows the hash of the record and where the record is', () => {
    const page = markupOf(html.render(VERSIONS.small))
    expect(page.byId('verify').text()).toMatch(/[0-9a-f]{64}/)
    expect(page.byId('verify').all('a')[0]?.attribute('href')).toBe(
      '/read/buoy-tender-nights/v/2/json',
    )
  })

  it('[FMT11] takes language and direction from the article and marks its own words as English', () => {
    const page = markupOf(html.render({ ...VERSIONS.small, lang: 'he-IL' }))
    const [root] = page.all('html')
    expect([root?.attribute('lang'), root?.attribute('dir')]).toEqual(['he-IL', 'rtl'])
    expect([page.byId('sources').attribute('lang'), page.byId('sources').attribute('dir')]).toEqual(
      ['en', 'ltr'],
    )
    expect(
      markupOf(html.render({ ...VERSIONS.small, lang: 'en' }))
        .byId('sources')
        .has('lang'),
    ).toBe(false)
  })

  it('[FMT27] says to whoever passes it on what it is, with a picture by a whole address', () => {
    const version = VERSIONS.small
    const page = markupOf(
      renderReaderPage({
        ...{ version, body: renderReaderBody(version), notices: [], newspaper: 'The Post' },
        ...{ canonicalUrl: 'https://post.example/read/x', preview: '/read/x/v/2/preview.png' },
        formats: [],
      }),
    )
    const said = Object.fromEntries(
      page
        .all('meta')
        .map((meta) => [
          meta.attribute('property') ?? meta.attribute('name'),
          meta.attribute('content'),
        ]),
    )
    const standfirst = version.blocks.find(({ role }) => role === 'standfirst')?.text
    expect(said).toMatchObject({
      'og:title': version.headline,
      'twitter:title': version.headline,
      'og:description': standfirst,
      description: standfirst,
      'og:url': 'https://post.example/read/x',
      'og:image': 'https://post.example/read/x/v/2/preview.png',
      'og:image:alt': version.headline,
      'twitter:card': 'summary_large_image',
      'article:published_time': version.firstPublishedAt,
      'article:modified_time': version.publishedAt,
    })
  })
})

import { HtmlValidate } from 'html-validate/node'
import { describe, expect, it } from 'vitest'
import { importDocx } from '#lib/domain/drafts/import-docx.ts'
import type { Version, VersionFigure } from '#lib/domain/publication/version.ts'
import { markupOf } from '#lib/testing/markup.ts'
import { picture } from '#lib/testing/pictures.ts'
import { block, fact, said, versionOf } from '#lib/testing/version-builder.ts'
import { layoutOf } from './block-groups.ts'
import { csv } from './csv.ts'
import { docx } from './docx.ts'
import { html, renderReaderBody } from './html.ts'
import { jsonLd } from './json-ld.ts'
import { markdown } from './markdown.ts'
import { renderReaderPage } from './reader-page.ts'
import { text } from './text.ts'

const HOSTILE = '"><script>alert(1)</script> ![x](y) |'

const figure = (fields: Partial<VersionFigure> = {}): VersionFigure => ({
  id: 'f',
  before: 1,
  mediaType: 'image/webp',
  sizes: picture().renditions,
  alt: 'Buckets under a skylight',
  credit: { name: 'Oster Street library', url: 'https://example.org/library' },
  ...fields,
})

const version = (...figures: VersionFigure[]): Version =>
  versionOf({
    blocks: [
      block('headline', [said('The roof leaks')]),
      block('caption', [fact('Nineteen buckets.', 'likely', [{ source: 'Log' }])]),
      block('paragraph', [fact('It rained.', 'confirmed', [{ source: 'Log' }])]),
    ],
    sources: [],
    version: { figures },
  })

const SRC = `/read/test-article/p/${'d'.repeat(64)}.webp`

describe('[FIG7] a figure', () => {
  it('[FIG7] takes the caption straight behind it; of several in a row the last does', () => {
    const groups = (...figures: VersionFigure[]) =>
      layoutOf(version(...figures)).groups.map((group) =>
        group.kind === 'figure'
          ? `${group.figure.id}:${group.caption?.block.text ?? ''}`
          : group.kind,
      )
    expect(groups(figure())).toEqual(['f:Nineteen buckets.', 'paragraph'])
    expect(groups(figure(), figure({ id: 'g' }))).toEqual([
      'f:',
      'g:Nineteen buckets.',
      'paragraph',
    ])
    expect(groups(figure({ before: 0 }))).toEqual(['f:', 'caption', 'paragraph'])
    expect(groups(figure({ before: 3 }))).toEqual(['caption', 'paragraph', 'f:'])
    expect(groups()).toEqual(['caption', 'paragraph'])
  })

  it('[FIG7] on the page keeps its place while it loads, and says what it shows and whose it is', async () => {
    const page = markupOf(html.render(version(figure(), figure({ id: 'g', before: 3 }))))
    const [image, second] = page.all('img')
    expect(image?.attribute('src')).toBe(SRC)
    expect(image?.attribute('alt')).toBe('Buckets under a skylight')
    expect([image?.attribute('width'), image?.attribute('height')]).toEqual(['1600', '800'])
    expect(
      image
        ?.attribute('srcset')
        ?.split(', ')
        .map((each) => each.split(' ')[1]),
    ).toEqual(['320w', '640w', '1600w'])
    expect(image?.has('loading')).toBe(false)
    expect(second?.attribute('loading')).toBe('lazy')
    const [caption] = page.all('figcaption')
    expect(caption?.text()).toContain('Nineteen buckets.')
    expect(caption?.text()).toContain('Picture: Oster Street library')
    expect(caption?.all('a').map((link) => link.attribute('href'))).toContain(
      'https://example.org/library',
    )
    const found = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(
      html.render(version(figure())),
    )
    expect(found.results.flatMap(({ messages }) => messages)).toEqual([])
  })

  it('[FIG7] is told to those who pass the page on, by a whole address', () => {
    const page = renderReaderPage({
      ...{ version: version(figure()), body: renderReaderBody(version(figure())), notices: [] },
      ...{ newspaper: '', canonicalUrl: 'https://post.example/read/test-article', formats: [] },
    })
    expect(page).toContain(`<meta property="og:image" content="https://post.example${SRC}">`)
    expect(page).toContain(`"contentUrl":"https://post.example${SRC}"`)
  })

  it('[FIG7] stands in every other format, with its words', () => {
    const one = version(figure())
    expect(markdown.render(one)).toContain(
      `![Buckets under a skylight](${SRC})\n\nNineteen buckets.`,
    )
    expect(markdown.render(one)).toContain('Picture: Oster Street library')
    expect(text.render(one)).toContain(
      '[Picture: Buckets under a skylight | Oster Street library]\nNineteen buckets.',
    )
    expect(JSON.parse(jsonLd.render(one)).image).toEqual([
      {
        '@type': 'ImageObject',
        contentUrl: SRC,
        encodingFormat: 'image/webp',
        width: 1600,
        height: 800,
        description: 'Buckets under a skylight',
        creditText: 'Oster Street library',
        sha256: 'd'.repeat(64),
      },
    ])
    expect(csv.render(one)).toBe(csv.render(version()))
  })

  it('[FIG7, FMT13] in a document is said by the program, so that the article reads back as it was', () => {
    const back = (one: Version) => {
      const draft = importDocx(docx.render(one), 'accept', () => 'b')
      return draft.ok && draft.value.blocks.map(({ runs }) => runs.map(({ text: words }) => words))
    }
    expect(back(version(figure()))).toEqual(back(version()))
  })

  it('[FIG7, FMT2] its words never become markup', () => {
    const hostile = figure({ alt: HOSTILE, credit: { name: HOSTILE, url: 'javascript:alert(1)' } })
    const page = markupOf(html.render(version(hostile)))
    expect(page.all('img')[0]?.attribute('alt')).toBe(HOSTILE)
    expect(page.all('script')).toHaveLength(1)
    expect(page.all('a').filter((link) => link.attribute('href')?.startsWith('java'))).toEqual([])
    expect(markdown.render(version(hostile))).not.toContain('![x](y)')
    expect(
      text
        .render(version(hostile))
        .split('\n')
        .filter((line) => /^\[Picture/.test(line)),
    ).toHaveLength(1)
  })
})

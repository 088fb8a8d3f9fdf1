import { HtmlValidate } from 'html-validate/node'
import { describe, expect, it } from 'vitest'
import type { Version } from '#lib/domain/publication/version.ts'
import { markupOf } from '#lib/testing/markup.ts'
import { block, fact, said, type TestBlock, versionOf } from '#lib/testing/version-builder.ts'
import { hostileVersion } from '#lib/testing/version-hostile.ts'
import { renderDiffPage } from './diff-page.ts'
import { renderReaderBody } from './html.ts'
import { jsonLd } from './json-ld.ts'
import { renderReaderPage } from './reader-page.ts'
import { FORMATS } from './registry.ts'
import { changedBlocks, changedSentences } from './version-changes.ts'

const log = [{ source: 'Log', quote: 'x' }]

function version(number: number, blocks: readonly TestBlock[], more: Partial<Version> = {}) {
  return versionOf({ blocks, sources: [], version: { number, slug: 'a-story', ...more } })
}

const FIRST = version(1, [
  block('headline', [said('Boats')]),
  block('paragraph', [fact('There were 412 boats.', 'likely', log), said('It rained.')]),
  block('paragraph', [said('Nobody came.')]),
])
const SECOND = version(
  2,
  [
    block('headline', [said('Boats')]),
    block('paragraph', [fact('There were 398 boats.', 'likely', log), said('It rained.')]),
  ],
  { change: 'correction', note: 'There were 398.' },
)
const THIRD = version(
  3,
  [
    block('headline', [said('Boats')]),
    block('paragraph', [fact('There were 398 boats.', 'confirmed', log), said('It rained.')]),
    block('paragraph', [said('They sank.')]),
  ],
  { change: 'clarification', note: 'We know now.' },
)

const pageOf = (shown: Version, texts: readonly Version[]) =>
  renderReaderPage({
    ...{ version: shown, body: renderReaderBody(shown), notices: [], newspaper: 'The Post', texts },
    ...{ canonicalUrl: null, formats: [], corrections: 'desk@post.example' },
  })

const told = (before: Version, after: Version) =>
  changedSentences(before, after).map(({ id, segments, evidence }) => [
    after.sentences.find((sentence) => sentence.id === id)?.text ?? null,
    segments.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text}`),
    evidence,
  ])

describe('what changed between versions', () => {
  it('[FMT25] the words of both versions stand in the comparison, in order', () => {
    const words = (kind: 'added' | 'removed') =>
      changedBlocks(FIRST, THIRD).map(({ segments }) =>
        segments.flatMap((one) => (one.kind === kind ? [] : [one.text])).join(''),
      )
    expect(words('added')).toEqual(FIRST.blocks.map(({ text }) => text))
    expect(words('removed').filter(Boolean)).toEqual(THIRD.blocks.map(({ text }) => text))
  })

  it('[FMT26] names the sentences that a correction changed, before and after', () => {
    expect(told(FIRST, SECOND)).toEqual([
      ['There were 398 boats.', ['removed 412', 'added 398'], ''],
      [null, ['removed Nobody came.'], ''],
    ])
    expect(told(SECOND, THIRD)).toEqual([
      ['There were 398 boats.', [], 'Was likely, now confirmed.'],
      ['They sank.', ['added They sank.'], ''],
    ])
    expect(told(THIRD, THIRD)).toEqual([])
  })

  it('[FMT26] each correction has an address of its own and leads to its sentence', () => {
    const page = markupOf(pageOf(THIRD, [FIRST, SECOND, THIRD]))
    const correction = page.byId('change-2')
    const links = correction.all('a').map((link) => link.attribute('href'))
    expect(links).toEqual([
      '#change-2',
      `/read/a-story/v/2#${SECOND.sentences[1]?.id}`,
      '/read/a-story/diff/1/2',
    ])
    expect(correction.all('del')[0]?.text()).toBe('412')
    const [, here] = page.byId('change-3').all('a')
    expect(here?.attribute('href')).toBe(`#${THIRD.sentences[1]?.id}`)
    expect(page.byId('report').all('a')[0]?.attribute('href')).toMatch(/^mailto:desk@post.example/)
  })

  it('[VER14, FMT26] a correction says what was wrong, what is right and in which sentence', () => {
    const [, about, other] = SECOND.sentences
    const correction = { wrong: 'We wrote 412', right: 'It was 398.', sentences: [other?.id ?? ''] }
    const corrected = { ...SECOND, note: '', correction }
    const later = { ...THIRD, history: [{ ...corrected, hash: 'b'.repeat(64) }] }
    const pages = [pageOf(corrected, [FIRST, corrected]), pageOf(later, [FIRST, corrected, later])]
    for (const [at, html] of pages.entries()) {
      const page = markupOf(html)
      const words = 'What was wrong: We wrote 412. What is right: It was 398.'
      expect(page.byId('change-2').text()).toContain(words)
      expect(page.byId('change-2').text()).toContain('Changed at the same time.')
      expect(page.byId('changed').text()).toContain(words)
      const place = at ? `/read/a-story/v/2#${other?.id}` : `#${other?.id}`
      expect(
        page
          .byId('changed')
          .all('a')
          .map((link) => link.attribute('href')),
      ).toContain(place)
    }
    const notice = markupOf(pages[0] ?? '')
      .all('p')
      .find((one) => one.attribute('class') === 'corr')
    expect(notice?.text()).toContain('What is right: It was 398. See the sentence.')
    expect(about?.id).not.toBe(other?.id)
    expect(jsonLd.render(corrected)).toContain('What was wrong: We wrote 412.')
    for (const format of FORMATS) {
      if (format.id === 'docx' || !String(format.render(SECOND)).includes(SECOND.note)) continue
      expect([format.id, String(format.render(corrected))]).toEqual([
        format.id,
        expect.stringContaining('We wrote 412'),
      ])
    }
  })

  it('[FMT26] tells nothing of a version whose words are gone, or are not known', () => {
    expect(pageOf(THIRD, [FIRST, THIRD])).not.toContain('412')
    expect(pageOf(FIRST, [FIRST])).not.toContain('id="corrections"')
    expect(pageOf(FIRST, [FIRST, SECOND])).not.toContain('id="change-2"')
  })

  it('[FMT25] the page is valid HTML, whatever stands in it', async () => {
    const hostile = hostileVersion()
    const other = { ...hostile, number: 1, blocks: hostile.blocks.toReversed() }
    for (const [before, after] of [
      [FIRST, THIRD],
      [other, hostile],
    ] as const) {
      const page = renderDiffPage({
        ...{ before, after, versions: [before, after, SECOND], newspaper: '<b>Post</b>' },
      })
      const report = await new HtmlValidate({
        extends: ['html-validate:recommended'],
        // Written out: not every reader of the tree knows that the elements have them.
        rules: { 'long-title': 'off', 'no-redundant-role': 'off' },
      }).validateString(page)
      expect(report.results.flatMap(({ messages }) => messages)).toEqual([])
      expect(markupOf(page).all('script')).toEqual([])
    }
  })

  it('[FMT25] says what went and what came in roles', () => {
    const page = markupOf(
      renderDiffPage({ before: FIRST, after: SECOND, versions: [], newspaper: '' }),
    )
    expect(page.all('del')[0]?.attribute('role')).toBe('deletion')
    expect(page.all('ins')[0]?.attribute('role')).toBe('insertion')
  })
})

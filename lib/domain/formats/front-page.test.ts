import { HtmlValidate } from 'html-validate/node'
import { expect, it } from 'vitest'
import { markupOf } from '#lib/testing/markup.ts'
import { type PublishedArticle, renderFrontPage } from './front-page.ts'

const HOSTILE = '</h2><script>alert(1)</script>'
const article = (fields: Partial<PublishedArticle> = {}): PublishedArticle => ({
  ...{ articleId: 'a', slug: 'ferry', headline: 'The ferry stayed', lang: 'en', change: 'first' },
  ...{ section: 'Coast', byline: 'Mira Holt', standfirst: 'For 63 nights.' },
  ...{ sources: 7, reviewers: 2, firstPublishedAt: '2026-05-03T05:00:00.000Z' },
  publishedAt: new Date('2026-05-04T05:00:00.000Z'),
  ...fields,
})
const render = (...articles: PublishedArticle[]) =>
  renderFrontPage({ newspaper: 'The Post', articles })
const told = (fields: Partial<PublishedArticle>) =>
  markupOf(render(article(fields)))
    .byId('articles')
    .all('li')
    .map((item) => item.text())

it('[FMT37] the front page says of an article where it belongs, what it is about, by whom and what it rests on', () => {
  expect(told({})).toEqual([
    'CoastThe ferry stayedFor 63 nights.By Mira Holt · 4 May 2026 · 7 sources · checked by 2 reviewers',
  ])
  expect(told({ section: '', standfirst: ' ', byline: '', sources: 1, reviewers: 0 })).toEqual([
    'The ferry stayed4 May 2026 · 1 source · not checked by a reviewer',
  ])
})

it('[FMT37] what was corrected says so, and of what was retracted nothing is told any more', () => {
  expect(told({ change: 'correction' })[0]).toContain('4 May 2026 · corrected · 7 sources')
  expect(told({ change: 'retraction' })).toEqual([
    'CoastThe ferry stayedBy Mira Holt · 4 May 2026 · retracted',
  ])
})

it('[FMT2] nothing in it acts, and it is valid HTML', async () => {
  const words = { headline: HOSTILE, section: HOSTILE, byline: HOSTILE, standfirst: HOSTILE }
  const page = render(article(words), article({ ...words, lang: 'ja', slug: HOSTILE }))
  expect(markupOf(page).all('script')).toEqual([])
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'] })
  const { results } = await validator.validateString(page)
  expect(results.flatMap(({ messages }) => messages)).toEqual([])
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markupOf } from '#lib/testing/markup.ts'
import { unspacedArticle } from '#lib/testing/version-guises.ts'
import { articleHtml } from './html-article.ts'
import { phraseBreaks, phrasedHtml } from './phrases.ts'

const phrases = (text: string, lang = 'ja') => {
  const edges = [0, ...phraseBreaks(text, lang), text.length]
  return edges.slice(1).map((to, at) => text.slice(edges[at], to))
}

describe('where a line of large letters may end', () => {
  it.each([
    ['取り組みが遅れていると監査委員会が指摘', '取り組みが 遅れていると 監査 委員会が 指摘'],
    ['市は、運航記録にない212便の料金を', '市は、 運航 記録にない 212便の 料金を'],
    ['「知らなかった」と市長（58）は述べた', '「知らなかった」と 市長（58）は 述べた'],
    ['遺族「やっと」', '遺族 「やっと」'],
    ['Northline Ferries社の170便が9月に欠航', 'Northline Ferries社の 170便が 9月に 欠航'],
  ])('[FMT34] %s', (text, wanted) => {
    expect(phrases(text).join(' ')).toBe(wanted)
  })

  it('[FMT34] other languages have spaces, or rules of their own', () => {
    expect(phrases('It rained all night.', 'en')).toHaveLength(1)
    expect(phrases('渡轮在港口停留了六十三夜', 'zh')).toHaveLength(1)
  })

  it('[FMT34] headline, standfirst and subheads of a page have them, its text none', () => {
    const page = articleHtml(unspacedArticle())
    const large = [...page.matchAll(/<(h1|h2|p class="sf")[^>]*>(.*?)<\/(?:h1|h2|p)>/g)]
    expect(large.map(([all]) => all.includes('<wbr>'))).toEqual([true, true, true])
    expect(page.match(/<p dir="auto">.*?<\/p>/g)?.join('')).not.toContain('<wbr>')
    expect(large[0]?.[0]).toContain('とどまり、<wbr>')
  })

  it('[FMT34] a marker begins no line, where words have no spaces either', () => {
    const page = articleHtml(unspacedArticle())
    expect(page).toContain('<span class="nw">支払われた<button')
    expect(page).toContain('全額支払って<span class="nw">いた。<button')
  })

  it('[FMT34] no word is changed by them', () => {
    const sign = fc.constantFrom(...'港市は、の「」212aい々ー（\u{20BB7}& <')
    fc.assert(
      fc.property(fc.array(sign), (signs) => {
        const text = signs.join('')
        const page = markupOf(`<p>${phrasedHtml(text, phraseBreaks(text, 'ja'))}</p>`)
        expect(page.all('p')[0]?.text()).toBe(text)
      }),
    )
  })
})

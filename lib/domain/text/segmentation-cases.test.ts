import { describe, expect, it } from 'vitest'
import { ENGLISH_CASES, OTHER_CASES, readCase } from '#lib/testing/segment-cases.ts'
import { CASES_BY_LANGUAGE } from '#lib/testing/segment-cases-languages.ts'
import { segment } from './segmentation.ts'

const cut = (text: string, lang: string) =>
  segment(text, lang).map(([from, to]) => text.slice(from, to))

describe('the rules, case by case', () => {
  it.each([...ENGLISH_CASES, ...OTHER_CASES, ...CASES_BY_LANGUAGE])(
    '[$rule] $lang: $line',
    ({ lang, line }) => {
      const { text, sentences } = readCase(line)
      expect(cut(text, lang)).toEqual(sentences)
    },
  )

  it('[SEG18] a language without tables, or no language at all, knows what is common to all', () => {
    for (const lang of ['', 'xx', 'en-GB', 'EN', 'zh-Hant-TW']) {
      expect(cut('Dr. Holt came. Nobody spoke.', lang)).toHaveLength(2)
    }
  })
})

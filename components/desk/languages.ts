import { useLocale, useTranslations } from 'next-intl'

/** Languages of articles, by their code. The HTTP interface takes every code; the desk offers these. */
const LANGUAGES = [
  ...['ar', 'eu', 'bg', 'ca', 'zh-Hans', 'zh-Hant', 'hr', 'cs', 'da', 'nl', 'en'],
  ...['et', 'fi', 'fr', 'ka', 'de', 'el', 'he', 'hi', 'hu', 'is', 'id'],
  ...['ga', 'it', 'ja', 'ko', 'lv', 'lt', 'no', 'fa', 'pl', 'pt', 'ro'],
  ...['ru', 'sr', 'sk', 'sl', 'es', 'sw', 'sv', 'tr', 'uk', 'ur', 'vi'],
] as const

/** The same to choose from, in the order of their names. `also`: a code that is offered in any case. */
export function useLanguages(also?: string): readonly (readonly [code: string, name: string])[] {
  const t = useTranslations('languages')
  const { compare } = new Intl.Collator(useLocale())
  const named = LANGUAGES.map((code) => [code, t(code)] as const)
  const inOrder = named.toSorted(([, a], [, b]) => compare(a, b))
  const isKnown = also === undefined || LANGUAGES.some((code) => code === also)
  return isKnown ? inOrder : [[also, also] as const, ...inOrder]
}

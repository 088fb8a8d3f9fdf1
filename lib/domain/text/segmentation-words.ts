import { ENGLISH } from './segmentation-english.ts'
import type { WordLists } from './segmentation-lists.ts'
import { TABLES } from './segmentation-tables.ts'

export type Rule =
  | 'joins'
  | 'titles'
  | 'streets'
  | 'numbers'
  | 'may'
  | 'names'
  | 'places'
  | 'counts'
  | 'times'

export interface Words {
  readonly rules: ReadonlyMap<string, Rule>
  readonly lettered: ReadonlySet<string>
  readonly speech: ReadonlySet<string>
  readonly starters: ReadonlySet<string>
  readonly ordinals: boolean
}

const RULES: readonly Rule[] = [
  'joins',
  'titles',
  'streets',
  'numbers',
  'may',
  'names',
  'places',
  'counts',
  'times',
]

/** Abbreviations met in every language's news. A language's own lists come on top. */
const EVERYWHERE: WordLists = {
  titles: 'mr mrs ms dr prof st ps',
  names: 'jr inc ltd co corp',
  numbers: 'no nr',
  joins: 'vs e.g i.e p.s a.k.a',
}

/** Languages that read another's tables. */
const READS: Readonly<Record<string, string>> = { nb: 'da', nn: 'da', no: 'da', sk: 'cs', ur: 'ar' }

const built = new Map<string, Words>()

/** The words of a language tag such as `en` or `pt-BR`; a language without tables has only what is common to all. */
export function wordsOf(lang: string): Words {
  const known = built.get(lang)
  if (known) return known
  const primary = lang.split('-')[0]?.toLowerCase() ?? ''
  const key = READS[primary] ?? primary
  const lists = key === 'en' ? ENGLISH : TABLES[key]
  const words = build(lists ?? {})
  // Tags come from outside: a bound keeps a stream of strange ones from filling memory.
  if (built.size < 64) built.set(lang, words)
  return words
}

function build(lists: WordLists): Words {
  const rules = new Map<string, Rule>()
  for (const from of [EVERYWHERE, lists]) {
    for (const rule of RULES) for (const word of split(from[rule])) rules.set(word, rule)
  }
  return {
    rules,
    lettered: new Set(split(lists.lettered)),
    speech: new Set(split(lists.speech)),
    starters: new Set(split(lists.starters)),
    ordinals: lists.ordinals ?? false,
  }
}

const split = (list: string | undefined): readonly string[] =>
  list ? list.trim().split(/\s+/) : []

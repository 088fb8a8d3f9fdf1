import { ENGLISH } from './segmentation-english.ts'
import { TABLES } from './segmentation-tables.ts'

/**
 * The words that a language's full stops need to know, as lists parted by white space. The lists are our own,
 * compared with the segment suppressions of Unicode CLDR 46.
 */
export interface WordLists {
  /** Never the end: what it belongs to follows. */
  readonly joins?: string
  /** The same, but only when written with a capital. */
  readonly titles?: string
  /** Title or street: the end only behind a name and before a word that begins sentences. */
  readonly streets?: string
  /** Belongs to the number that follows, if one does; a usual word otherwise. */
  readonly numbers?: string
  /** The end when a word follows that begins sentences. */
  readonly may?: string
  /** The same, but only when written with a capital; a usual word otherwise. */
  readonly names?: string
  /** The same, but only behind a comma ("Portland, Ore."). */
  readonly places?: string
  /** Behind a number like `may`, elsewhere like `joins`. */
  readonly counts?: string
  /** Time of day: the end before any capital but a weekday, a month or a time zone. */
  readonly times?: string
  /** Nouns named by a letter: behind them a single letter is no initial ("plan B."). */
  readonly lettered?: string
  /** Verbs of saying that may follow a name behind a quotation. */
  readonly speech?: string
  /** Words that begin a sentence far more often than they carry on behind an abbreviation. */
  readonly starters?: string
  /** Numbers with a full stop are ordinals, and nouns have capitals ("5. Juli"). */
  readonly ordinals?: boolean
}

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
  titles: 'mr mrs ms dr prof st',
  names: 'jr inc ltd co corp',
  numbers: 'no nr',
  joins: 'vs e.g i.e',
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

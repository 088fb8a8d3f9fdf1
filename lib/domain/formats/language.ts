const RTL_LANGUAGES = /^(ar|arc|ckb|dv|fa|glk|he|iw|ji|ks|lrc|mzn|nqo|pnb|ps|sd|syr|ug|ur|yi)(-|$)/i
const RTL_SCRIPTS = /-(Adlm|Arab|Aran|Hebr|Mand|Mend|Nkoo|Rohg|Samr|Syrc|Thaa|Yezi)(-|$)/i
const SCRIPT = /^[a-z]{2,8}-[a-z]{4}(-|$)/i
const TAG = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i

/** A language tag that may stand in a page; what is none becomes `und`. */
export function langOf(lang: string): string {
  return TAG.test(lang) ? lang : 'und'
}

/** Direction of a language; a script in the tag decides over the language (`ar-Latn` runs left to right). */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  if (SCRIPT.test(lang)) return RTL_SCRIPTS.test(lang) ? 'rtl' : 'ltr'
  return RTL_LANGUAGES.test(lang) ? 'rtl' : 'ltr'
}

/** The page's own words are English: marked as such, with the space before, when the article is not. */
export function houseLanguage(lang: string): string {
  return /^en(-|$)/i.test(lang) ? '' : ' lang="en" dir="ltr"'
}

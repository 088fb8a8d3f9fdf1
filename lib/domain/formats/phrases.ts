import { escapeHtml } from './escape-html.ts'

const UNSPACED = /^ja(-|$)/i
const QUOTES = /^[\p{Pi}「『【〈《]$/u
const OPENS = /[\p{Ps}\p{Pi}]$/u
/** Particles and endings are written so, and belong to the word before them. */
const TRAILS = /^[\p{Script=Hiragana}ー々ゝ]/u
/** A sign by itself mostly ends a word that the dictionary lacks: 会 in 委員会, 便 in 212便. */
const ONE_SIGN = /^\p{Script=Han}$/u
const PAUSES = /[、。，．・！？：；―—…]$/u

/**
 * Where a line of Japanese may end without cutting a word or parting a particle from it. The words are those of ICU’s dictionary,
 * which Node brings; browsers would break after any sign, and only one of them can be asked to do better. Empty in other languages.
 */
export function phraseBreaks(text: string, lang: string): readonly number[] {
  if (!UNSPACED.test(lang)) return []
  const breaks: number[] = []
  let before = ''
  for (const { segment, index } of new Intl.Segmenter('ja', { granularity: 'word' }).segment(
    text,
  )) {
    if (before && beginsPhrase(before, segment)) breaks.push(index)
    before = segment
  }
  return breaks
}

function beginsPhrase(before: string, segment: string): boolean {
  // A space ends a line by itself.
  if (OPENS.test(before) || /\s$/u.test(before)) return false
  if (QUOTES.test(segment)) return true
  if (!/^[\p{L}\p{N}]/u.test(segment)) return false
  if (PAUSES.test(before)) return true
  const isEnding = ONE_SIGN.test(segment) && /[\p{L}\p{N}]$/u.test(before) && !TRAILS.test(before)
  return !isEnding && !TRAILS.test(segment)
}

/** Words of [from, to) as markup, with the breaks that lie in them. */
export function phrasedHtml(
  text: string,
  breaks: readonly number[],
  [from, to]: readonly [number, number] = [0, text.length],
): string {
  const inside = breaks.filter((at) => at > from && at <= to)
  const edges = [from, ...inside, to]
  return edges
    .slice(1)
    .map((end, at) => escapeHtml(text.slice(edges[at], end)))
    .join('<wbr>')
}

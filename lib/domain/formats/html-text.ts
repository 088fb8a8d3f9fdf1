import type { VersionBlock, VersionSentence } from '#lib/domain/publication/version.ts'
import type { FormatRange } from '#lib/domain/text/article-text.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import type { SentencedBlock } from './block-groups.ts'
import { escapeHtml } from './escape-html.ts'
import { hasNote, isFlagged, sourceNumbers } from './evidence-summary.ts'
import { phrasedHtml } from './phrases.ts'
import { runsOf, whole } from './runs.ts'
import { CONFIDENCE_WORDS } from './words.ts'

/** Outermost first. One fixed order, and every range is cut at sentences, so that elements never cross [FMT6]. */
const NESTING: readonly FormatRange['kind'][] = ['link', 'bold', 'italic']

/** A word longer than this may leave its marker at the end of a line: on a phone it would not fit beside it. */
const LONGEST_TAIL = 12
/** The same in signs that are as wide as high, in the largest letters. */
const LONGEST_PHRASE = 6
/** Where words have no spaces a line may end after any sign: the last two stay. */
const LAST_SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}[^\p{L}\p{N}\s]{0,3}$/u

export function cardId(sentence: VersionSentence): string {
  return `c-${sentence.id}`
}

/**
 * The words of a block: a span for each sentence, its formatting inside, its marker at its end.
 * `house`: attributes for the page's own words in an article of another language. `breaks`: where else its lines may end.
 */
export function blockHtml(
  { block: plain, sentences }: SentencedBlock,
  house: string,
  breaks: readonly number[] = [],
): string {
  const ends = new Set(sentences.map(({ to }) => to))
  const block = { ...plain, breaks: breaks.filter((at) => !ends.has(at)) }
  const html: string[] = []
  const length = block.text.length
  let at = 0
  let note = 0
  for (const sentence of sentences) {
    const from = whole(block.text, Math.min(Math.max(sentence.from, at), length))
    const to = whole(block.text, Math.min(Math.max(sentence.to, from), length))
    if (hasNote(sentence)) note++
    const marker = hasNote(sentence) ? markerHtml(sentence, house) : ''
    html.push(
      inlineHtml(block, at, from),
      sentenceHtml(block, sentence, [from, to], { marker, note }),
    )
    at = to
  }
  return html.join('') + inlineHtml(block, at, length)
}

/** `note`: which of its block's notes is this sentence's, for the stylesheet to light it up while its card is open. */
function sentenceHtml(
  block: Breakable,
  sentence: VersionSentence,
  [from, to]: readonly [number, number],
  { marker, note }: { readonly marker: string; readonly note: number },
): string {
  const { id, confidence } = sentence
  const state = (confidence ? ` data-c="${confidence}"` : '') + (marker ? ` data-k="${note}"` : '')
  const tail = marker ? tailOf(block, from, to) : to
  const words = inlineHtml(block, from, tail)
  const end = inlineHtml(block, tail, to) + marker
  return `<span class="s" id="${escapeHtml(id)}"${state}>${words}${tail < to ? `<span class="nw">${end}</span>` : end}</span>`
}

/** Where the end begins that is to stay with its marker; a link is never cut for that. */
function tailOf({ text, formats, breaks = [] }: Breakable, from: number, to: number): number {
  const phrase = breaks.findLast((at) => at > from && at < to) ?? from
  const isShort = phrase > from && to - phrase <= LONGEST_PHRASE
  const tail = isShort ? phrase : from + lastWord(text.slice(from, to))
  const cutsLink = formats.some(
    (format) => format.kind === 'link' && format.from < tail && format.to > tail,
  )
  return cutsLink ? to : tail
}

/** Where it begins; the end of the words, if it may not stay with anything. */
function lastWord(words: string): number {
  const at = words.search(/\S+$/)
  if (at >= 0 && words.length - at <= LONGEST_TAIL) return at
  const signs = words.search(LAST_SIGNS)
  return signs < 0 ? words.length : signs
}

interface Breakable extends VersionBlock {
  readonly breaks?: readonly number[]
}

/** Words and their formatting, every element closed in its order. */
export function inlineHtml(block: Breakable, from: number, to: number, level = 0): string {
  const kind = NESTING[level]
  if (from >= to) return ''
  if (!kind) return phrasedHtml(block.text, block.breaks ?? [], [from, to])
  return runsOf(block.text, block.formats, kind, [from, to])
    .map((run) => {
      const inner = inlineHtml(block, run.from, run.to, level + 1)
      return run.format ? wrapped(run.format, inner) : inner
    })
    .join('')
}

function wrapped({ kind, href }: FormatRange, inner: string): string {
  if (kind === 'bold') return `<strong>${inner}</strong>`
  if (kind === 'italic') return `<em>${inner}</em>`
  const safe = safeHref(href ?? '')
  return safe ? `<a href="${escapeHtml(safe)}">${inner}</a>` : inner
}

/**
 * The button that shows the sentence's card. A button, because only a button opens a popover without a script;
 * its card links on to the notes. Numbers and word are inside the accessible name.
 */
function markerHtml(sentence: VersionSentence, house: string): string {
  const { confidence } = sentence
  const numbers = sourceNumbers(sentence)
  const cited = numbers.join(',')
  const opens = `type="button" popovertarget="${escapeHtml(cardId(sentence))}"`
  if (isFlagged(confidence)) {
    const word = `<span class="f"${house}>${glyph(confidence)}${CONFIDENCE_WORDS[confidence]}</span>`
    const more = cited && `<span class="n"${house}>${hidden(', sources ')}${cited}</span>`
    return `<button class="m flag" data-c="${confidence}" ${opens}>${word} ${more}</button>`
  }
  const label = hidden(numbers.length > 1 ? 'Sources ' : 'Source ', house)
  const shown = cited ? `${label}<span>${cited}</span>` : `<span${house}>note</span>`
  return `<button class="m ref" ${opens}>${shown}${confidence ? hidden(`, ${confidence}`, house) : ''}</button>`
}

export function glyph(confidence: string): string {
  return confidence === 'disputed' || confidence === 'unconfirmed' ? '<i class="g"></i>' : ''
}

/** Words for those who listen. */
export function hidden(text: string, house = ''): string {
  return `<span class="vh"${house}>${escapeHtml(text)}</span>`
}

import type { FormatRange } from '#lib/domain/text/article-text.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import type { VersionBlock, VersionSentence } from '#lib/domain/publication/version.ts'
import type { SentencedBlock } from './block-groups.ts'
import { escapeHtml } from './escape-html.ts'
import { hasNote, isFlagged, sourceNumbers } from './evidence-summary.ts'
import { runsOf } from './runs.ts'
import { CONFIDENCE_WORDS } from './words.ts'

/** Outermost first. One fixed order, and every range is cut at sentences, so that elements never cross [FMT6]. */
const NESTING: readonly FormatRange['kind'][] = ['link', 'bold', 'italic']

/** A word longer than this may leave its marker at the end of a line: on a phone it would not fit beside it. */
const LONGEST_TAIL = 12

export function cardId(sentence: VersionSentence): string {
  return `c-${sentence.id}`
}

/** The words of a block: a span for each sentence, its formatting inside, its marker at its end. */
export function blockHtml({ block, sentences }: SentencedBlock): string {
  const html: string[] = []
  const length = block.text.length
  let at = 0
  let note = 0
  for (const sentence of sentences) {
    const from = Math.min(Math.max(sentence.from, at), length)
    const to = Math.min(Math.max(sentence.to, from), length)
    if (hasNote(sentence)) note++
    html.push(inlineHtml(block, at, from), sentenceHtml(block, sentence, [from, to], note))
    at = to
  }
  return html.join('') + inlineHtml(block, at, length)
}

/** `note`: which of its block's notes is this sentence's; lets the stylesheet light it up while its card is open. */
function sentenceHtml(
  block: VersionBlock,
  sentence: VersionSentence,
  [from, to]: readonly [number, number],
  note: number,
): string {
  const { id, confidence } = sentence
  const noted = hasNote(sentence)
  const state = (confidence ? ` data-c="${confidence}"` : '') + (noted ? ` data-k="${note}"` : '')
  const tail = noted ? tailOf(block, from, to) : to
  const words = inlineHtml(block, from, tail)
  const end = inlineHtml(block, tail, to) + (noted ? markerHtml(sentence) : '')
  return `<span class="s" id="${escapeHtml(id)}"${state}>${words}${tail < to ? `<span class="nw">${end}</span>` : end}</span>`
}

/** Where the last word begins, if it is to stay with its marker; a link is never cut for that. */
function tailOf({ text, formats }: VersionBlock, from: number, to: number): number {
  const tail = from + text.slice(from, to).search(/[^\s]+$/)
  if (tail < from || to - tail > LONGEST_TAIL) return to
  const cutsLink = formats.some((format) => format.kind === 'link' && format.from < tail && format.to > tail)
  return cutsLink ? to : tail
}

function inlineHtml(block: VersionBlock, from: number, to: number, level = 0): string {
  const kind = NESTING[level]
  if (from >= to) return ''
  if (!kind) return escapeHtml(block.text.slice(from, to))
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
function markerHtml(sentence: VersionSentence): string {
  const { confidence } = sentence
  const numbers = sourceNumbers(sentence)
  const opens = `type="button" popovertarget="${escapeHtml(cardId(sentence))}"`
  const label = hidden(numbers.length > 1 ? 'Sources ' : 'Source ')
  if (isFlagged(confidence)) {
    const cited = numbers.length ? `<span class="n">${hidden(', sources ')}${numbers.join(',')}</span>` : ''
    const word = `<span class="f">${glyph(confidence)}${CONFIDENCE_WORDS[confidence]}</span>`
    return `<button class="m flag" data-c="${confidence}" ${opens}>${word}${cited}</button>`
  }
  const shown = numbers.length ? `${label}<span>${numbers.join(',')}</span>` : '<span>note</span>'
  const word = confidence ? hidden(`, ${confidence}`) : ''
  return `<button class="m ref" ${opens}>${shown}${word}</button>`
}

export function glyph(confidence: string): string {
  return confidence === 'disputed' || confidence === 'unconfirmed' ? '<i class="g"></i>' : ''
}

/** Words for those who listen. */
export function hidden(text: string): string {
  return `<span class="vh">${escapeHtml(text)}</span>`
}

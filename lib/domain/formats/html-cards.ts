import type { Version, VersionCitation, VersionSentence } from '#lib/domain/publication/version.ts'
import { escapeHtml } from './escape-html.ts'
import { hasNote } from './evidence-summary.ts'
import { cardId, glyph, hidden } from './html-text.ts'
import { CONFIDENCE_WORDS, copyWords, DEFINITIONS, locatorWords } from './words.ts'

/**
 * The notes of a block's sentences. Each is one element with two lives: a card that its marker opens, and, with the
 * dial on "Full evidence" or in a browser without popovers, a note beside or under the paragraph.
 */
export function cardsHtml(
  version: Version,
  sentences: readonly VersionSentence[],
  house: string,
): string {
  const cards = sentences.filter(hasNote).map((sentence) => cardHtml(version, sentence))
  return cards.length ? `<div class="cards"${house}>${cards.join('')}</div>` : ''
}

function cardHtml(version: Version, sentence: VersionSentence): string {
  const { confidence, citations, publicNotes } = sentence
  const id = escapeHtml(cardId(sentence))
  const word = confidence ? CONFIDENCE_WORDS[confidence] : citations.length ? 'Sources' : 'Note'
  const name = confidence ? `Sources of this sentence: ${confidence}` : 'About this sentence'
  const close = `<button class="x" type="button" popovertarget="${id}" popovertargetaction="hide" aria-label="Close"></button>`
  const state = confidence ? ` data-c="${confidence}"` : ''
  const cited = citations.map((citation) => citationHtml(version, citation)).join('')
  return [
    `<div class="card" id="${id}" popover role="group" aria-label="${name}"${state}>`,
    `<p class="w"><b>${confidence ? glyph(confidence) : ''}${word}</b>${close}</p>`,
    confidence ? `<p class="def">${DEFINITIONS[confidence]}</p>` : '',
    ...publicNotes.map((note) => `<p class="pn" dir="auto">${escapeHtml(note)}</p>`),
    cited && `<ul>${cited}</ul>`,
    '</div>',
  ].join('')
}

function citationHtml(
  version: Version,
  { source, relation, locator, quote }: VersionCitation,
): string {
  const number = source + 1
  const { name = '', capture } = version.sources[source] ?? {}
  return [
    `<li><a class="no" role="doc-noteref" href="#n${number}">${hidden('Source ')}${number}</a>`,
    `<bdi class="nm">${escapeHtml(name)}</bdi> <span class="rel" data-r="${relation}">${relation}</span>`,
    quote.trim() && ` <q dir="auto">${escapeHtml(quote)}</q>`,
    locator ? ` <bdi class="loc">${escapeHtml(locatorWords(locator))}</bdi>` : '',
    capture ? ` <span class="cp">${copyWords(capture)}</span>` : '',
    '</li>',
  ].join('')
}

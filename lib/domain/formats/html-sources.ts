import type { Version, VersionSentence, VersionSource } from '#lib/domain/publication/version.ts'
import type { Relation } from '#lib/domain/sourcing/annotation.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import { escapeHtml } from './escape-html.ts'
import { openSentences, usesOf } from './evidence-summary.ts'
import { glyph } from './html-text.ts'
import { houseLanguage, langOf } from './language.ts'
import { publicationOf } from './publication-words.ts'
import { versionPath } from './site.ts'
import { CONFIDENCE_WORDS, capitalised, copyWords, SOURCE_KIND_WORDS } from './words.ts'

/** The sources under their numbers, each with what it was used for, as a way back to every sentence that uses it [FMT3]. */
export function sourcesHtml(version: Version): string {
  const house = houseLanguage(version.lang)
  const items = version.sources.map((source, at) => sourceHtml(version, source, at))
  const list = items.length
    ? `<ol class="srcs">${items.join('\n')}</ol>`
    : '<p>This article cites no sources.</p>'
  return `<section class="after" id="sources" role="doc-endnotes" aria-labelledby="h-sources"${house}><h2 id="h-sources">Sources</h2>${list}</section>`
}

function sourceHtml(version: Version, source: VersionSource, at: number): string {
  const number = at + 1
  const href = source.url === null ? null : safeHref(source.url)
  const name = `<bdi>${escapeHtml(source.name)}</bdi>`
  const kind = capitalised(SOURCE_KIND_WORDS[source.kind][0])
  const about = source.description.trim()
    ? `. <span dir="auto">${escapeHtml(source.description)}</span>`
    : ''
  return [
    `<li id="n${number}"><div><b>${href ? `<a href="${escapeHtml(href)}">${name}</a>` : name}</b>`,
    `<p class="d">${kind}${about}</p>`,
    publicationHtml(source),
    copyHtml(version, source),
    usedForHtml(version, at),
    '</div></li>',
  ].join('')
}

/** What the line above does not say already. */
function publicationHtml(source: VersionSource): string {
  const { said, doi, doiAddress, isbn } = publicationOf(source)
  const parts = [
    said && `<span dir="auto">${escapeHtml(said)}</span>`,
    doiAddress && `<a href="${escapeHtml(doiAddress)}">DOI ${escapeHtml(doi)}</a>`,
    isbn && `ISBN ${escapeHtml(isbn)}`,
  ].filter(Boolean)
  return parts.length ? `<p class="d">${parts.join('. ')}</p>` : ''
}

/** What the page said when it was cited may be gone by now: the dossier has it, and these are its bytes. */
function copyHtml(version: Version, { capture }: VersionSource): string {
  if (!capture) return ''
  const dossier = escapeHtml(`${versionPath(version)}/dossier`)
  return `<p class="d">${copyWords(capture)}, in the <a href="${dossier}">dossier</a>. SHA-256 <code>${escapeHtml(capture.hash)}</code></p>`
}

/** How many uses are told in words; the others are letters, each a way back as well. */
const IN_WORDS = 3

/** What a source was used for: the beginning of each sentence, which is the way back to it. */
function usedForHtml(version: Version, at: number): string {
  const uses = usesOf(version, at)
  if (!uses.length) return ''
  const link = ({ id }: VersionSentence, words: string, more = '') =>
    `<a role="doc-backlink" href="#${escapeHtml(id)}"${more}>${words}</a>`
  // One alone is not worth a letter.
  const count = uses.length === IN_WORDS + 1 ? uses.length : IN_WORDS
  const told = uses.slice(0, count).map((sentence) => {
    const words = `<bdi${articleLanguage(version)}>${escapeHtml(beginningOf(sentence.text))}</bdi>`
    return `<li>${link(sentence, words)}${RELATION_WORDS[relationOf(sentence, at)]}</li>`
  })
  const others = uses.slice(count).map((sentence, use) => {
    const letter = letters(use + count)
    return link(sentence, letter, ` aria-label="Back to use ${letter} of source ${at + 1}"`)
  })
  const rest = others.length
    ? `<li class="more">and ${others.length} more: ${others.join(' ')}</li>`
    : ''
  return `<div class="uf"><span>Used for</span><ul>${told.join('')}${rest}</ul></div>`
}

const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  supports: '',
  contradicts: ' (contradicts it)',
  context: ' (context)',
}

/** What supports a sentence does so, whatever else it is cited for there. */
function relationOf({ citations }: VersionSentence, at: number): Relation {
  const own = citations.filter(({ source }) => source === at).map(({ relation }) => relation)
  return own.includes('supports') ? 'supports' : (own[0] ?? 'supports')
}

const MOST_SIGNS = 60

/** The section is in our language, the sentence in that of the article. */
function articleLanguage({ lang }: Version): string {
  return houseLanguage(lang) && ` lang="${langOf(lang)}"`
}

/** The first words of a sentence, cut between two of them where it has any. */
function beginningOf(text: string): string {
  const signs = Array.from(text.replace(/\s+/g, ' ').trim())
  if (signs.length <= MOST_SIGNS) return signs.join('')
  const start = signs.slice(0, MOST_SIGNS).join('')
  const end = start.lastIndexOf(' ')
  return `${end > start.length / 2 ? start.slice(0, end) : start} …`
}

/** a … z, aa, ab … */
function letters(index: number): string {
  const rest = index >= 26 ? letters(Math.floor(index / 26) - 1) : ''
  return rest + String.fromCharCode(97 + (index % 26))
}

/** What readers should not take for certain, word for word, with what the newsroom says about it. */
export function unconfirmedHtml(version: Version): string {
  const house = houseLanguage(version.lang)
  const items = openSentences(version).map(openHtml)
  const list = items.length
    ? `<ul class="open">${items.join('\n')}</ul>`
    : '<p>No sentence of this article is marked unconfirmed or disputed.</p>'
  return `<section class="after" id="unconfirmed" aria-labelledby="h-unconfirmed"${house}><h2 id="h-unconfirmed">What we could not confirm</h2>${list}</section>`
}

function openHtml({ id, text, confidence, publicNotes }: VersionSentence): string {
  if (!confidence) return ''
  const notes = publicNotes.map((note) => `<p dir="auto">${escapeHtml(note)}</p>`).join('')
  const word = `<b class="st" data-c="${confidence}">${glyph(confidence)}${CONFIDENCE_WORDS[confidence]}</b>`
  return `<li>${word}<div><a dir="auto" href="#${escapeHtml(id)}">${escapeHtml(text)}</a>${notes}</div></li>`
}

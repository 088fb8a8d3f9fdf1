import type { Version, VersionSentence, VersionSource } from '#lib/domain/publication/version.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import { escapeHtml } from './escape-html.ts'
import { openSentences, usesOf } from './evidence-summary.ts'
import { glyph } from './html-text.ts'
import { houseLanguage } from './language.ts'
import { CONFIDENCE_WORDS, capitalised, SOURCE_KIND_WORDS } from './words.ts'

/** The sources under their numbers, each with a way back to every sentence that uses it [FMT3]. */
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
    `<p class="d">${kind}${about}</p></div>`,
    backlinksHtml(usesOf(version, at), number),
    '</li>',
  ].join('')
}

function backlinksHtml(uses: readonly VersionSentence[], number: number): string {
  const links = uses.map(({ id }, use) => {
    const name = `Back to use ${letters(use)} of source ${number}`
    return `<a role="doc-backlink" href="#${escapeHtml(id)}" aria-label="${name}">${letters(use)}</a>`
  })
  return links.length ? `<p class="bk">Back to ${links.join(' ')}</p>` : ''
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

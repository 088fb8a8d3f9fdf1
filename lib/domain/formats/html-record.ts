import { groupOverrides, type OverrideGroup } from '#lib/domain/publication/override-groups.ts'
import { SPITE_WORDS } from '#lib/domain/publication/overrides.ts'
import type { Version, VersionOverride } from '#lib/domain/publication/version.ts'
import { CONFIDENCES } from '#lib/domain/sourcing/annotation.ts'
import { SOURCE_KINDS } from '#lib/domain/sourcing/source.ts'
import { escapeHtml } from './escape-html.ts'
import { summaryLine } from './evidence-summary.ts'
import { changeSaidHtml } from './html-correction.ts'
import { houseLanguage } from './language.ts'
import { recordHash } from './record-hash.ts'
import { versionPath } from './site.ts'
import {
  CHANGE_WORDS,
  CONFIDENCE_WORDS,
  counted,
  DEFINITIONS,
  momentWords,
  SOURCE_KIND_WORDS,
} from './words.ts'

/** What stands behind the article in one line, what the sources are, and what the four words mean. */
export function howHtml(version: Version): string {
  const kinds = SOURCE_KINDS.map((kind) => {
    const count = version.sources.filter((source) => source.kind === kind).length
    return count ? counted(count, ...SOURCE_KIND_WORDS[kind]) : ''
  }).filter(Boolean)
  const sources = kinds.length ? `<p>Sources: ${kinds.join(', ')}.</p>` : ''
  const terms = CONFIDENCES.map(
    (word) => `<dt>${CONFIDENCE_WORDS[word]}</dt><dd>${DEFINITIONS[word]}</dd>`,
  )
  const words = `<dl>${terms.join('')}</dl>`
  const rule =
    '<p>Whoever wrote or sourced a sentence cannot approve it. An approval holds for the exact words and evidence it was given for.</p>'
  return section(
    version,
    'how',
    'How we reported this',
    `<p>${summaryLine(version)}.</p>${sources}${words}${rule}`,
  )
}

/** Every version, newest first: when, what kind of change, what readers are told about it, where it is. */
export function changedHtml(version: Version): string {
  const refs = [...version.history, version].toReversed()
  const items = refs.map(({ number, publishedAt, overrides = [], ...ref }) => {
    const href = escapeHtml(versionPath({ slug: version.slug, number }))
    const here = number === version.number ? ' (this one)' : ''
    const time = `<time datetime="${escapeHtml(publishedAt)}">${momentWords(publishedAt)}</time>`
    const said = changeSaidHtml(ref, number === version.number ? '' : href) || noneSaid(ref)
    return `<li><p><a href="${href}">Version ${number}</a>${here}<br>${time}</p><p><b>${CHANGE_WORDS[ref.change]}.</b>${said}</p>${overridesHtml(href, overrides)}</li>`
  })
  return section(version, 'changed', 'What changed', `<ol class="chg">${items.join('\n')}</ol>`)
}

/** What it was published in spite of, each with the publisher's reason. */
function overridesHtml(href: string, overrides: readonly VersionOverride[]): string {
  if (!overrides.length) return ''
  const items = groupOverrides(overrides).map(({ places, what, reason }) => {
    return `<li>${placesHtml(href, places)} was published ${SPITE_WORDS[what]}: <span dir="auto">${escapeHtml(reason)}</span></li>`
  })
  return `<ul class="ovr">${items.join('')}</ul>`
}

function placesHtml(href: string, places: OverrideGroup['places']): string {
  const link = (id: string, words: string) => `<a href="${href}#${escapeHtml(id)}">${words}</a>`
  const ids = places.flatMap((id) => id ?? [])
  const [first] = ids
  if (!first) return 'The article'
  if (ids.length === 1) return link(first, 'One sentence')
  const links = ids.map((id, at) => link(id, `${at + 1}`))
  return `Each of ${ids.length} sentences (${links.join(', ')})`
}

function noneSaid({ change }: Pick<Version, 'change'>): string {
  return change === 'first' ? '' : ' No reason was given.'
}

/** The hash of the record, how to check it, and what that proves and does not. */
export function verifyHtml(version: Version): string {
  const record = escapeHtml(`${versionPath(version)}/json`)
  const previous = version.previousHash
    ? `<dt>Version before</dt><dd><code>${escapeHtml(version.previousHash)}</code></dd>`
    : ''
  const body = [
    `<dl><dt>SHA-256</dt><dd><code>${recordHash(version)}</code></dd>${previous}</dl>`,
    `<p>Download the <a href="${record}">record of this version</a> and run <code>sha256sum</code> on it: the result must be the number above.</p>`,
    '<p><b>It proves</b> that words, sources and confidence are those that were published as this version. ',
    '<b>It does not prove</b> that they are true; for that, read the sources.</p>',
  ]
  return section(version, 'verify', 'Verify', body.join(''))
}

function section({ lang }: Version, id: string, title: string, body: string): string {
  const house = houseLanguage(lang)
  return `<section class="after" id="${id}" aria-labelledby="h-${id}"${house}><h2 id="h-${id}">${title}</h2>${body}</section>`
}

import type { Version } from '#lib/domain/publication/version.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import { type BlockGroup, layoutOf, type SentencedBlock } from './block-groups.ts'
import { escapeHtml } from './escape-html.ts'
import { isFlagged, sourceNumbers } from './evidence-summary.ts'
import { inlineHtml } from './html-text.ts'
import { langOf } from './language.ts'
import { pictureHref, usualSize } from './pictures.ts'
import { publicationLines } from './publication-words.ts'
import { addressOf, type Site } from './site.ts'

/**
 * The article for other systems: well-formed XHTML without a class or a script, each sentence a span with its id, the
 * numbers of its sources behind it, and in words what is not confirmed [FMT5].
 */
export function xhtmlOf(version: Version, site: Site, { head = true } = {}): string {
  const { headline, standfirst, groups } = layoutOf(version)
  const lang = langOf(version.lang)
  const top = head
    ? [headline && tagged('h1', headline), standfirst && tagged('p', standfirst)]
    : [standfirst && tagged('p', standfirst)]
  const parts = [...top, ...groups.map((group) => groupXhtml(version, group, site))].filter(Boolean)
  const open = `<div xmlns="http://www.w3.org/1999/xhtml" lang="${lang}" xml:lang="${lang}">`
  return `${open}${parts.join('\n')}${sourcesXhtml(version)}</div>`
}

function groupXhtml(version: Version, group: BlockGroup, site: Site): string {
  if (group.kind === 'figure') {
    const size = usualSize(group.figure)
    const { alt, credit } = group.figure
    const src = size && escapeHtml(addressOf(site, pictureHref(version, size)))
    const picture = src ? `<img src="${src}" alt="${escapeHtml(alt)}" />` : ''
    const caption = group.caption ? `${wordsXhtml(group.caption)} ` : ''
    return `<figure>${picture}<figcaption>${caption}${escapeHtml(credit.name)}</figcaption></figure>`
  }
  const { kind, items } = group
  const all = (name: string) => items.map((item) => tagged(name, item)).join('')
  if (kind === 'subhead') return all('h2')
  if (kind === 'quote') return `<blockquote>${all('p')}</blockquote>`
  if (kind === 'bullet') return `<ul>${all('li')}</ul>`
  if (kind === 'numbered') return `<ol>${all('li')}</ol>`
  return all('p')
}

function tagged(name: string, item: SentencedBlock): string {
  return `<${name}>${wordsXhtml(item)}</${name}>`
}

function wordsXhtml({ block, sentences }: SentencedBlock): string {
  const parts: string[] = []
  let at = 0
  for (const sentence of sentences) {
    const from = Math.max(at, sentence.from)
    const to = Math.max(from, sentence.to)
    const word = isFlagged(sentence.confidence) ? ` <i>(${sentence.confidence})</i>` : ''
    const numbers = sourceNumbers(sentence)
    const notes = numbers.length ? `<sup>[${numbers.join(', ')}]</sup>` : ''
    parts.push(
      inlineHtml(block, at, from),
      `<span id="${escapeHtml(sentence.id)}">${inlineHtml(block, from, to)}</span>${word}${notes}`,
    )
    at = to
  }
  return parts.join('') + inlineHtml(block, at, block.text.length)
}

function sourcesXhtml({ sources }: Version): string {
  const items = sources.map((source) => {
    const href = source.url === null ? null : safeHref(source.url)
    const name = escapeHtml(source.name)
    const linked = href ? `<a href="${escapeHtml(href)}">${name}</a>` : name
    const about = [source.description, ...publicationLines(source)].filter((part) => part.trim())
    return `<li>${[linked, ...about.map(escapeHtml)].join('. ')}</li>`
  })
  return items.length ? `\n<h2>Sources</h2><ol>${items.join('')}</ol>` : ''
}

import type { Version, VersionRef } from '#lib/domain/publication/version.ts'
import type { DiffSegment } from '#lib/domain/review/word-diff.ts'
import { escapeHtml } from './escape-html.ts'
import { houseLanguage } from './language.ts'
import { articlePath, versionPath } from './site.ts'
import { changedSentences } from './version-changes.ts'
import { CHANGE_WORDS, dayWords } from './words.ts'

/** Where two versions are shown together. */
export function comparePath(slug: string, from: number, to: number): string {
  return `${articlePath({ slug })}/diff/${from}/${to}`
}

/** Words that went and came, told to those who listen too. Roles are written out: not every reader of the tree knows that the elements have them. */
export function segmentsHtml(segments: readonly DiffSegment[]): string {
  const html: string[] = []
  for (let at = 0; at < segments.length; at++) {
    const [segment, next] = [segments[at], segments[at + 1]]
    if (!segment) continue
    if (segment.kind === 'same') html.push(escapeHtml(segment.text))
    else if (segment.kind === 'removed' && next?.kind === 'added') {
      html.push(suggestion(removed(segment.text) + added(next.text)))
      at++
    } else
      html.push(suggestion(segment.kind === 'added' ? added(segment.text) : removed(segment.text)))
  }
  return html.join('')
}

const suggestion = (inner: string) => `<span role="suggestion">${inner}</span>`
const removed = (text: string) => `<del role="deletion">${escapeHtml(text)}</del>`
const added = (text: string) => `<ins role="insertion">${escapeHtml(text)}</ins>`

/** Each correction and clarification up to this version, with the sentences that it changed and a link of its own [FMT26]. */
export function correctionsHtml(version: Version, texts: readonly Version[]): string {
  const all = [...texts.filter(({ number }) => number < version.number), version]
  const items = all.flatMap((after, at) => {
    const before = all[at - 1]
    const isTold = after.change === 'correction' || after.change === 'clarification'
    return isTold && before?.number === after.number - 1 ? [itemHtml(version, before, after)] : []
  })
  const others = comparable(version, texts, items.length > 0 && version.change !== 'update')
  if (!items.length && !others) return ''
  const list = items.length ? `<ol class="crs">${items.toReversed().join('\n')}</ol>` : ''
  return sectionHtml(version, 'corrections', 'What changed, by words', list + others)
}

function itemHtml(page: Version, before: Version, after: Version): string {
  const { number, change, note, publishedAt, slug } = after
  const id = `change-${number}`
  const changes = changedSentences(before, after).map(({ id: sentence, segments, evidence }) => {
    const said = evidence ? ` <span class="d">${evidence}</span>` : ''
    return `<li><span dir="auto">${segmentsHtml(segments)}</span>${said}${sentenceLink(page, after, sentence)}</li>`
  })
  const words = changes.length
    ? `<ul>${changes.join('')}</ul>`
    : '<p class="d">No sentence of the text changed.</p>'
  const compare = `<a href="${escapeHtml(comparePath(slug, before.number, number))}">Whole text, version ${before.number} and ${number}</a>`
  const head = `<a href="#${id}">${CHANGE_WORDS[change]}, ${dayWords(publishedAt)}</a>`
  return `<li id="${id}"><p><b>${head}.</b> <span dir="auto">${escapeHtml(note)}</span></p>${words}<p>${compare}</p></li>`
}

/** To the sentence on this page, or where it stood when it was corrected. */
function sentenceLink(page: Version, after: Version, id: string | null): string {
  if (id === null) return ''
  const here = page.sentences.some((sentence) => sentence.id === id)
  const href = `${here ? '' : versionPath(after)}#${id}`
  return ` <a class="to-s" href="${escapeHtml(href)}">${here ? 'In the text' : `In version ${after.number}`}</a>`
}

/** A way to the comparison with any other version whose words stand. `linked`: the one before has its link already. */
function comparable({ slug, number }: Version, texts: readonly Version[], linked: boolean): string {
  const others = texts.filter(
    (text) => text.number !== number && !(linked && text.number === number - 1),
  )
  if (!others.length) return ''
  const links = others.map((other) => {
    const [from, to] = [Math.min(other.number, number), Math.max(other.number, number)]
    return `<a href="${escapeHtml(comparePath(slug, from, to))}">version ${other.number}</a>`
  })
  return `<p class="cmp">Compare this version with ${links.join(', ')}.</p>`
}

/** A section of the page around the frozen body, in its manner. */
export function sectionHtml({ lang }: Version, id: string, title: string, body: string): string {
  return `<section class="after" id="${id}" aria-labelledby="h-${id}"${houseLanguage(lang)}><h2 id="h-${id}">${title}</h2>${body}</section>`
}

export type Comparable = Pick<VersionRef, 'number' | 'publishedAt'>

import type { Version, VersionRef } from '#lib/domain/publication/version.ts'
import type { DiffSegment } from '#lib/domain/review/word-diff.ts'
import { escapeHtml } from './escape-html.ts'
import { changeSaidHtml } from './html-correction.ts'
import { houseLanguage } from './language.ts'
import { articlePath, versionPath } from './site.ts'
import { type ChangedSentence, changedSentences } from './version-changes.ts'
import { CHANGE_WORDS, dayWords } from './words.ts'

/** Where two versions are shown together. */
export function comparePath(slug: string, from: number, to: number): string {
  return `${articlePath({ slug })}/diff/${from}/${to}`
}

/** Words that went and came, told to those who listen too. Roles are written out: not every reader of the tree knows that the elements have them. One for both together, `suggestion`, is in no standard yet. */
export function segmentsHtml(segments: readonly DiffSegment[]): string {
  const html: string[] = []
  for (const segment of segments) {
    if (segment.kind === 'same') html.push(escapeHtml(segment.text))
    else html.push(segment.kind === 'added' ? added(segment.text) : removed(segment.text))
  }
  return html.join('')
}

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
  const { number, change, publishedAt, slug } = after
  const id = `change-${number}`
  const changes = toldSentences(before, after).map(({ id: sentence, segments, evidence }) => {
    const said = evidence ? ` <span class="d">${evidence}</span>` : ''
    return `<li><span dir="auto">${segmentsHtml(segments)}</span>${said}${sentenceLink(page, after, sentence)}</li>`
  })
  const words = changes.length
    ? `<ul>${changes.join('')}</ul>`
    : '<p class="d">No sentence of the text changed.</p>'
  const compare = `<a href="${escapeHtml(comparePath(slug, before.number, number))}">Whole text, version ${before.number} and ${number}</a>`
  const said = changeSaidHtml(withoutLinks(after), '')
  const head = `<a href="#${id}">${CHANGE_WORDS[change]}, ${dayWords(publishedAt)}</a>`
  return `<li id="${id}"><p><b>${head}.</b>${said}</p>${words}<p>${compare}</p></li>`
}

/** Each sentence stands below with a link of its own. */
function withoutLinks({ correction, ...after }: Version): Version {
  return correction ? { ...after, correction: { ...correction, sentences: [] } } : after
}

/** The sentences that changed, and those that the correction is about though they stand as they did. */
function toldSentences(before: Version, after: Version): readonly ChangedSentence[] {
  const changed = changedSentences(before, after)
  const { correction, sentences } = after
  if (!correction) return changed
  const [about, known] = [new Set(correction.sentences), new Set(changed.map(({ id }) => id))]
  const aside = changed.map((one) =>
    one.id === null || about.has(one.id)
      ? one
      : { ...one, evidence: `${one.evidence} Changed at the same time.`.trim() },
  )
  const unchanged = sentences
    .filter(({ id }) => about.has(id) && !known.has(id))
    .map(({ id, text }) => ({ id, segments: [{ kind: 'same' as const, text }], evidence: '' }))
  return [...aside, ...unchanged]
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

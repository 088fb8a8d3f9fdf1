import type { Version } from '#lib/domain/publication/version.ts'
import { type BlockGroup, layoutOf, type SentencedBlock } from './block-groups.ts'
import { escapeHtml } from './escape-html.ts'
import { summaryParts } from './evidence-summary.ts'
import { cardsHtml } from './html-cards.ts'
import { changeSaidHtml } from './html-correction.ts'
import { figureHtml } from './html-figure.ts'
import { blockHtml } from './html-text.ts'
import { houseLanguage } from './language.ts'
import { phraseBreaks } from './phrases.ts'
import { byWord, CHANGE_WORDS, dayWords, momentWords } from './words.ts'

/** Headline, standfirst, by whom and when; then what the evidence amounts to; then the text [FMT4]. */
export function articleHtml(version: Version): string {
  const house = houseLanguage(version.lang)
  const { headline, standfirst, groups } = layoutOf(version)
  return [
    headHtml(version, headline, standfirst, house),
    dialHtml(version, house),
    changeNoticeHtml(version, house),
    `<div class="text">${groups.map((group) => groupHtml(version, group, house)).join('\n')}</div>`,
  ].join('\n')
}

function headHtml(
  version: Version,
  headline: SentencedBlock | null,
  standfirst: SentencedBlock | null,
  house: string,
): string {
  const { section, byline } = version
  const large = (item: SentencedBlock) => largeHtml(item, version, house)
  const title = headline ? large(headline) : escapeHtml(version.headline)
  const cards = (item: SentencedBlock | null) =>
    item ? cardsHtml(version, item.sentences, house) : ''
  return [
    '<header class="hed">',
    section && `<p class="kicker" dir="auto">${escapeHtml(section)}</p>`,
    `<div class="para"><h1 dir="auto">${title}</h1>${cards(headline)}</div>`,
    standfirst &&
      `<div class="para"><p class="sf" dir="auto">${large(standfirst)}</p>${cards(standfirst)}</div>`,
    `<div class="byl"${house}>${byline && bylineHtml(byline)}${datesHtml(version)}</div>`,
    '</header>',
  ]
    .filter(Boolean)
    .join('')
}

/** Words in large letters, of which few stand on a line: it ends between phrases. */
function largeHtml(item: SentencedBlock, { lang }: Version, house: string): string {
  return blockHtml(item, house, phraseBreaks(item.block.text, lang))
}

function bylineHtml(byline: string): string {
  return `<p>${byWord(byline)}<b><bdi>${escapeHtml(byline)}</bdi></b></p>`
}

const CHANGED: Readonly<Record<Version['change'], string>> = {
  first: 'published',
  update: 'updated',
  clarification: 'clarified',
  correction: 'corrected',
  retraction: 'retracted',
}

function datesHtml({ dateline, change, number, publishedAt, firstPublishedAt }: Version): string {
  const place = dateline ? `<bdi>${escapeHtml(dateline)}</bdi>, ` : ''
  const first = `published <time datetime="${escapeHtml(firstPublishedAt)}">${dayWords(firstPublishedAt)}</time>`
  const link = `<a href="#changed">version ${number}</a>`
  const last = `${CHANGED[change]} <time datetime="${escapeHtml(publishedAt)}">${momentWords(publishedAt)}</time>`
  const words = number > 1 ? `${first}, ${last}` : first
  return `<p class="when">${place}${place ? words : words.replace(/^p/, 'P')} (${link})</p>`
}

function dialHtml(version: Version, house: string): string {
  const [claims, sources, checked] = summaryParts(version)
  const [total, ...rest] = claims.split(': ')
  const detail = rest.length ? `: ${rest.join(': ').replace(/(\d) /g, '$1&nbsp;')}` : ''
  const option = (value: string, label: string) =>
    `<label><input type="radio" name="dial" id="d-${value}" value="${value}"${value === 'clean' ? ' checked' : ''}>${label}</label>`
  return [
    `<section class="dial" aria-label="Evidence"${house}>`,
    `<p><b>${total}</b>${detail} <span><a href="#sources">${sources}</a> · <a href="#how">${checked}</a></span></p>`,
    '<fieldset><legend>Show sources</legend><span class="seg">',
    option('clean', 'Clean') + option('sources', 'Sources') + option('full', 'Full evidence'),
    '</span></fieldset></section>',
  ].join('')
}

/** What was wrong stands above the text, for as long as this version is read. */
function changeNoticeHtml(version: Version, house: string): string {
  const { change, publishedAt } = version
  if (change === 'first' || change === 'update') return ''
  const words = changeSaidHtml(version, '')
  const more = '<a href="#changed">What changed</a>'
  return `<p class="corr"${house}><b>${CHANGE_WORDS[change]}, ${dayWords(publishedAt)}.</b>${words} ${more}</p>`
}

function groupHtml(version: Version, group: BlockGroup, house: string): string {
  if (group.kind === 'figure') return figureHtml(version, group, house)
  const { kind, items } = group
  const words = (item: SentencedBlock) =>
    kind === 'subhead' ? largeHtml(item, version, house) : blockHtml(item, house)
  const para = (item: SentencedBlock, open: string, close: string) =>
    `<div class="para">${open}${words(item)}${close}${cardsHtml(version, item.sentences, house)}</div>`
  const all = (open: string, close: string) => items.map((item) => para(item, open, close))
  const listed = () => all('<p dir="auto">', '</p>').map((item) => `<li>${item}</li>`)
  switch (kind) {
    case 'subhead':
      return all('<h2 dir="auto">', '</h2>').join('')
    case 'quote':
      return `<blockquote>${all('<p dir="auto">', '</p>').join('')}</blockquote>`
    case 'bullet':
      return `<ul>${listed().join('')}</ul>`
    case 'numbered':
      return `<ol>${listed().join('')}</ol>`
    case 'caption':
    case 'standfirst':
      return all(`<p class="${kind}" dir="auto">`, '</p>').join('')
    default:
      return all('<p dir="auto">', '</p>').join('')
  }
}

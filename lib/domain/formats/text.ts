import type { Version, VersionSentence } from '#lib/domain/publication/version.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import { type BlockGroup, type FigureGroup, layoutOf, type SentencedBlock } from './block-groups.ts'
import { isFlagged, openSentences, sourceNumbers, summaryLine } from './evidence-summary.ts'
import type { Format } from './format.ts'
import { publicationLines } from './publication-words.ts'
import {
  CHANGE_WORDS,
  capitalised,
  changeText,
  dayWords,
  locatorWords,
  momentWords,
  overrideLines,
  SOURCE_KIND_WORDS,
} from './words.ts'

/** For a letter, a terminal or a screen reader: the words, numbers in brackets, the sources at the end. */
export const text: Format<string> = {
  id: 'text',
  mediaType: 'text/plain',
  extension: 'txt',
  label: 'Plain text',
  render: (version) =>
    `${[...headOf(version), ...textOf(version), ...endOf(version)].join('\n\n')}\n`,
}

function headOf(version: Version): readonly string[] {
  const { headline, standfirst } = layoutOf(version)
  return [
    headline ? lineOf(headline) : oneLine(version.headline),
    standfirst ? lineOf(standfirst) : '',
    [version.byline, version.dateline, dayWords(version.publishedAt)]
      .map(oneLine)
      .filter(Boolean)
      .join(' · '),
    `${summaryLine(version)}.`,
    changeOf(version),
    '* * *',
  ].filter(Boolean)
}

function changeOf(version: Version): string {
  const { change, publishedAt } = version
  if (change === 'first' || change === 'update') return ''
  return `${CHANGE_WORDS[change]}, ${dayWords(publishedAt)}. ${oneLine(changeText(version))}`.trim()
}

function textOf(version: Version): readonly string[] {
  return layoutOf(version).groups.map(groupOf)
}

function groupOf(group: BlockGroup): string {
  if (group.kind === 'figure') return figureOf(group)
  const { kind, items } = group
  const lines = items.map(lineOf)
  if (kind === 'bullet') return lines.map((line) => `- ${line}`).join('\n')
  if (kind === 'numbered') return lines.map((line, at) => `${at + 1}. ${line}`).join('\n')
  if (kind === 'quote') return lines.map((line) => `    ${line}`).join('\n')
  return lines.join('\n')
}

/** Who cannot see it has its description; the words under it are the article's. */
function figureOf({ figure, caption }: FigureGroup): string {
  const picture = `[Picture: ${oneLine(figure.alt)} | ${oneLine(figure.credit.name)}]`
  return [picture, caption ? lineOf(caption) : ''].filter(Boolean).join('\n')
}

function lineOf({ block, sentences }: SentencedBlock): string {
  const parts: string[] = []
  let at = 0
  for (const sentence of sentences) {
    parts.push(block.text.slice(at, sentence.to), markerOf(sentence))
    at = Math.max(at, sentence.to)
  }
  return oneLine(parts.join('') + block.text.slice(at))
}

/** ` [3, 7; disputed]`: what is not confirmed says so where it stands [FMT5]. */
function markerOf(sentence: VersionSentence): string {
  const word = isFlagged(sentence.confidence) ? sentence.confidence : ''
  const words = [sourceNumbers(sentence).join(', '), word].filter(Boolean).join('; ')
  return words && ` [${words}]`
}

function endOf(version: Version): readonly string[] {
  const sources = version.sources.map((_, at) => sourceOf(version, at))
  const open = openSentences(version).map(({ text: words, confidence, publicNotes }) =>
    oneLine([`${confidence}:`, words, ...publicNotes].join(' ')),
  )
  const changes = [...version.history, version].map(
    ({ number, change, publishedAt, overrides, ...said }) =>
      oneLine(
        [
          `Version ${number}, ${momentWords(publishedAt)}. ${CHANGE_WORDS[change]}. ${changeText(said)}`,
          ...overrideLines(overrides),
        ].join(' '),
      ),
  )
  return [
    '* * *',
    list('SOURCES', sources),
    list('NOT CONFIRMED', open),
    list('VERSIONS', changes),
  ].filter(Boolean)
}

function list(title: string, lines: readonly string[]): string {
  return lines.length ? [title, ...lines].join('\n') : ''
}

function sourceOf(version: Version, at: number): string {
  const source = version.sources[at]
  if (!source) return ''
  const url = source.url === null ? null : safeHref(source.url)
  const kind = capitalised(SOURCE_KIND_WORDS[source.kind][0])
  const words = [source.name, kind, source.description, ...publicationLines(source)]
  const about = words.map(oneLine).filter(Boolean).join('. ')
  return [`[${at + 1}] ${about}${url ? ` <${url}>` : ''}`, ...passagesOf(version, at)].join('\n')
}

/** What the article takes from a source: each place and passage once. */
function passagesOf(version: Version, at: number): readonly string[] {
  const passages = version.sentences
    .flatMap(({ citations }) => citations)
    .filter(({ source }) => source === at)
    .map(({ relation, locator, quote }) => {
      const place = locator ? capitalised(locatorWords(locator)) : ''
      const words = [oneLine(place), quote && `“${oneLine(quote)}”`].filter(Boolean).join(': ')
      return words && `    ${words} (${relation})`
    })
  return [...new Set(passages)].filter(Boolean)
}

/** Line ends mean something here, and controls move a terminal's cursor: neither comes from the article. */
function oneLine(words: string): string {
  return words
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '\uFFFD')
    .trim()
}

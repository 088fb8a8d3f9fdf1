import type { Version, VersionSource } from '#lib/domain/publication/version.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import { type FigureGroup, layoutOf, type TextGroup } from './block-groups.ts'
import { openSentences, summaryLine } from './evidence-summary.ts'
import type { Format } from './format.ts'
import { blockMarkdown, escapeMarkdown } from './markdown-text.ts'
import { pictureHref, usualSize } from './pictures.ts'
import { publicationLines } from './publication-words.ts'
import {
  CHANGE_WORDS,
  CONFIDENCE_WORDS,
  capitalised,
  changeText,
  dayWords,
  locatorWords,
  momentWords,
  overrideLines,
  SOURCE_KIND_WORDS,
} from './words.ts'

/** CommonMark with footnotes, one footnote for each source. */
export const markdown: Format<string> = {
  id: 'markdown',
  mediaType: 'text/markdown',
  extension: 'md',
  label: 'Markdown',
  render: (version) =>
    `${[...headOf(version), ...textOf(version), ...endOf(version), ...notesOf(version)].join('\n\n')}\n`,
}

function headOf(version: Version): readonly string[] {
  const { headline, standfirst } = layoutOf(version)
  const { change, publishedAt, byline, dateline } = version
  const when = [byline, dateline, dayWords(publishedAt)]
    .filter(Boolean)
    .map((words) => escapeMarkdown(words))
  const changed =
    `**${CHANGE_WORDS[change]}, ${dayWords(publishedAt)}.** ${escapeMarkdown(changeText(version))}`.trim()
  return [
    `# ${headline ? blockMarkdown(headline) : escapeMarkdown(version.headline, 'start')}`,
    standfirst ? blockMarkdown(standfirst) : '',
    escapeStart(when.join(' · ')),
    `${summaryLine(version)}.`,
    change === 'first' || change === 'update' ? '' : changed,
    '* * *',
  ].filter(Boolean)
}

/** The words are escaped already; only their first character may still mean a list or a heading. */
function escapeStart(line: string): string {
  return line
    .trimStart()
    .replace(/^[#+\-=:]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}

function textOf(version: Version): readonly string[] {
  return layoutOf(version).groups.map((group) =>
    group.kind === 'figure' ? figureOf(version, group) : groupOf(group),
  )
}

function figureOf(version: Version, { figure, caption }: FigureGroup): string {
  const size = usualSize(figure)
  const credit = `Picture: ${escapeMarkdown(figure.credit.name)}`
  const picture = size ? `![${escapeMarkdown(figure.alt)}](${pictureHref(version, size)})` : ''
  return [picture, caption ? blockMarkdown(caption) : '', credit].filter(Boolean).join('\n\n')
}

function groupOf({ kind, items }: TextGroup): string {
  const lines = items.map(blockMarkdown)
  switch (kind) {
    case 'subhead':
      return lines.map((line) => `## ${line}`).join('\n\n')
    case 'quote':
      return lines.map((line) => `> ${line}`).join('\n>\n')
    case 'bullet':
      return lines.map((line) => `- ${line}`).join('\n')
    case 'numbered':
      return lines.map((line, at) => `${at + 1}. ${line}`).join('\n')
    default:
      return lines.join('\n\n')
  }
}

function endOf(version: Version): readonly string[] {
  const open = openSentences(version).map(({ text, confidence, publicNotes }) => {
    const word = confidence ? CONFIDENCE_WORDS[confidence] : ''
    return `- ${word}: ${[text, ...publicNotes].map((words) => escapeMarkdown(words)).join(' ')}`
  })
  const changes = [...version.history, version].map(
    ({ number, change, publishedAt, overrides, ...said }) =>
      [
        `- Version ${number}, ${momentWords(publishedAt)}. ${CHANGE_WORDS[change]}. ${escapeMarkdown(changeText(said))}`.trim(),
        ...overrideLines(overrides).map((words) => escapeMarkdown(words)),
      ].join(' '),
  )
  const unsure = open.length ? [['## What we could not confirm', open.join('\n')].join('\n\n')] : []
  return [...unsure, '## What changed', changes.join('\n')]
}

function notesOf(version: Version): readonly string[] {
  return version.sources.map(
    (source, at) => `[^${at + 1}]: ${[sourceOf(source), ...passagesOf(version, at)].join(' ')}`,
  )
}

function sourceOf(source: VersionSource): string {
  const { name, kind, description, url } = source
  const href = url === null ? null : safeHref(url)
  const about = [name, capitalised(SOURCE_KIND_WORDS[kind][0]), description]
  const words = [...about, ...publicationLines(source)].filter(Boolean)
  const line = words.map((part) => escapeMarkdown(part, 'start')).join('. ')
  return `${line}${href ? ` <${href.replace(/[<>\s]/g, encodeURIComponent)}>` : ''}.`
}

/** What the article takes from a source: each place and passage once. */
function passagesOf(version: Version, at: number): readonly string[] {
  const passages = version.sentences
    .flatMap(({ citations }) => citations)
    .filter(({ source }) => source === at)
    .map(({ relation, locator, quote }) => {
      const place = locator ? capitalised(locatorWords(locator)) : ''
      const words = [place, quote && `“${quote}”`].filter(Boolean).join(': ')
      return words && `${escapeMarkdown(words)} (${relation}).`
    })
  return [...new Set(passages)].filter(Boolean)
}

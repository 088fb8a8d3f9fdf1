import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Version } from '#lib/domain/publication/version.ts'
import { type FigureGroup, layoutOf } from './block-groups.ts'
import { coreProperties, FRAME, numberingOf, relationships, TEXT_PARTS } from './docx-frame.ts'
import { DocxText } from './docx-text.ts'
import type { Format } from './format.ts'
import { CHANGE_WORDS, changeText, dayWords } from './words.ts'

/** Midnight of the first day that an archive can name, in every time zone: an archive keeps no zone [FMT1]. */
const DATE = new Date(1980, 0, 1)

/** A document of a word processor, one footnote for each citation at the end of its sentence [FMT13]. */
export const docx: Format<Uint8Array<ArrayBuffer>> = {
  id: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
  label: 'Word processor (.docx)',
  render: (version) => {
    const files: Zippable = {}
    for (const [name, xml] of Object.entries(docxParts(version))) files[name] = strToU8(xml)
    return zipSync(files, { level: 6, mtime: DATE, os: 0 })
  },
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The parts of the document, in the order in which they are packed. */
export function docxParts(version: Version): Readonly<Record<string, string>> {
  const text = new DocxText(version)
  const lists: ('bullet' | 'numbered')[] = []
  const body = [...noticeOf(version, text), ...textOf(version, text, lists)]
  const notes = text.footnotes()
  const parts = {
    ...FRAME,
    'docProps/core.xml': coreProperties(version),
    'word/document.xml': text.document(body),
    'word/_rels/document.xml.rels': relationships(text.links, TEXT_PARTS),
    'word/footnotes.xml': notes,
    'word/_rels/footnotes.xml.rels': relationships(text.noteLinks),
    'word/header1.xml': text.header(headOf(version)),
    'word/numbering.xml': numberingOf(lists),
  }
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, DECLARATION + xml]))
}

/** Who, where, when: above each page, so that the text is the article and nothing else. */
function headOf({ byline, dateline, publishedAt, number }: Version): string {
  return [byline, dateline, dayWords(publishedAt), `Version ${number}`].filter(Boolean).join(' · ')
}

/** A correction stands above the text, here as on the page. */
function noticeOf(version: Version, text: DocxText): readonly string[] {
  const { change, publishedAt } = version
  if (change === 'first' || change === 'update') return []
  return [
    text.notice(`${CHANGE_WORDS[change]}, ${dayWords(publishedAt)}. ${changeText(version)}`.trim()),
  ]
}

function textOf(
  version: Version,
  text: DocxText,
  lists: ('bullet' | 'numbered')[],
): readonly string[] {
  const { headline, standfirst, groups } = layoutOf(version)
  const head = [headline, standfirst].filter((item) => item !== null)
  return [
    ...head.map((item) => text.paragraph(item, item === headline ? 'Title' : 'Subtitle')),
    ...groups.flatMap((group) => {
      if (group.kind === 'figure') return figureOf(group, text)
      const { kind, items } = group
      const isList = kind === 'bullet' || kind === 'numbered'
      const list = isList ? lists.push(kind) : 0
      return items.map((item) => text.paragraph(item, STYLES[kind], list))
    }),
  ]
}

/** A format reads the version alone, and that has no bytes of pictures: its description stands for it. */
function figureOf({ figure, caption }: FigureGroup, text: DocxText): readonly string[] {
  const picture = text.notice(`Picture: ${figure.alt} (${figure.credit.name})`)
  return [picture, ...(caption ? [text.paragraph(caption, STYLES.caption)] : [])]
}

const STYLES = {
  subhead: 'Heading2',
  standfirst: 'Subtitle',
  paragraph: 'Normal',
  quote: 'Quote',
  bullet: 'ListParagraph',
  numbered: 'ListParagraph',
  caption: 'Caption',
} as const

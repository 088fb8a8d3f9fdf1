import { HOUSE_STYLES } from '#lib/domain/drafts/docx-styles.ts'
import type { NoteRun } from '#lib/domain/drafts/draft.ts'
import { noteOf, PUBLIC_NOTE } from '#lib/domain/drafts/note-form.ts'
import type { Version, VersionSentence } from '#lib/domain/publication/version.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import type { SentencedBlock } from './block-groups.ts'
import { escapeXml } from './escape-xml.ts'
import { isFlagged } from './evidence-summary.ts'
import { runsOf } from './runs.ts'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const NAMES = `xmlns:w="${WORD}" xmlns:r="${RELATIONS}"`

/** Ids of footnotes begin behind those of the two lines that every document keeps among them. */
const FIRST_NOTE = 1

/** Writes paragraphs and footnotes, and keeps the addresses that they lead to, which stand in parts of their own. */
export class DocxText {
  readonly links: string[] = []
  readonly noteLinks: string[] = []
  readonly #version: Version
  readonly #notes: (readonly NoteRun[])[] = []

  constructor(version: Version) {
    this.#version = version
  }

  document(paragraphs: readonly string[]): string {
    const page =
      '<w:headerReference w:type="default" r:id="header"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>'
    return `<w:document ${NAMES}><w:body>${paragraphs.join('')}<w:sectPr>${page}</w:sectPr></w:body></w:document>`
  }

  header(words: string): string {
    return `<w:hdr ${NAMES}>${paragraphOf('Header', '', run(words))}</w:hdr>`
  }

  notice(words: string): string {
    return paragraphOf(HOUSE_STYLES.notice, '', run(words))
  }

  /** A block with the footnotes of its sentences; `list`: the number of the list that it is an item of, 0 for none. */
  paragraph({ block, sentences }: SentencedBlock, style: string, list = 0): string {
    let at = 0
    const parts: string[] = []
    for (const sentence of sentences) {
      const to = Math.max(at, sentence.to)
      parts.push(this.#words(block, at, to), this.#marksOf(sentence))
      at = to
    }
    parts.push(this.#words(block, at, block.text.length))
    const item = list ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>` : ''
    return paragraphOf(style, item, parts.join(''))
  }

  /** Every footnote that the paragraphs asked for. */
  footnotes(): string {
    const line = (id: number, type: string, mark: string) =>
      `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${mark}/></w:r></w:p></w:footnote>`
    const notes = this.#notes.map((runs, at) => {
      const words = runs.map(({ text, link }) => this.#linked(run(text), link, this.noteLinks))
      const mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
      const note = paragraphOf('FootnoteText', '', `${mark}${run(' ')}${words.join('')}`)
      return `<w:footnote w:id="${at + FIRST_NOTE}">${note}</w:footnote>`
    })
    const lines = [
      line(-1, 'separator', 'separator'),
      line(0, 'continuationSeparator', 'continuationSeparator'),
    ]
    return `<w:footnotes ${NAMES}>${[...lines, ...notes].join('')}</w:footnotes>`
  }

  #words({ text, formats }: SentencedBlock['block'], from: number, to: number): string {
    return runsOf(text, formats, 'link', [from, to])
      .map((linked) => {
        const runs = runsOf(text, formats, 'bold', [linked.from, linked.to]).flatMap((bold) =>
          runsOf(text, formats, 'italic', [bold.from, bold.to]).map((italic) =>
            run(text.slice(italic.from, italic.to), {
              bold: bold.format !== null,
              italic: italic.format !== null,
              link: linked.format !== null,
            }),
          ),
        )
        return this.#linked(runs.join(''), linked.format?.href, this.links)
      })
      .join('')
  }

  #linked(runs: string, href: string | undefined, links: string[]): string {
    const safe = href === undefined ? null : safeHref(href)
    if (!safe || !runs) return runs
    const known = links.indexOf(safe)
    const id = known >= 0 ? known + 1 : links.push(safe)
    return `<w:hyperlink r:id="link${id}">${runs}</w:hyperlink>`
  }

  /** What is not confirmed is said in words; then the footnotes, apart from each other without a character between. */
  #marksOf(sentence: VersionSentence): string {
    const { confidence, citations, publicNotes } = sentence
    const word = isFlagged(confidence)
      ? run(` (${confidence})`, { style: HOUSE_STYLES.confidence })
      : ''
    const notes = [
      ...citations.map(({ source, ...said }) => {
        const { name = '', url = null } = this.#version.sources[source] ?? {}
        return noteOf({ ...said, name, url })
      }),
      ...publicNotes.map((note) => [{ text: PUBLIC_NOTE + note }]),
    ]
    const marks = notes.map((note, at) => {
      const id = this.#notes.push(note) - 1 + FIRST_NOTE
      const gap = at < notes.length - 1 ? '<w:spacing w:val="40"/>' : ''
      return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/>${gap}</w:rPr><w:footnoteReference w:id="${id}"/></w:r>`
    })
    return word + marks.join('')
  }
}

function paragraphOf(style: string, more: string, content: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${content}</w:p>`
}

interface Look {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly link?: boolean
  readonly style?: string
}

function run(words: string, { bold, italic, link, style }: Look = {}): string {
  if (!words) return ''
  const name = style ?? (link ? 'Hyperlink' : '')
  const look = `${name && `<w:rStyle w:val="${name}"/>`}${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}`
  const text = `<w:t xml:space="preserve">${escapeXml(words)}</w:t>`
  return `<w:r>${look && `<w:rPr>${look}</w:rPr>`}${text}</w:r>`
}

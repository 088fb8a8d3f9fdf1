import { HOUSE_STYLES } from '#lib/domain/drafts/docx-styles.ts'
import type { Version } from '#lib/domain/publication/version.ts'
import { escapeXml } from './escape-xml.ts'
import { langOf } from './language.ts'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const paragraph = (id: string, name: string, look: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${more}<w:rPr>${look}</w:rPr></w:style>`
const character = (id: string, name: string, look: string) =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr>${look}</w:rPr></w:style>`
const size = (half: number) => `<w:sz w:val="${half}"/>`
const space = (before: number, after: number) =>
  `<w:pPr><w:spacing w:before="${before}" w:after="${after}"/></w:pPr>`

const STYLES = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  paragraph('Title', 'Title', `<w:b/>${size(40)}`, space(0, 120)),
  paragraph('Subtitle', 'Subtitle', `<w:i/>${size(26)}`, space(0, 240)),
  paragraph(
    'Heading2',
    'heading 2',
    `<w:b/>${size(26)}`,
    '<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="1"/></w:pPr>',
  ),
  paragraph('Quote', 'Quote', '<w:i/>', '<w:pPr><w:ind w:left="567" w:right="567"/></w:pPr>'),
  paragraph('ListParagraph', 'List Paragraph', '', space(0, 60)),
  paragraph('Caption', 'caption', `<w:i/>${size(18)}`),
  paragraph('Header', 'header', size(18)),
  paragraph('FootnoteText', 'footnote text', size(18), space(0, 0)),
  paragraph(HOUSE_STYLES.notice, 'Galley Notice', '<w:b/>'),
  character('FootnoteReference', 'footnote reference', '<w:vertAlign w:val="superscript"/>'),
  character('Hyperlink', 'Hyperlink', '<w:color w:val="1F4E9E"/><w:u w:val="single"/>'),
  character(HOUSE_STYLES.confidence, 'Galley Confidence', '<w:i/>'),
].join('')

const OVERRIDES = [
  ['/word/document.xml', `${TYPES}.document.main+xml`],
  ['/word/styles.xml', `${TYPES}.styles+xml`],
  ['/word/settings.xml', `${TYPES}.settings+xml`],
  ['/word/numbering.xml', `${TYPES}.numbering+xml`],
  ['/word/footnotes.xml', `${TYPES}.footnotes+xml`],
  ['/word/header1.xml', `${TYPES}.header+xml`],
  ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)

/** What is the same in every document. */
export const FRAME: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${OVERRIDES.join('')}</Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="document" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  'word/styles.xml': `<w:styles xmlns:w="${WORD}">${STYLES}</w:styles>`,
  'word/settings.xml': `<w:settings xmlns:w="${WORD}"><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr></w:settings>`,
}

/** Relationships of the text beside its links. */
export const TEXT_PARTS: readonly (readonly [type: string, target: string])[] = [
  ['styles', 'styles.xml'],
  ['settings', 'settings.xml'],
  ['numbering', 'numbering.xml'],
  ['footnotes', 'footnotes.xml'],
  ['header', 'header1.xml'],
]

export function relationships(
  links: readonly string[],
  parts: readonly (readonly [type: string, target: string])[] = [],
): string {
  const own = parts.map(
    ([type, target]) => `<Relationship Id="${type}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  const out = links.map(
    (href, at) =>
      `<Relationship Id="link${at + 1}" Type="${OFFICE}/hyperlink" Target="${escapeXml(href)}" TargetMode="External"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${[...own, ...out].join('')}</Relationships>`
}

/** Who wrote it, and when it was published: no clock, and nobody's machine. */
export function coreProperties(version: Version): string {
  const { headline, byline, lang, publishedAt } = version
  const names =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
  const when = Number.isNaN(Date.parse(publishedAt))
    ? ''
    : `<dcterms:created xsi:type="dcterms:W3CDTF">${new Date(publishedAt).toISOString()}</dcterms:created>`
  return `<cp:coreProperties ${names}><dc:title>${escapeXml(headline)}</dc:title><dc:creator>${escapeXml(byline)}</dc:creator><dc:language>${langOf(lang)}</dc:language>${when}</cp:coreProperties>`
}

/** Two kinds of lists; each list is one of its own, so that its numbers begin anew. */
export function numberingOf(lists: readonly ('bullet' | 'numbered')[]): string {
  const level = (format: string, text: string) =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>`
  const kinds = [level('bullet', '•'), level('decimal', '%1.')].map(
    (one, at) =>
      `<w:abstractNum w:abstractNumId="${at}"><w:multiLevelType w:val="singleLevel"/>${one}</w:abstractNum>`,
  )
  const own = lists.map((kind, at) => {
    const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${kind === 'bullet' ? 0 : 1}"/>${start}</w:num>`
  })
  return `<w:numbering xmlns:w="${WORD}">${[...kinds, ...own].join('')}</w:numbering>`
}

import { safeHref } from '#lib/domain/text/safe-href.ts'
import type { NewId, SeedRun } from '#lib/domain/text/seed.ts'
import { DocxFields } from './docx-fields.ts'
import type { DocxStyles, ParagraphKind } from './docx-styles.ts'
import { HOUSE_STYLES } from './docx-styles.ts'
import { type Drawn, drawnIn, symbolOf } from './docx-things.ts'
import { DraftBuilder } from './draft-builder.ts'
import type { Tally } from './tally.ts'
import { allOf, childOf, elementsOf, settingOf, wordsOf, type Xml } from './xml.ts'

type Format = Omit<SeedRun, 'text'>

/** Addresses of the links of one part, by the id of the relationship. */
export type Links = ReadonlyMap<string, string>

/** What only holds others. */
const HOLDERS = new Set(
  'w:customXml w:smartTag w:dir w:bdo w:sdtContent w:tr w:tc w:ruby w:rubyBase'.split(' '),
)

const INSERTED = new Set(['w:ins', 'w:moveTo'])
const DELETED = new Set(['w:del', 'w:moveFrom'])

/** Looked up by names that a document says: an object would know `constructor`. */
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['w:footnoteReference', 'footnote'],
  ['w:endnoteReference', 'endnote'],
])

/** Characters that runs write as elements. A line break parts words, as it does in HTML. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['w:tab', ' '],
  ['w:ptab', ' '],
  ['w:br', ' '],
  ['w:cr', ' '],
  ['w:noBreakHyphen', '\u2011'],
])

/** Reads paragraphs of WordprocessingML: the words that a reader would see, as blocks, and where notes stand [IMP7]. */
export class DocxReader {
  readonly builder: DraftBuilder
  /** Notes whose place was deleted with the words around it. */
  readonly deleted = new Set<string>()
  readonly #styles: DocxStyles
  readonly #links: Links
  readonly #tally: Tally
  readonly #fields = new DocxFields()
  #hasHeadline = false

  constructor(styles: DocxStyles, links: Links, tally: Tally, newId: NewId) {
    this.builder = new DraftBuilder(newId)
    this.#styles = styles
    this.#links = links
    this.#tally = tally
  }

  /** An element between paragraphs or inside one. What is not known has nothing to show. */
  read(element: Xml, format: Format = {}) {
    const { name, attributes } = element
    if (name === 'w:p') this.#paragraph(element)
    else if (name === 'w:r') this.#run(element, format)
    else if (name === 'w:tbl') this.#table(element)
    else if (name === 'w:sdt') this.#control(element, format)
    else if (INSERTED.has(name) || DELETED.has(name)) this.#change(element, format)
    else if (name === 'w:hyperlink') this.#hyperlink(element, format)
    else if (name === 'w:fldSimple') {
      const href = this.#fields.linkOf(attributes['w:instr'] ?? '')
      this.#inside(element, href ? { ...format, link: href } : format)
    } else if (name === 'w:commentRangeStart') this.builder.begin(noteKey('comment', element))
    else if (name === 'w:commentRangeEnd') this.builder.end(noteKey('comment', element))
    else if (name === 'mc:AlternateContent')
      this.#inside(childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback'), format)
    else if (name === 'm:oMath' || name === 'm:oMathPara') this.#equation(element, format)
    else if (name === 'w:altChunk') this.#tally.leave('embeddedObject')
    else if (HOLDERS.has(name) && !this.#isGone(element)) this.#inside(element, format)
  }

  /** Of paragraphs' ends, rows and formatting, which are not suggested: whether changes of them hold. */
  get #takes(): boolean {
    return this.#tally.choice !== 'reject'
  }

  finish() {
    this.builder.close('paragraph')
  }

  #inside(element: Xml | undefined, format: Format) {
    for (const child of elementsOf(element)) this.read(child, format)
  }

  #paragraph(paragraph: Xml) {
    const settings = this.#inForce(childOf(paragraph, 'w:pPr'), 'w:pPr')
    const kind = this.#styles.kindOf(settings)
    if (kind === 'house') return
    if (kind === 'tableOfContents') {
      this.#tally.leave('tableOfContents')
      return
    }
    this.#inside(paragraph, {})
    const mark = childOf(settings, 'w:rPr')
    const isInserted = elementsOf(mark).some(({ name }) => INSERTED.has(name))
    const isDeleted = elementsOf(mark).some(({ name }) => DELETED.has(name))
    if (isInserted) this.#tally.insertions++
    if (isDeleted) this.#tally.deletions++
    // Without its end the paragraph goes on in the next one.
    if (this.#takes ? isDeleted : isInserted) return
    this.builder.close(this.#roleOf(kind))
  }

  #roleOf(kind: Exclude<ParagraphKind, 'house' | 'tableOfContents'>) {
    if (kind !== 'title' && kind !== 'heading1') return kind
    const isFirst = kind === 'title' || this.builder.blocks.length === 0
    if (this.#hasHeadline || !isFirst) return 'subhead'
    this.#hasHeadline = true
    return 'headline'
  }

  #table(table: Xml) {
    this.#tally.leave('table')
    this.#inside(table, {})
  }

  /** A row or a cell may be inserted or deleted as a whole. */
  #isGone({ name, children }: Xml): boolean {
    if (name !== 'w:tr' && name !== 'w:tc') return false
    const settings = childOf({ name, attributes: {}, children }, `${name}Pr`)
    const isInserted = !!childOf(settings, 'w:ins') || !!childOf(settings, 'w:cellIns')
    const isDeleted = !!childOf(settings, 'w:del') || !!childOf(settings, 'w:cellDel')
    if (isInserted) this.#tally.insertions++
    if (isDeleted) this.#tally.deletions++
    return this.#takes ? isDeleted : isInserted
  }

  /** A control that is not filled in shows a request to fill it in: no words of the article. */
  #control(control: Xml, format: Format) {
    const settings = childOf(control, 'w:sdtPr')
    const part = settingOf(childOf(settings, 'w:docPartObj'), 'w:docPartGallery')
    if (part === 'Table of Contents') this.#tally.leave('tableOfContents')
    else if (!childOf(settings, 'w:showingPlcHdr')) this.#inside(control, format)
  }

  #change(change: Xml, format: Format) {
    const isDeleted = DELETED.has(change.name)
    if (isDeleted) this.#tally.deletions++
    else this.#tally.insertions++
    const { choice } = this.#tally
    // What somebody put in and another took out again is suggested by nobody.
    const isBoth = isDeleted && format.suggested === 'insertion'
    if (choice === 'suggest' && !isBoth)
      this.#inside(change, { ...format, suggested: isDeleted ? 'deletion' : 'insertion' })
    else if (this.#takes === isDeleted) this.#drop(change)
    else this.#inside(change, format)
  }

  /** Notes go with the words that they stood on; a comment on them stays, where they were. */
  #drop(change: Xml) {
    for (const [name, kind] of REFERENCES)
      for (const reference of allOf(change, name)) this.deleted.add(noteKey(kind, reference))
    for (const reference of allOf(change, 'w:commentReference'))
      this.builder.mark(noteKey('comment', reference))
  }

  #hyperlink(element: Xml, format: Format) {
    const target = this.#links.get(element.attributes['r:id'] ?? '')
    const href = target ? safeHref(target) : null
    this.#inside(element, href ? { ...format, link: href } : format)
  }

  #equation(element: Xml, format: Format) {
    this.#tally.leave('equation')
    this.builder.add(allOf(element, 'm:t').map(wordsOf).join(''), format)
  }

  #run(run: Xml, outer: Format) {
    const settings = this.#inForce(childOf(run, 'w:rPr'), 'w:rPr')
    if (settingOf(settings, 'w:rStyle') === HOUSE_STYLES.confidence) return
    const { bold, italic, hidden } = this.#styles.runOf(settings)
    if (hidden) {
      if (allOf(run, 'w:t').length) this.#tally.leave('hiddenText')
      return
    }
    // A raised comma stands between the marks of two notes.
    const isRaised = settingOf(settings, 'w:vertAlign') === 'superscript'
    if (isRaised && /^[\s,;]+$/.test(allOf(run, 'w:t').map(wordsOf).join(''))) return
    const link = this.#fields.link ?? outer.link
    const { suggested } = outer
    const format = {
      ...{ ...(bold && { bold }), ...(italic && { italic }), ...(link && { link }) },
      ...(suggested && { suggested }),
    }
    for (const part of elementsOf(run)) this.#part(part, format)
  }

  #part(part: Xml, format: Format) {
    const { name } = part
    if (this.#fields.take(part) || !this.#fields.isShown) return
    const characters = CHARACTERS.get(name)
    const reference = REFERENCES.get(name)
    if (name === 'w:t' || name === 'w:delText') this.builder.add(wordsOf(part), format)
    else if (characters !== undefined) this.builder.add(characters, format)
    else if (reference) this.builder.mark(noteKey(reference, part))
    else if (name === 'w:commentReference') this.builder.mark(noteKey('comment', part))
    else if (name === 'w:sym') this.#symbol(part, format)
    else if (name === 'mc:AlternateContent') this.#drawn(childOf(part, 'mc:Choice') ?? part)
    else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') this.#drawn(part)
    else if (name === 'w:ruby') this.#inside(part, format)
  }

  #symbol(part: Xml, format: Format) {
    const symbol = symbolOf(part)
    if (symbol === null) this.#tally.leave('symbol')
    this.builder.add(symbol ?? '\uFFFD', format)
  }

  #drawn(part: Xml) {
    const drawn: Drawn = drawnIn(part)
    for (const { alt, embed } of drawn.pictures) this.builder.figure(alt, embed)
    if (drawn.other) this.#tally.leave(drawn.other)
  }

  /** The settings that hold: those from before a tracked change of them, where changes are rejected. */
  #inForce(settings: Xml | undefined, name: string): Xml | undefined {
    const change = childOf(settings, `${name}Change`)
    if (!change) return settings
    this.#tally.formatting++
    if (this.#takes) return settings
    // What is tracked of the end of a paragraph stands beside the change.
    const mark = name === 'w:pPr' ? childOf(settings, 'w:rPr') : undefined
    const before = childOf(change, name)
    return before && mark ? { ...before, children: [...before.children, mark] } : before
  }
}

export function noteKey(kind: string, { attributes }: Xml): string {
  return `${kind} ${attributes['w:id'] ?? ''}`
}

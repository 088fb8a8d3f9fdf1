import type { Role } from '#lib/domain/text/article-text.ts'
import type { Changes } from '#lib/domain/text/document-file.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import type { NewId, SeedRun } from '#lib/domain/text/seed.ts'
import {
  authorOf,
  looksBetween,
  type Settings,
  settingsIn,
  type Tracked,
  trackedIn,
} from './docx-changes.ts'
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
  'w:customXml w:smartTag w:dir w:bdo w:sdtContent w:ruby w:rubyBase'.split(' '),
)

const CHANGES = new Set(['w:ins', 'w:del', 'w:moveTo', 'w:moveFrom'])

/** What of tracked changes is not there, by what was asked. */
const REFUSED = { accept: 'deletion', reject: 'insertion' } as const

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

/** What a part of a document is read with. */
export interface DocxReading {
  readonly styles: DocxStyles
  readonly links: Links
  readonly tally: Tally
  /** What becomes of tracked changes here: of those of notes none is suggested. */
  readonly choice: Changes
}

/** Reads paragraphs of WordprocessingML: the words that a reader would see, as blocks, and where notes stand [IMP7]. */
export class DocxReader {
  readonly builder: DraftBuilder
  /** Notes whose place was deleted with the words around it. */
  readonly deleted = new Set<string>()
  readonly #from: DocxReading
  readonly #fields = new DocxFields()
  #hasHeadline = false

  constructor(from: DocxReading, newId: NewId) {
    this.builder = new DraftBuilder(newId)
    this.#from = from
  }

  /** An element between paragraphs or inside one. What is not known has nothing to show. */
  read(element: Xml, format: Format = {}) {
    const { name, attributes } = element
    if (name === 'w:p') this.#paragraph(element, format)
    else if (name === 'w:r') this.#run(element, format)
    else if (name === 'w:tbl') this.#table(element, format)
    else if (name === 'w:sdt') this.#control(element, format)
    else if (CHANGES.has(name)) this.#change(element, format)
    else if (name === 'w:tr' || name === 'w:tc') this.#cell(element, format)
    else if (name === 'w:hyperlink') this.#hyperlink(element, format)
    else if (name === 'w:fldSimple') {
      const href = this.#fields.linkOf(attributes['w:instr'] ?? '')
      this.#inside(element, href ? { ...format, link: href } : format)
    } else if (name === 'w:commentRangeStart') this.builder.begin(noteKey('comment', element))
    else if (name === 'w:commentRangeEnd') this.builder.end(noteKey('comment', element))
    else if (name === 'mc:AlternateContent')
      this.#inside(childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback'), format)
    else if (name === 'm:oMath' || name === 'm:oMathPara') this.#equation(element, format)
    else if (name === 'w:altChunk') this.#from.tally.leave('embeddedObject')
    else if (HOLDERS.has(name)) this.#inside(element, format)
  }

  finish() {
    this.builder.finish()
  }

  #inside(element: Xml | undefined, format: Format) {
    for (const child of elementsOf(element)) this.read(child, format)
  }

  #paragraph(paragraph: Xml, outer: Format) {
    const settings = this.#inForce(settingsIn(paragraph, 'w:pPr'))
    const kind = this.#from.styles.kindOf(settings.was)
    if (kind === 'house') return
    if (kind === 'tableOfContents') {
      this.#from.tally.leave('tableOfContents')
      return
    }
    this.#inside(paragraph, around(outer))
    // What is tracked of the end stands beside a change of the settings.
    const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr')
    const end = this.#settle([...trackedIn(mark), ...suggestedBy(outer)], trackedIn(mark))
    if (end === 'gone') {
      if (settings.change) this.#count('formatting', false)
      const role = this.#roleFor(kind)
      this.builder.goOn({ was: role, now: role })
      return
    }
    const was = this.#roleOf(kind)
    const now = settings.change ? this.#roleWished(settings.now, was) : was
    const by = (end ? end.by : authorOf(settings.change)) ?? ''
    const isKept = this.builder.endParagraph({ end: end?.suggested ?? 'held', was, now, by })
    if (end && !isKept) this.#from.tally.settled++
    if (settings.change) this.#count('formatting', was !== now && end?.suggested !== 'deletion')
  }

  /**
   * What tracked changes make of a thing that came in or goes as a whole, as was asked: gone, a suggestion, or null: it stands.
   * What somebody put in and another took out again is suggested by nobody.
   */
  #settle(tracked: readonly Tracked[], counted: readonly Tracked[]): Tracked | 'gone' | null {
    for (const { suggested } of counted) this.#count(`${suggested}s`, true)
    const { choice } = this.#from
    const kinds = new Set(tracked.map(({ suggested }) => suggested))
    if (choice !== 'suggest') return kinds.has(REFUSED[choice]) ? 'gone' : null
    return kinds.size > 1 ? 'gone' : (tracked[0] ?? null)
  }

  /** Counts a tracked change. Not kept: it was to become a suggestion and does not. */
  #count(what: 'insertions' | 'deletions' | 'formatting', isKept: boolean) {
    const { tally, choice } = this.#from
    tally[what]++
    if (tally.choice === 'suggest' && !(isKept && choice === 'suggest')) tally.settled++
  }

  #roleOf(kind: Exclude<ParagraphKind, 'house' | 'tableOfContents'>): Role {
    const role = this.#roleFor(kind)
    if (role === 'headline') this.#hasHeadline = true
    return role
  }

  /** The role of a paragraph once a change of its settings is accepted. */
  #roleWished(settings: Xml | undefined, was: Role): Role {
    const kind = this.#from.styles.kindOf(settings)
    if (kind === 'house' || kind === 'tableOfContents') return was
    const isHeading = kind === 'title' || kind === 'heading1'
    return was === 'headline' && isHeading ? was : this.#roleFor(kind)
  }

  #roleFor(kind: Exclude<ParagraphKind, 'house' | 'tableOfContents'>): Role {
    if (kind !== 'title' && kind !== 'heading1') return kind
    const isFirst = kind === 'title' || this.builder.blocks.length === 0
    return this.#hasHeadline || !isFirst ? 'subhead' : 'headline'
  }

  #table(table: Xml, format: Format) {
    this.#from.tally.leave('table')
    this.#inside(table, around(format))
  }

  /** A row or a cell may be inserted or deleted as a whole. */
  #cell(cell: Xml, format: Format) {
    const tracked = trackedIn(childOf(cell, `${cell.name}Pr`))
    const end = this.#settle([...tracked, ...suggestedBy(format)], tracked)
    if (end !== 'gone') this.#inside(cell, end ?? {})
  }

  /** A control that is not filled in shows a request to fill it in: no words of the article. */
  #control(control: Xml, format: Format) {
    const settings = childOf(control, 'w:sdtPr')
    const part = settingOf(childOf(settings, 'w:docPartObj'), 'w:docPartGallery')
    if (part === 'Table of Contents') this.#from.tally.leave('tableOfContents')
    else if (!childOf(settings, 'w:showingPlcHdr')) this.#inside(control, format)
  }

  #change(change: Xml, format: Format) {
    const tracked = trackedIn({ ...change, children: [change] })
    const end = this.#settle([...tracked, ...suggestedBy(format)], tracked)
    if (end === 'gone') this.#drop(change)
    else this.#inside(change, { ...format, ...end })
  }

  /** Notes go with the words that they stood on; a comment on them stays, where they were. */
  #drop(change: Xml) {
    for (const [name, kind] of REFERENCES)
      for (const reference of allOf(change, name)) this.deleted.add(noteKey(kind, reference))
    for (const reference of allOf(change, 'w:commentReference'))
      this.builder.mark(noteKey('comment', reference))
  }

  #hyperlink(element: Xml, format: Format) {
    const target = this.#from.links.get(element.attributes['r:id'] ?? '')
    const href = target ? safeHref(target) : null
    this.#inside(element, href ? { ...format, link: href } : format)
  }

  #equation(element: Xml, format: Format) {
    this.#from.tally.leave('equation')
    this.builder.add(allOf(element, 'm:t').map(wordsOf).join(''), format)
  }

  #run(run: Xml, outer: Format) {
    const settings = this.#inForce(settingsIn(run, 'w:rPr'))
    const { was, now, change } = settings
    if (settingOf(was, 'w:rStyle') === HOUSE_STYLES.confidence) return
    const [before, after] = [this.#from.styles.runOf(was), this.#from.styles.runOf(now)]
    const isNew = outer.suggested === 'insertion'
    const looks = isNew ? [] : looksBetween(before, after)
    if (change) this.#count('formatting', isNew || looks.length > 0)
    if (after.hidden) {
      if (allOf(run, 'w:t').length) this.#from.tally.leave('hiddenText')
      return
    }
    // A raised comma stands between the marks of two notes.
    const isRaised = settingOf(now, 'w:vertAlign') === 'superscript'
    if (isRaised && /^[\s,;]+$/.test(allOf(run, 'w:t').map(wordsOf).join(''))) return
    const link = this.#fields.link ?? outer.link
    const { bold, italic } = isNew ? after : before
    const by = outer.by ?? (looks.length ? authorOf(change) : '')
    const format = {
      ...{ ...(bold && { bold }), ...(italic && { italic }), ...(link && { link }) },
      ...around(outer),
      ...(looks.length && { looks }),
      ...(by && { by }),
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
    else if (name === 'mc:AlternateContent') this.#drawn(childOf(part, 'mc:Choice') ?? part, format)
    else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object')
      this.#drawn(part, format)
    else if (name === 'w:ruby') this.#inside(part, format)
  }

  #symbol(part: Xml, format: Format) {
    const symbol = symbolOf(part)
    if (symbol === null) this.#from.tally.leave('symbol')
    this.builder.add(symbol ?? '\uFFFD', format)
  }

  /** Of pictures none is suggested. */
  #drawn(part: Xml, { suggested }: Format) {
    const drawn: Drawn = drawnIn(part)
    if (suggested) this.#from.tally.settled++
    if (suggested === 'deletion') return
    for (const { alt, embed } of drawn.pictures) this.builder.figure(alt, embed)
    if (drawn.other) this.#from.tally.leave(drawn.other)
  }

  /** The settings that hold: those from before a tracked change of them, where changes are rejected. */
  #inForce({ was, now, change }: Settings): Settings {
    const { choice } = this.#from
    if (choice === 'suggest') return { was, now, change }
    return choice === 'reject' ? { was, now: was, change } : { was: now, now, change }
  }
}

/** What is said of everything inside, and not of looks. */
const around = ({ suggested, by }: Format): Format => ({
  ...(suggested && { suggested }),
  ...(by && { by }),
})

const suggestedBy = ({ suggested, by }: Format): readonly Tracked[] =>
  suggested ? [{ suggested, ...(by && { by }) }] : []

export function noteKey(kind: string, { attributes }: Xml): string {
  return `${kind} ${attributes['w:id'] ?? ''}`
}

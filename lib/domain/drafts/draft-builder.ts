import type { Role } from '#lib/domain/text/article-text.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import type { NewId, SeedBlock, SeedRun } from '#lib/domain/text/seed.ts'
import type { NotePlace } from './draft.ts'
import { NotePlaces } from './note-places.ts'

type Format = Omit<SeedRun, 'text' | 'opens'>

/** What a paragraph is, and what once everything suggested is accepted. */
interface Roles {
  readonly was: Role
  readonly now: Role
}

/** How a paragraph ends. */
export interface ParagraphEnd extends Roles {
  /** Held: it did before anybody suggested anything, and nobody suggests otherwise. */
  readonly end: 'held' | 'insertion' | 'deletion'
  /** Who suggests the end, as the document says; of one that is held, another role. */
  readonly by: string
}

/** What opens a block, as it is known once the paragraph ends that would begin there. */
interface Head {
  joins: { by: string } | null
  becomes: { role: Role; by: string; withEnd: boolean } | null
}

/**
 * Gathers the text of a document block by block, and remembers where notes stand in it. White space is one space, as
 * it is in HTML; what has no words is no block, and a note in it stands nowhere. What is suggested is gathered beside what the
 * article holds: places and blocks are those of the text without it.
 */
export class DraftBuilder {
  readonly blocks: SeedBlock[] = []
  /** Figures of the text, each with what leads to its picture in the document. */
  readonly figures: { readonly block: string; readonly embed: string }[] = []
  readonly #newId: NewId
  readonly #places = new NotePlaces()
  #runs: SeedRun[] = []
  #figures: { readonly alt: string; readonly embed: string }[] = []
  #head: Head = { joins: null, becomes: null }
  /** Of each block that is a text, what opens it: more is known of it when later paragraphs end. */
  readonly #heads: { readonly at: number; readonly head: Head }[] = []
  /** Says which role the paragraph gets that is read now, where it would begin if everything were accepted. */
  #accept: (end: ParagraphEnd) => void = this.#forHead()
  /** The words of the block before, where a suggested paragraph may follow them. */
  #before: SeedRun[] | null = null
  /** Of the paragraph that was read last. */
  #last: Roles = { was: 'paragraph', now: 'paragraph' }

  constructor(newId: NewId) {
    this.#newId = newId
  }

  add(text: string, format: Format) {
    const last = this.#runs.at(-1)
    const isIn = format.suggested !== 'insertion'
    const held = isIn ? this.#runs.findLast(isHeld) : last
    const bare = !held || held.text.endsWith(' ') || held.opens !== undefined
    const words = cleanText(text).replace(/[ \t\n]+/gu, ' ')
    const rest = bare && words.startsWith(' ') ? words.slice(1) : words
    if (!rest) return
    if (isIn) this.#places.length += rest.length
    if (last && !last.opens && sameFormat(last, format))
      this.#runs[this.#runs.length - 1] = { ...last, text: last.text + rest }
    else this.#runs.push({ text: rest, ...format })
  }

  /** A picture stands beside its paragraph: blocks do not hold each other. */
  figure(alt: string, embed: string) {
    this.#figures.push({ alt: cleanText(alt).replace(/\s+/gu, ' ').trim(), embed })
  }

  /** A note stands here. */
  mark(note: string) {
    this.#places.mark(note)
  }

  /** What a note is about begins here. */
  begin(note: string) {
    this.#places.begin(note)
  }

  end(note: string) {
    this.#places.end(note)
  }

  /** A paragraph without an end: what follows is part of it. */
  goOn({ was, now }: Roles) {
    this.#last = { was, now }
  }

  /**
   * A paragraph ends. One whose words would all come in follows the block before, as if it had been typed there. False: its end
   * stands beside a picture, where none can be suggested, and is as if it were accepted.
   */
  endParagraph(paragraph: ParagraphEnd): boolean {
    const { end, now } = paragraph
    const holdsWords = this.#runs.some(isHeld)
    const isNew = this.#runs.length > 0 && !holdsWords
    this.goOn(paragraph)
    if (isNew && end !== 'deletion' && this.#before) this.#append(this.#before, paragraph)
    else if (end !== 'held' && holdsWords && this.#figures.length) {
      if (end === 'insertion') this.#close({ end: 'held', was: now, now, by: '' })
      return false
    } else if (end === 'insertion') this.#split(paragraph, holdsWords)
    else if (end === 'held' || holdsWords) this.#close(paragraph)
    return true
  }

  /** Everything is read. */
  finish() {
    this.endParagraph({ ...this.#last, end: 'held', by: '' })
    for (const { at, head } of this.#heads) {
      const block = this.blocks[at]
      const { joins, becomes } = head
      if (!block) continue
      const isOther = becomes !== null && becomes.role !== block.role
      this.blocks[at] = { ...block, ...(joins && { joins }), ...(isOther && { becomes }) }
    }
  }

  placeOf(note: string): NotePlace | null {
    return this.#places.of(note)
  }

  #append(before: SeedRun[], { now, by }: ParagraphEnd) {
    const opens = { id: this.#newId(), role: now }
    before.push(openingRun(opens, by || this.#runs[0]?.by), ...this.#runs)
    this.#runs = []
    this.#places.settle(false)
    if (this.#figures.length) this.#closeFigures()
  }

  #split(paragraph: ParagraphEnd, holdsWords: boolean) {
    const last = this.#runs.at(-1)
    // An end that goes and, with nothing between, one that comes in: all stays as it is.
    if (!last && this.#head.joins) this.#begin(paragraph)
    if (!last || last.opens) return
    if (!holdsWords) this.#places.settle(false)
    this.#accept(paragraph)
    const opens = { id: this.#newId(), role: paragraph.now }
    this.#runs.push(openingRun(opens, paragraph.by))
    this.#accept = ({ now }) => {
      opens.role = now
    }
  }

  #close(paragraph: ParagraphEnd) {
    const runs = this.#trimmed()
    this.#places.settle(runs.length > 0)
    // An end that comes in and, with nothing between, one that goes: all stays as it is.
    const isGoing = paragraph.end === 'deletion' && !this.#runs.at(-1)?.opens
    if (runs.length) {
      this.#heads.push({ at: this.blocks.length, head: this.#head })
      this.blocks.push({ id: this.#newId(), role: paragraph.was, runs })
      this.#before = isGoing ? null : runs
    }
    if (isGoing) this.#head = { joins: { by: paragraph.by }, becomes: null }
    else this.#begin(paragraph)
    this.#runs = []
    this.#closeFigures()
  }

  /** What is read now begins a block, whatever is accepted. */
  #begin(end: ParagraphEnd) {
    this.#accept(end)
    this.#head = { joins: null, becomes: null }
    this.#accept = this.#forHead()
  }

  #closeFigures() {
    for (const { alt, embed } of this.#figures) {
      const id = this.#newId()
      this.blocks.push({ id, role: 'paragraph', runs: [], alt })
      this.figures.push({ block: id, embed })
      this.#before = null
    }
    this.#figures = []
    this.#places.nextBlock(this.blocks.length)
  }

  /** The words of the block that ends, without white space and openings of nothing behind them. */
  #trimmed(): SeedRun[] {
    const all = this.#runs.slice(0, this.#runs.findLastIndex(({ opens }) => !opens) + 1)
    const at = all.findLastIndex(isHeld)
    const last = all[at]
    if (last?.text.endsWith(' ')) {
      all[at] = { ...last, text: last.text.slice(0, -1) }
      this.#places.length--
    }
    return all.filter(({ text }) => text)
  }

  #forHead() {
    const head = this.#head
    return ({ end, now, by }: ParagraphEnd) => {
      const withEnd = end === 'insertion' || head !== this.#head
      head.becomes = { role: now, by, withEnd }
    }
  }
}

/** Words that the article holds, and not only suggested ones. */
const isHeld = ({ suggested }: SeedRun) => suggested !== 'insertion'

function openingRun(opens: NonNullable<SeedRun['opens']>, by: string | undefined): SeedRun {
  return { text: '\n', suggested: 'insertion', opens, ...(by && { by }) }
}

function sameFormat(a: Format, b: Format): boolean {
  const keys = ['bold', 'italic', 'link', 'suggested', 'by'] as const
  return keys.every((key) => a[key] === b[key]) && `${a.looks ?? ''}` === `${b.looks ?? ''}`
}

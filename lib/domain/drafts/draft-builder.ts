import type { Role } from '#lib/domain/text/article-text.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import type { NewId, SeedBlock, SeedRun } from '#lib/domain/text/seed.ts'
import type { NotePlace } from './draft.ts'

type Format = Omit<SeedRun, 'text'>

interface Open {
  block: number
  from: number
  to: number | null
}

/**
 * Gathers the text of a document block by block, and remembers where notes stand in it. White space is one space, as
 * it is in HTML; what has no words is no block, and a note in it stands nowhere.
 */
export class DraftBuilder {
  readonly blocks: SeedBlock[] = []
  /** Figures of the text, each with what leads to its picture in the document. */
  readonly figures: { readonly block: string; readonly embed: string }[] = []
  readonly #newId: NewId
  readonly #places = new Map<string, Open>()
  /** Of this block: blocks are many, and so are notes. */
  #recent: string[] = []
  #runs: SeedRun[] = []
  #figures: { readonly alt: string; readonly embed: string }[] = []
  #length = 0

  constructor(newId: NewId) {
    this.#newId = newId
  }

  add(text: string, format: Format) {
    const last = this.#runs.at(-1)
    const isIn = format.suggested !== 'insertion'
    const held = isIn ? this.#runs.findLast(isHeld) : last
    const bare = isIn ? !held || held.text.endsWith(' ') : held?.text.endsWith(' ') === true
    const words = cleanText(text).replace(/[ \t\n]+/gu, ' ')
    const rest = bare && words.startsWith(' ') ? words.slice(1) : words
    if (!rest) return
    if (isIn) this.#length += rest.length
    if (last && sameFormat(last, format))
      this.#runs[this.#runs.length - 1] = { ...last, text: last.text + rest }
    else this.#runs.push({ text: rest, ...format })
  }

  /** A picture stands beside its paragraph: blocks do not hold each other. */
  figure(alt: string, embed: string) {
    this.#figures.push({ alt: cleanText(alt).replace(/\s+/gu, ' ').trim(), embed })
  }

  /** A note stands here. */
  mark(note: string) {
    if (this.#places.has(note)) return
    this.#places.set(note, { ...this.#here(), to: this.#length })
    this.#recent.push(note)
  }

  /** What a note is about begins here. */
  begin(note: string) {
    if (this.#places.has(note)) return
    this.#places.set(note, { ...this.#here(), to: null })
    this.#recent.push(note)
  }

  end(note: string) {
    const open = this.#places.get(note)
    if (open?.block === this.blocks.length && open.to === null) open.to = this.#length
  }

  close(role: Role) {
    const at = this.#runs.findLastIndex(isHeld)
    const last = this.#runs[at]
    if (last?.text.endsWith(' ')) {
      this.#runs[at] = { ...last, text: last.text.slice(0, -1) }
      this.#length--
    }
    const runs = this.#runs.filter(({ text }) => text)
    this.#settle(runs.length > 0)
    if (runs.length) this.blocks.push({ id: this.#newId(), role, runs })
    for (const { alt, embed } of this.#figures) {
      const id = this.#newId()
      this.blocks.push({ id, role: 'paragraph', runs: [], alt })
      this.figures.push({ block: id, embed })
    }
    // What begins at the end of a block is about the next one.
    for (const note of this.#recent) this.#places.set(note, { ...this.#here(0), to: null })
    this.#runs = []
    this.#figures = []
    this.#length = 0
  }

  placeOf(note: string): NotePlace | null {
    const { block, from, to } = this.#places.get(note) ?? { block: 0, from: 0, to: null }
    return to === null ? null : { block, from, to }
  }

  #here(from = this.#length) {
    return { block: this.blocks.length, from }
  }

  /** The notes of the block that ends; those that go on in the next one stay recent. */
  #settle(isKept: boolean) {
    const later: string[] = []
    for (const note of this.#recent) {
      const open = this.#places.get(note)
      if (!open) continue
      open.from = Math.min(open.from, this.#length)
      const goesOn = open.to === null && (!isKept || open.from === this.#length)
      if (goesOn) later.push(note)
      else if (!isKept) this.#places.delete(note)
      else open.to = Math.min(open.to ?? this.#length, this.#length)
    }
    this.#recent = later
  }
}

/** Words that the article holds, and not only suggested ones. */
const isHeld = ({ suggested }: SeedRun) => suggested !== 'insertion'

function sameFormat(a: Format, b: Format): boolean {
  const keys = ['bold', 'italic', 'link', 'suggested'] as const
  return keys.every((key) => a[key] === b[key])
}

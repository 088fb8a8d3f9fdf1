import type { NotePlace } from './draft.ts'

interface Open {
  block: number
  from: number
  to: number | null
}

/** Where the notes of a document stand, found while its blocks are read one after the other. */
export class NotePlaces {
  /** How many characters of the block are read. */
  length = 0
  #block = 0
  readonly #places = new Map<string, Open>()
  /** Of this block: blocks are many, and so are notes. */
  #recent: string[] = []

  mark(note: string) {
    this.#open(note, this.length)
  }

  begin(note: string) {
    this.#open(note, null)
  }

  end(note: string) {
    const open = this.#places.get(note)
    if (open?.block === this.#block && open.to === null) open.to = this.length
  }

  of(note: string): NotePlace | null {
    const { block, from, to } = this.#places.get(note) ?? { block: 0, from: 0, to: null }
    return to === null ? null : { block, from, to }
  }

  /** The notes of the block that ends, or of words that no block holds; those that go on in the next one stay recent. */
  settle(isKept: boolean) {
    const later: string[] = []
    for (const note of this.#recent) {
      const open = this.#places.get(note)
      if (!open) continue
      open.from = Math.min(open.from, this.length)
      const goesOn = open.to === null && (!isKept || open.from === this.length)
      if (goesOn) later.push(note)
      else if (!isKept) this.#places.delete(note)
      else open.to = Math.min(open.to ?? this.length, this.length)
    }
    this.#recent = later
  }

  nextBlock(block: number) {
    this.#block = block
    this.length = 0
    // What begins at the end of a block is about the next one.
    for (const note of this.#recent) this.#places.set(note, { block, from: 0, to: null })
  }

  #open(note: string, to: number | null) {
    if (this.#places.has(note)) return
    this.#places.set(note, { block: this.#block, from: this.length, to })
    this.#recent.push(note)
  }
}

import type { SeedBlock, SeedRun } from './seed.ts'

/** One thing of a suggestion that a first text brings. */
export interface SuggestedPiece {
  /** Which suggestion it belongs to, counted from 0. */
  readonly suggestion: number
  /** Where it stands in the flat text, with everything that is suggested to come in. */
  readonly at: number
  readonly length: number
  /** What comes in; null: what stands there goes, or looks otherwise. */
  readonly insert: SeedRun | null
  /** The value of a proposed change; null: it goes. */
  readonly change: string | null
}

export interface SeedSuggestions {
  /** In the order of the text: each place holds once what is before it is written. */
  readonly pieces: readonly SuggestedPiece[]
  /** Of each suggestion, who makes it as the document says. Empty: not said. */
  readonly by: readonly string[]
}

/**
 * What the blocks of a first text suggest. Words and paragraphs' ends that come or go side by side, by one person, are one
 * suggestion; so are neighbours that are to look alike. Another role that comes with a paragraph's end is one with it.
 */
export function seedSuggestions(blocks: readonly SeedBlock[]): SeedSuggestions {
  const reading = new Reading()
  for (const block of blocks) reading.block(block)
  return reading.done()
}

interface Open {
  readonly suggestion: number
  readonly by: string
}

class Reading {
  readonly #by: string[] = []
  readonly #pieces: SuggestedPiece[] = []
  #at = 0
  /** The suggestion of words that what comes next goes on with. */
  #open: Open | null = null
  /** The same for looks, by what is to change. */
  #looks = new Map<string, Open>()
  /** Roles that wait for the end of a paragraph that they come with. */
  #waiting: { readonly at: number; readonly change: string; readonly by: string }[] = []

  block(block: SeedBlock) {
    const { joins, becomes, runs, alt } = block
    if (joins) this.#end(joins.by, { length: 1, insert: null })
    else {
      this.#open = null
      this.#settle(() => null)
    }
    this.#looks = new Map()
    if (becomes) this.#role(becomes)
    this.#at += 1
    for (const run of alt === undefined ? runs : []) this.#run(run)
  }

  done(): SeedSuggestions {
    this.#settle(() => null)
    return { pieces: this.#pieces.sort((a, b) => a.at - b.at), by: this.#by }
  }

  #role({ role, by, withEnd }: NonNullable<SeedBlock['becomes']>) {
    const change = `role ${role}`
    if (withEnd) this.#waiting.push({ at: this.#at, change, by })
    else this.#add(this.#new(by), { length: 1, insert: null, change })
  }

  #run(run: SeedRun) {
    const { text, suggested, by = '', opens, looks = [] } = run
    const { length } = text
    if (opens) this.#end(by, { length, insert: run })
    else if (suggested) this.#words(by, { length, insert: suggested === 'insertion' ? run : null })
    else this.#open = null
    const before = this.#looks
    this.#looks = new Map()
    for (const change of looks) {
      const last = before.get(change)
      const open = last?.by === by ? last : this.#new(by)
      this.#looks.set(change, open)
      this.#add(open, { length, insert: null, change })
    }
    this.#at += length
  }

  #words(by: string, what: Pick<SuggestedPiece, 'length' | 'insert'>) {
    if (this.#open?.by !== by) this.#open = this.#new(by)
    this.#add(this.#open, { ...what, change: null })
    return this.#open
  }

  #end(by: string, what: Pick<SuggestedPiece, 'length' | 'insert'>) {
    const open = this.#words(by, what)
    this.#settle(() => open)
  }

  #settle(find: () => Open | null) {
    for (const { at, change, by } of this.#waiting)
      this.#add(find() ?? this.#new(by), { length: 1, insert: null, change }, at)
    this.#waiting = []
  }

  #new(by: string): Open {
    return { suggestion: this.#by.push(by) - 1, by }
  }

  #add({ suggestion }: Open, what: Omit<SuggestedPiece, 'suggestion' | 'at'>, at = this.#at) {
    this.#pieces.push({ suggestion, at, ...what })
  }
}

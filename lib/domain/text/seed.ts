import type { Role } from './article-text.ts'

/** A block of a text that comes in from outside: pasted, from a file, or by the HTTP interface. */
export interface SeedBlock {
  readonly id: string
  readonly role: Role
  readonly runs: readonly SeedRun[]
  /** Set: the block is a figure with this description, and has no words. */
  readonly alt?: string
  /** Of a figure: the hash of its picture. */
  readonly picture?: string
  /** Only suggested: that it goes on in the block before it. */
  readonly joins?: { readonly by: string }
  /** Only suggested: another role. */
  readonly becomes?: {
    readonly role: Role
    readonly by: string
    /** It comes with the paragraph's end that is suggested next, to come in or to go: both are one suggestion. */
    readonly withEnd: boolean
  }
}

export interface SeedRun {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly link?: string
  /** Only suggested: words that would come in, which the article does not hold, or words that would go. */
  readonly suggested?: 'insertion' | 'deletion'
  /** Only suggested: other looks, each as a proposed change says it (`bold`, `-bold`). */
  readonly looks?: readonly string[]
  /** Who suggests it, as a document says: nobody knows whether that is so. */
  readonly by?: string
  /** Only suggested: a block that opens here. The text of the run is `\n`. */
  readonly opens?: { readonly id: string; readonly role: Role }
}

/** The words of a block as the article holds them. */
export function seedText({ runs }: Pick<SeedBlock, 'runs'>): string {
  return runs.map(({ text, suggested }) => (suggested === 'insertion' ? '' : text)).join('')
}

/** Makes ids: passed in, so that the domain holds no randomness. */
export type NewId = () => string

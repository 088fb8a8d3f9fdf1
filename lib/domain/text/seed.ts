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
}

export interface SeedRun {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly link?: string
  /** Only suggested: words that would come in, which the article does not hold, or words that would go. */
  readonly suggested?: 'insertion' | 'deletion'
}

/** The words of a block as the article holds them. */
export function seedText({ runs }: Pick<SeedBlock, 'runs'>): string {
  return runs.map(({ text, suggested }) => (suggested === 'insertion' ? '' : text)).join('')
}

/** Makes ids: passed in, so that the domain holds no randomness. */
export type NewId = () => string

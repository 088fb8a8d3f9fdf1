import type { Block } from './article-text.ts'

/** One block that stands in the text twice. */
export interface DoubledBlock {
  /** Index in the article of the one that is offered for removal. */
  readonly copy: number
  /** Index of the one that stays. */
  readonly kept: number
  /** Both say the same, or the copy says nothing: no word is lost with it. */
  readonly isSame: boolean
}

/**
 * Blocks with one id: two people moved the block at once, and each move brought it along [EDT14]. Offered for removal is
 * the one that says less, else the later one. Blocks without an opening have no id, and are none of these.
 */
export function doubledBlocks(blocks: readonly Block[]): readonly DoubledBlock[] {
  const first = new Map<string, number>()
  const found: DoubledBlock[] = []
  blocks.forEach((block, index) => {
    if (!block.id) return
    const earlier = first.get(block.id)
    if (earlier === undefined) {
      first.set(block.id, index)
      return
    }
    const [one, two] = [wordsOf(blocks[earlier]), wordsOf(block)]
    const copy = one !== two && two.includes(one) ? earlier : index
    const kept = copy === index ? earlier : index
    const less = copy === index ? two : one
    const more = copy === index ? one : two
    found.push({ copy, kept, isSame: more.includes(less) })
    first.set(block.id, kept)
  })
  return found
}

const wordsOf = (block: Block | undefined) =>
  block === undefined ? '' : block.type === 'text' ? block.text.trim() : `figure ${block.alt}`

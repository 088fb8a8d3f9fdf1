import type { Version, VersionBlock, VersionSentence } from '#lib/domain/publication/version.ts'

/** A block with its sentences, in order. */
export interface SentencedBlock {
  readonly block: VersionBlock
  readonly sentences: readonly VersionSentence[]
}

export interface BlockGroup {
  readonly kind:
    | 'subhead'
    | 'standfirst'
    | 'paragraph'
    | 'quote'
    | 'bullet'
    | 'numbered'
    | 'caption'
  readonly items: readonly SentencedBlock[]
}

/** A version taken apart as a page needs it: its head, and its text with neighbouring list items together [FMT7]. */
export interface Layout {
  readonly headline: SentencedBlock | null
  readonly standfirst: SentencedBlock | null
  readonly groups: readonly BlockGroup[]
}

const GROUPED: readonly string[] = ['quote', 'bullet', 'numbered']

export function layoutOf(version: Version): Layout {
  const blocks = version.blocks
    .map((block, at) => ({
      block,
      sentences: version.sentences.filter((sentence) => sentence.block === at),
    }))
    .filter(({ block }) => block.text.trim() !== '')
  const headline = blocks.find(({ block }) => block.role === 'headline') ?? null
  const standfirst = blocks.find(({ block }) => block.role === 'standfirst') ?? null
  const rest = blocks.filter((item) => item !== headline && item !== standfirst)
  return { headline, standfirst, groups: grouped(rest) }
}

function grouped(blocks: readonly SentencedBlock[]): readonly BlockGroup[] {
  const groups: BlockGroup[] = []
  for (const item of blocks) {
    // A page has one headline; a second one heads what follows it.
    const kind = item.block.role === 'headline' ? 'subhead' : item.block.role
    const last = groups.at(-1)
    if (last && last.kind === kind && GROUPED.includes(kind)) {
      groups[groups.length - 1] = { kind, items: [...last.items, item] }
    } else groups.push({ kind, items: [item] })
  }
  return groups
}

import type {
  Version,
  VersionBlock,
  VersionFigure,
  VersionSentence,
} from '#lib/domain/publication/version.ts'

/** A block with its sentences, in order. */
export interface SentencedBlock {
  readonly block: VersionBlock
  readonly sentences: readonly VersionSentence[]
}

/** A picture, with the block that says what it shows. */
export interface FigureGroup {
  readonly kind: 'figure'
  readonly figure: VersionFigure
  readonly caption: SentencedBlock | null
  /** Of the pictures of this version. */
  readonly isFirst: boolean
}

export type BlockGroup = TextGroup | FigureGroup

export interface TextGroup {
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
  const within = Map.groupBy(version.sentences, ({ block }) => block)
  const blocks = version.blocks.map((block, at) => ({ block, sentences: within.get(at) ?? [] }))
  const shown = blocks.filter(({ block }) => block.text.trim() !== '')
  const headline = shown.find(({ block }) => block.role === 'headline') ?? null
  const standfirst = shown.find(({ block }) => block.role === 'standfirst') ?? null
  const figures = figureGroups(version.figures ?? [], blocks)
  const taken = new Set([headline, standfirst, ...figures.map(({ caption }) => caption)])
  const groups: BlockGroup[] = []
  for (const [at, item] of blocks.entries()) {
    groups.push(...figures.filter(({ figure }) => figure.before === at))
    if (item.block.text.trim() !== '' && !taken.has(item)) add(groups, item)
  }
  groups.push(...figures.filter(({ figure }) => figure.before >= blocks.length))
  return { headline, standfirst, groups }
}

/** What is said under a picture is the caption straight behind it: of several pictures in a row, behind the last. */
function figureGroups(
  figures: readonly VersionFigure[],
  blocks: readonly SentencedBlock[],
): readonly FigureGroup[] {
  return figures.map((figure, at) => {
    const next = blocks[figure.before]
    const isLast = figures[at + 1]?.before !== figure.before
    const isCaption = isLast && next?.block.role === 'caption' && next.block.text.trim() !== ''
    return { kind: 'figure', figure, caption: isCaption ? next : null, isFirst: at === 0 }
  })
}

function add(groups: BlockGroup[], item: SentencedBlock) {
  // A page has one headline; a second one heads what follows it.
  const kind = item.block.role === 'headline' ? 'subhead' : item.block.role
  const last = groups.at(-1)
  if (last && last.kind !== 'figure' && last.kind === kind && GROUPED.includes(kind)) {
    groups[groups.length - 1] = { kind, items: [...last.items, item] }
  } else groups.push({ kind, items: [item] })
}

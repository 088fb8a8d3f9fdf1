import { type DiffSegment, wordDiff } from '#lib/domain/review/word-diff.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import type { ArticleContent } from '#lib/domain/sourcing/article-content.ts'
import { isEmpty } from '#lib/domain/sourcing/evidence.ts'
import type { Block, Role } from '#lib/domain/text/article-text.ts'
import { sentencesOfBlock } from '#lib/domain/text/sentences.ts'
import { longestRise, sameValue } from './restore-text.ts'

/** What an annotation said of a sentence, and says. */
export interface EvidenceChange {
  readonly annotationId: string
  /** The sentence, as it stands where the evidence does. */
  readonly sentence: string
  /** Null: there was none. */
  readonly before: Annotation | null
  /** Null: there is none any more. */
  readonly after: Annotation | null
}

/** What was said about the article beside its text, then and later. */
export interface DataChange {
  readonly field: DataField
  readonly before: string
  readonly after: string
}

export const DATA_FIELDS = ['byline', 'section', 'dateline', 'lang'] as const
export type DataField = (typeof DATA_FIELDS)[number]

/** One block, then and later. */
export interface BlockChange {
  readonly id: string
  readonly kind: 'same' | 'changed' | 'added' | 'removed'
  /** It stands elsewhere among its neighbours. */
  readonly moved: boolean
  /** What it is, and was. `figure` is no role of a text. */
  readonly role: Role | 'figure'
  readonly roleBefore: Role | 'figure'
  readonly segments: readonly DiffSegment[]
  /** Bold, italic, links or boundaries of sentences differ. */
  readonly formatting: boolean
  readonly evidence: readonly EvidenceChange[]
}

export interface Comparison {
  readonly blocks: readonly BlockChange[]
  readonly data: readonly DataChange[]
  /** What stood on no words, and was thrown away. */
  readonly discarded: readonly Annotation[]
  readonly counts: {
    readonly wordsAdded: number
    readonly wordsRemoved: number
    /** Blocks that came, went, moved or became something else. */
    readonly blocks: number
    readonly evidence: number
    readonly data: number
  }
}

/** An article as it was after a row of its log. */
export interface MomentText {
  readonly seq: number
  readonly blocks: readonly Block[]
  /** Also those whose words were gone then. */
  readonly annotations: readonly Annotation[]
  /** What the sources that are spoken of are called in the newsroom, by their ids. */
  readonly sources: Readonly<Record<string, string>>
  /** From the earlier of the two moments to the later; null: nothing was asked for. */
  readonly comparison: (Comparison & { readonly from: number; readonly to: number }) | null
}

/** What changed from one content of an article to another, block by block [HIS3]. */
export function compareContents(before: ArticleContent, after: ArticleContent): Comparison {
  const [olds, news] = [named(before.blocks), named(after.blocks)]
  const oldPlaces = new Map(olds.map(({ name }, at) => [name, at]))
  const pairs = news.flatMap(({ name }) => oldPlaces.get(name) ?? [])
  const staying = new Set(longestRise(pairs, (at) => at))
  const newNames = new Set(news.map(({ name }) => name))
  const evidence = evidenceChanges(before, after)
  const blocks: BlockChange[] = []
  const addRemoved = (from: number) => {
    for (let at = from; at < olds.length; at++) {
      const old = olds[at]
      if (!old || newNames.has(old.name)) return
      blocks.push(blockChange(old.block, null, false, evidence))
    }
  }
  addRemoved(0)
  for (const { name, block } of news) {
    const at = oldPlaces.get(name)
    const old = at === undefined ? null : (olds[at]?.block ?? null)
    blocks.push(blockChange(old, block, at !== undefined && !staying.has(at), evidence))
    if (at !== undefined) addRemoved(at + 1)
  }
  const data = DATA_FIELDS.flatMap((field): readonly DataChange[] => {
    const [was, is] = [before.meta[field], after.meta[field]]
    return was === is ? [] : [{ field, before: was, after: is }]
  })
  const told = new Set(evidence.map(({ change }) => change.annotationId))
  const discarded = [...before.annotations.values()].filter(
    (annotation) =>
      !after.annotations.has(annotation.id) &&
      !told.has(annotation.id) &&
      (!isEmpty(annotation) || annotation.note !== ''),
  )
  const counts = countsOf(blocks)
  const changes = counts.evidence + discarded.length
  return { blocks, data, discarded, counts: { ...counts, evidence: changes, data: data.length } }
}

/** Ids, each with how many of it came before [EDT8]. */
function named(
  blocks: readonly Block[],
): readonly { readonly name: string; readonly block: Block }[] {
  const counts = new Map<string, number>()
  return blocks.map((block) => {
    const count = counts.get(block.id) ?? 0
    counts.set(block.id, count + 1)
    return { name: `${count} ${block.id}`, block }
  })
}

function blockChange(
  before: Block | null,
  after: Block | null,
  moved: boolean,
  all: readonly PlacedChange[],
): BlockChange {
  const shown = (after ?? before) as Block
  const segments = wordDiff(wordsOf(before), wordsOf(after))
  const roleBefore = roleOf(before ?? shown)
  const evidence = all
    .filter(({ block }) => block === before || block === after)
    .map(({ change }) => change)
  const formatting = !!before && !!after && !sameValue(formatsOf(before), formatsOf(after))
  const isSame =
    !moved &&
    !formatting &&
    !evidence.length &&
    roleBefore === roleOf(shown) &&
    segments.every(({ kind }) => kind === 'same')
  const kind = !before ? 'added' : !after ? 'removed' : isSame ? 'same' : 'changed'
  return {
    id: shown.id,
    kind,
    moved,
    role: roleOf(shown),
    roleBefore,
    segments,
    formatting,
    evidence,
  }
}

function wordsOf(block: Block | null): string {
  if (!block) return ''
  return block.type === 'text' ? block.text : block.alt
}

const roleOf = (block: Block) => (block.type === 'text' ? block.role : 'figure')

/** By the words that carry them: what stands before may have become longer. */
function formatsOf(block: Block) {
  if (block.type !== 'text') return [block.picture, block.credit]
  const { text, formats, boundaries } = block
  return [
    formats.map(({ from, to, kind, href }) => [text.slice(from, to), kind, href ?? '']),
    boundaries.map(({ at, kind }) => [text.slice(at, at + 1), kind]),
  ]
}

interface PlacedChange {
  readonly block: Block
  readonly change: EvidenceChange
}

/** Each annotation that came, went, or says something else, at the sentence that it stands on. */
function evidenceChanges(before: ArticleContent, after: ArticleContent): readonly PlacedChange[] {
  const [olds, news] = [standing(before), standing(after)]
  return [...new Set([...olds.keys(), ...news.keys()])].flatMap((annotationId) => {
    const [old, now] = [olds.get(annotationId), news.get(annotationId)]
    const place = now ?? old
    if (!place || (old && now && sameValue(old.annotation, now.annotation))) return []
    const [was, is] = [old?.annotation ?? null, now?.annotation ?? null]
    const { block, sentence } = place
    return [{ block, change: { annotationId, sentence, before: was, after: is } }]
  })
}

/** Annotations that stand in the text, each at the first sentence that it touches. */
function standing({ blocks, annotations, meta }: ArticleContent) {
  const found = new Map<string, { annotation: Annotation; block: Block; sentence: string }>()
  for (const block of blocks) {
    if (block.type !== 'text' || !block.anchors.length) continue
    for (const { annotationIds, text } of sentencesOfBlock(block, meta.lang)) {
      for (const id of annotationIds) {
        const annotation = annotations.get(id)
        if (annotation && !found.has(id)) found.set(id, { annotation, block, sentence: text })
      }
    }
  }
  return found
}

function countsOf(blocks: readonly BlockChange[]): Omit<Comparison['counts'], 'data'> {
  const words = (kind: DiffSegment['kind']) =>
    blocks
      .flatMap(({ segments }) => segments.filter((segment) => segment.kind === kind))
      .reduce(
        (sum, { text }) => sum + (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0),
        0,
      )
  const isOther = ({ kind, moved, role, roleBefore }: BlockChange) =>
    kind === 'added' || kind === 'removed' || moved || role !== roleBefore
  return {
    wordsAdded: words('added'),
    wordsRemoved: words('removed'),
    blocks: blocks.filter(isOther).length,
    evidence: blocks.reduce((sum, { evidence }) => sum + evidence.length, 0),
  }
}

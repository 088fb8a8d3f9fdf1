import { diffArrays } from 'diff'
import type { Version, VersionBlock, VersionSentence } from '#lib/domain/publication/version.ts'
import { type DiffSegment, wordDiff } from '#lib/domain/review/word-diff.ts'
import type { Role } from '#lib/domain/text/article-text.ts'
import { CONFIDENCE_WORDS } from './words.ts'

/** A block of two versions together. One that moved is gone in its old place and new in the other. */
export interface ChangedBlock {
  readonly role: Role
  readonly segments: readonly DiffSegment[]
}

/** A sentence that one version has otherwise than the other. */
export interface ChangedSentence {
  /** Its id in the later version; null: it is gone. */
  readonly id: string | null
  readonly segments: readonly DiffSegment[]
  /** What was said about it and is said otherwise now, in words; empty: its words changed. */
  readonly evidence: string
}

/** The text of two versions, block by block, what went before what came [FMT25]. */
export function changedBlocks(before: Version, after: Version): readonly ChangedBlock[] {
  const [olds, news] = [blocksById(before), blocksById(after)]
  return diffArrays([...olds.keys()], [...news.keys()]).flatMap(({ value }) =>
    value.flatMap((id) => {
      const [old, fresh] = [olds.get(id), news.get(id)]
      const shown = fresh ?? old
      if (!shown) return []
      return [{ role: shown.role, segments: wordDiff(old?.text ?? '', fresh?.text ?? '') }]
    }),
  )
}

/** The sentences that came, went, or are said otherwise, in the order of the later version [FMT26]. */
export function changedSentences(before: Version, after: Version): readonly ChangedSentence[] {
  const [olds, news] = [sentencesByBlock(before), sentencesByBlock(after)]
  const gone = [...olds].filter(([block]) => !news.has(block))
  return [
    ...[...news].flatMap(([block, sentences]) => changesIn(olds.get(block) ?? [], sentences)),
    ...gone.flatMap(([, sentences]) => changesIn(sentences, [])),
  ]
}

function changesIn(
  olds: readonly VersionSentence[],
  news: readonly VersionSentence[],
): readonly ChangedSentence[] {
  const changes: ChangedSentence[] = []
  const parts = diffArrays([...olds], [...news], { comparator: (a, b) => a.text === b.text })
  let at = 0
  let gone: readonly VersionSentence[] = []
  for (const { value, added, removed } of parts) {
    if (added) {
      changes.push(...paired(gone, value))
      gone = []
      continue
    }
    changes.push(...paired(gone, []))
    gone = removed ? value : []
    if (!removed) changes.push(...toldOtherwise(olds.slice(at), value))
    at += value.length
  }
  return [...changes, ...paired(gone, [])]
}

/** Sentences with the same words, of which other things are said. */
function toldOtherwise(
  olds: readonly VersionSentence[],
  news: readonly VersionSentence[],
): readonly ChangedSentence[] {
  return news.flatMap((sentence, at) => {
    const { id, text } = sentence
    const evidence = evidenceChange(olds[at], sentence)
    return evidence ? [{ id, segments: [{ kind: 'same', text }], evidence }] : []
  })
}

/** Of several that went and came in one place the first is taken for the first, and so on. */
function paired(
  gone: readonly VersionSentence[],
  come: readonly VersionSentence[],
): readonly ChangedSentence[] {
  const pairs = Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => at)
  return pairs.map((at) => ({
    id: come[at]?.id ?? null,
    segments: wordDiff(gone[at]?.text ?? '', come[at]?.text ?? ''),
    evidence: '',
  }))
}

function evidenceChange(before: VersionSentence | undefined, after: VersionSentence): string {
  if (!before) return ''
  if (before.confidence !== after.confidence)
    return `Was ${confidenceWord(before)}, now ${confidenceWord(after)}.`
  const said = ({ citations, publicNotes }: VersionSentence) =>
    JSON.stringify([
      citations.map(({ quote, locator, relation }) => [quote, locator, relation]),
      publicNotes,
    ])
  return said(before) === said(after) ? '' : 'Its evidence changed.'
}

function confidenceWord({ confidence }: VersionSentence): string {
  return confidence ? CONFIDENCE_WORDS[confidence].toLowerCase() : 'not rated'
}

function blocksById({ blocks }: Version): ReadonlyMap<string, VersionBlock> {
  return new Map(blocks.map((block) => [block.id, block]))
}

function sentencesByBlock({ blocks, sentences }: Version): ReadonlyMap<string, VersionSentence[]> {
  const found = new Map<string, VersionSentence[]>(blocks.map(({ id }) => [id, []]))
  for (const sentence of sentences) {
    found.get(blocks[sentence.block]?.id ?? '')?.push(sentence)
  }
  return found
}

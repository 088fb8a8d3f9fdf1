import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import type { FindSource, SourcedSentence } from '#lib/domain/sourcing/article-content.ts'
import { confidenceOf, evidenceOf, isEvidenced, kindOf } from '#lib/domain/sourcing/evidence.ts'
import { unitedAnnotations } from '#lib/domain/sourcing/unite.ts'
import type { SentenceStatus } from './status.ts'

/**
 * A sentence as one works on it: the whole of it, or a claim in a part of it that has evidence of its own [EVI10]. It has the
 * annotations of that alone, and what is derived from them; how the sentence stands in review is the same for both.
 */
export interface Subject extends SentenceStatus {
  /** The annotation of the part; null: the whole sentence. */
  readonly part: string | null
}

/** The claims in parts of a sentence, in the order of its annotations. */
export function partsOf({ annotations }: SentenceStatus): readonly Annotation[] {
  return annotations.filter(isOnPart)
}

/**
 * What is worked on: the part that was chosen, else the whole. A sentence whose only evidence is that of a part is worked on
 * by that part, until the whole is chosen.
 */
export function subjectOf(
  status: SentenceStatus,
  chosen: string | null,
  findSource: FindSource,
): Subject {
  const parts = partsOf(status)
  const others = status.annotations.filter((annotation) => !isOnPart(annotation))
  const part =
    parts.find(({ id }) => id === chosen) ??
    (chosen === WHOLE || others.length ? undefined : parts[0])
  if (!parts.length) return { ...status, part: null }
  return {
    ...status,
    ...derived(status, part ? [part] : others, findSource),
    part: part?.id ?? null,
  }
}

/** Chooses the whole sentence, also where only a part of it has evidence. */
export const WHOLE = 'whole'

function derived(
  { sentence }: SentenceStatus,
  annotations: readonly Annotation[],
  findSource: FindSource,
) {
  const sourced = { sentence, annotations }
  const united = unitedAnnotations(sourced)
  return {
    annotations,
    united,
    kind: kindOf(united),
    confidence: confidenceOf(united),
    evidence: evidenceOf(sourced, united, findSource),
    evidenced: isEvidenced(united, findSource),
  }
}

function isOnPart({ sourcedText }: Annotation): boolean {
  return sourcedText?.scope === 'span'
}

/** Some characters of a block's text. */
export interface Stretch {
  readonly blockIndex: number
  readonly from: number
  readonly to: number
}

/** The part of one sentence that a selection covers, without white space around it; null when it is all of one, or of several. */
export function selectedPart(
  sentences: readonly SourcedSentence[],
  selection: Stretch | null,
): Stretch | null {
  if (!selection || selection.from >= selection.to) return null
  const { blockIndex } = selection
  const touched = sentences.filter(
    ({ sentence }) =>
      sentence.blockIndex === blockIndex &&
      sentence.from < selection.to &&
      sentence.to > selection.from,
  )
  const [only] = touched
  if (!only || touched.length > 1) return null
  const { sentence } = only
  const start = Math.max(0, selection.from - sentence.from)
  const words = sentence.text.slice(start, Math.max(0, selection.to - sentence.from))
  const from = sentence.from + start + words.length - words.trimStart().length
  const to = from + words.trim().length
  if (from >= to || (from === sentence.from && to === sentence.to)) return null
  return { blockIndex, from, to }
}

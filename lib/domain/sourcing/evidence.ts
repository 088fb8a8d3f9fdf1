import { normaliseWords } from '#lib/domain/text/normalise.ts'
import type { Annotation, Citation, Confidence, Kind } from './annotation.ts'
import type { FindSource, SourcedSentence } from './article-content.ts'
import { type SourceTrouble, sourceTrouble } from './link-health.ts'

/** The evidence axis of a sentence's status, worst last-but-not-least: see `ORDER`. */
export type Evidence = 'none' | 'exempt' | 'sourced' | 'disputed' | 'changed'

/** A sentence with several annotations shows the first of these that one of them has [EVI5]. */
const ORDER: readonly Evidence[] = ['disputed', 'changed', 'none', 'sourced', 'exempt']

/** Kinds that owe nothing [EVI1]. */
const OWES_NOTHING: readonly Kind[] = ['opinion', 'exempt']

/** Kinds that owe a locator or a passage [EVI2]. */
const OWES_PASSAGE: readonly Kind[] = ['number', 'quote', 'allegation']

const CONFIDENCE_ORDER: readonly Confidence[] = ['disputed', 'unconfirmed', 'likely', 'confirmed']

/** Evidence of a sentence by its annotations, united [EVI9]. Empty ones, on which queries hang, say nothing [EVI6]. */
export function evidenceOf(
  sourced: SourcedSentence,
  annotations: readonly Annotation[],
  findSource: FindSource,
): Evidence {
  const found = evidencesOf(sourced, annotations, findSource)
  return ORDER.find((evidence) => found.includes(evidence)) ?? 'none'
}

/** That of each of them, for what must not stop at the first [GAT2]. */
export function evidencesOf(
  { sentence }: Pick<SourcedSentence, 'sentence'>,
  annotations: readonly Annotation[],
  findSource: FindSource,
): readonly Evidence[] {
  return annotations
    .filter((annotation) => !isEmpty(annotation))
    .map((annotation) => evidenceOfAnnotation(annotation, sentence.text, findSource))
}

function evidenceOfAnnotation(
  annotation: Annotation,
  text: string,
  findSource: FindSource,
): Evidence {
  const live = annotation.citations.filter((citation) => isLive(citation, findSource))
  const contradicted = live.some(({ relation }) => relation === 'contradicts')
  if (contradicted || annotation.confidence === 'disputed') return 'disputed'
  if (wordsChanged(annotation, text)) return 'changed'
  if (sourceTroubles([annotation], findSource).length) return 'changed'
  if (owesNothing(annotation.kind)) return live.length ? 'sourced' : 'exempt'
  return live.some(({ relation }) => relation === 'supports') ? 'sourced' : 'none'
}

/** True when the words differ from those that the evidence was confirmed for [EVI4]. */
export function wordsChanged({ sourcedText }: Annotation, text: string): boolean {
  if (!sourcedText) return false
  const now = normaliseWords(text)
  const then = normaliseWords(sourcedText.exact)
  return sourcedText.scope === 'span' ? !now.includes(then) : now !== then
}

/** What is wrong with live sources that support it: they changed since they were cited, as words do [EVI12]. */
export function sourceTroubles(
  annotations: readonly Annotation[],
  findSource: FindSource,
): readonly SourceTrouble[] {
  const supports = annotations
    .flatMap(({ citations }) => citations)
    .filter((citation) => citation.relation === 'supports' && isLive(citation, findSource))
  return [...new Set(supports.flatMap((citation) => sourceTrouble(citation, findSource) ?? []))]
}

/** A citation counts while its source is known and not retired [EVI3]. */
export function isLive(citation: Citation, findSource: FindSource): boolean {
  const source = findSource(citation.sourceId)
  return source !== undefined && source.retiredAt === null
}

/** The newsroom has written something down about it, which no version says. */
export function isNoted({ annotations }: Pick<SourcedSentence, 'annotations'>): boolean {
  return annotations.some(({ note }) => note.trim() !== '')
}

export function isEmpty(annotation: Annotation): boolean {
  return annotation.kind === null && annotation.citations.length === 0
}

/** Says nothing at all, to readers or to reviewers: what a query makes to hang on [AUT2]. */
export function saysNothing(annotation: Annotation): boolean {
  return isEmpty(annotation) && annotation.confidence === null && annotation.publicNote === ''
}

export function owesNothing(kind: Kind | null): boolean {
  return kind !== null && OWES_NOTHING.includes(kind)
}

/** What stands behind a claim, or against it, can be looked up: a live citation of it has a locator or a passage [COV2]. */
export function isEvidenced(annotations: readonly Annotation[], findSource: FindSource): boolean {
  return annotations.some(({ citations }) =>
    citations.some(
      (citation) =>
        citation.relation !== 'context' &&
        (citation.locator || citation.quote.trim()) &&
        isLive(citation, findSource),
    ),
  )
}

/** True when an annotation's kind owes a locator or a passage that it lacks [EVI2]. */
export function lacksPassage(annotations: readonly Annotation[], findSource: FindSource): boolean {
  return annotations.some(
    (annotation) =>
      annotation.kind !== null &&
      OWES_PASSAGE.includes(annotation.kind) &&
      !isEvidenced([annotation], findSource),
  )
}

/** The kind that a sentence shows: of its annotations the first that owes something, else the first that has one [EVI8]. */
export function kindOf(annotations: readonly Annotation[]): Kind | null {
  const kinds = annotations.flatMap(({ kind }) => kind ?? [])
  return kinds.find((kind) => !owesNothing(kind)) ?? kinds[0] ?? null
}

/** The confidence that a sentence shows: the lowest that was set [EVI7]. */
export function confidenceOf(annotations: readonly Annotation[]): Confidence | null {
  return (
    CONFIDENCE_ORDER.find((word) => annotations.some(({ confidence }) => confidence === word)) ??
    null
  )
}

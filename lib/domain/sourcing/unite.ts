import type { Annotation, Citation } from './annotation.ts'
import type { SourcedSentence } from './article-content.ts'
import { confidenceOf, kindOf, wordsChanged } from './evidence.ts'

/**
 * The annotations of a sentence, those that stand on exactly the same characters as one [EVI9]: two people made them at
 * once. Where they differ, the one shows what the more careful of them says.
 */
export function unitedAnnotations({
  sentence,
  annotations,
}: SourcedSentence): readonly Annotation[] {
  if (!sentence.alike.length) return annotations
  const groups = Map.groupBy(
    annotations,
    ({ id }) => sentence.alike.find((ids) => ids.includes(id))?.[0] ?? id,
  )
  return [...groups.values()].map((group) => unite(group, sentence.text))
}

function unite(group: readonly Annotation[], text: string): Annotation {
  const [first, ...others] = group
  if (!first) throw new Error('A group has an annotation')
  if (!others.length) return first
  const said = (field: 'note' | 'publicNote') =>
    [...new Set(group.map((annotation) => annotation[field]).filter(Boolean))].join('\n')
  return {
    ...first,
    kind: kindOf(group),
    confidence: confidenceOf(group),
    citations: distinct(group.flatMap(({ citations }) => citations)),
    // Who confirmed other words than the other has not confirmed these.
    sourcedText: (group.find((one) => wordsChanged(one, text)) ?? first).sourcedText,
    note: said('note'),
    publicNote: said('publicNote'),
  }
}

/** Two people who attach one source at once mean one citation. */
function distinct(citations: readonly Citation[]): readonly Citation[] {
  const seen = new Map<string, Citation>()
  for (const citation of citations) {
    const { id: _id, ...says } = citation
    const key = JSON.stringify(says)
    if (!seen.has(key)) seen.set(key, citation)
  }
  return [...seen.values()]
}

import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import type { SourcedSentence } from '#lib/domain/sourcing/article-content.ts'
import { isEmpty } from '#lib/domain/sourcing/evidence.ts'
import { fingerprintOf } from '#lib/domain/sourcing/fingerprint.ts'

/**
 * Keys of sentences that a row left alone. A sentence's list of links is made once for its words and kept with its
 * block, so it stands for them here.
 */
const kept = new WeakMap<object, { articleId: string; annotations: readonly Annotation[]; key: string }>()

/**
 * By this a sentence is compared before and after a row [AUT2]: the fingerprint, without what no row of the log
 * changes (revisions of sources) and without the empty annotations that queries hang on.
 */
export function authorshipKeyOf(articleId: string, { sentence, annotations }: SourcedSentence): string {
  const said = annotations.filter((annotation) => !isEmpty(annotation))
  const known = kept.get(sentence.links)
  const same = known?.articleId === articleId && known.annotations.length === said.length
  if (same && known.annotations.every((annotation, at) => annotation === said[at])) return known.key
  const key = fingerprintOf(articleId, { sentence, annotations: said }, () => undefined)
  kept.set(sentence.links, { articleId, annotations: said, key })
  return key
}

import type { SourcedSentence } from '#lib/domain/sourcing/article-content.ts'
import { saysNothing } from '#lib/domain/sourcing/evidence.ts'
import { fingerprintOf } from '#lib/domain/sourcing/fingerprint.ts'

/**
 * By this a sentence is compared before and after a row [AUT2]: the fingerprint, without what no row of the log
 * changes (revisions of sources) and without the empty annotations that queries hang on.
 */
export function authorshipKeyOf(
  articleId: string,
  { sentence, annotations }: SourcedSentence,
): string {
  const said = annotations.filter((annotation) => !saysNothing(annotation))
  return fingerprintOf(articleId, { sentence, annotations: said }, () => undefined)
}

import { findSources } from '#db/repositories/sources.ts'
import type { Edit } from '#lib/collab/ports.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { type Place, placeOfQuote, placeOfSentence } from '#lib/domain/sourcing/place.ts'
import {
  type AnnotationRecord,
  citationKeys,
  sourcedTextKeys,
} from '#lib/domain/sourcing/read-annotation.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { storedLocator } from '#lib/domain/sourcing/timecode.ts'
import type { AnnotationInput } from './annotation-input.ts'
import { type Assessment, assessArticle } from './assess-article.ts'
import type { Context } from './context.ts'
import { currentOf, type ItemResult, refused } from './item-result.ts'
import { holdArticle, openToWrite } from './open-article.ts'

/**
 * Sets the annotation on exactly each sentence or span; other annotations stay. Items stand alone: one that fails
 * does not keep the others from being set.
 */
export async function setAnnotations(
  context: Context,
  actor: Actor,
  articleId: string,
  items: readonly AnnotationInput[],
): Promise<Result<readonly ItemResult[]>> {
  const open = () => openToWrite(context, actor, articleId)
  return holdArticle(context, actor, articleId, open, async (article, held) => {
    const assessment = await assessArticle(context.db, article, held.state.content)
    const sources = await sourcesOf(context, items)
    const batch = new Batch(assessment, sources, context.newId)
    const results = items.map((item) => batch.add(item))
    const state = batch.edits.length ? await held.write(actor.id, batch.edits) : held.state
    const { statuses } = await assessArticle(context.db, article, state.content)
    return ok(results.map((result) => withCurrent(result, statuses)))
  })
}

async function sourcesOf(context: Context, items: readonly AnnotationInput[]) {
  const ids = items.flatMap(({ citations }) => citations.map(({ sourceId }) => sourceId))
  return new Map(
    (await findSources(context.db, [...new Set(ids)])).map((source) => [source.id, source]),
  )
}

function withCurrent(result: ItemResult, statuses: readonly SentenceStatus[]): ItemResult {
  if (result.status !== 200 || !result.annotationId) return result
  const id = result.annotationId
  const status = statuses.find(({ sentence }) => sentence.annotationIds.includes(id))
  return status ? { ...result, current: currentOf(status) } : result
}

class Batch {
  readonly edits: Edit[] = []
  readonly #assessment: Assessment
  readonly #sources: ReadonlyMap<string, Source>
  readonly #newId: () => string
  readonly #taken = new Set<string>()

  constructor(assessment: Assessment, sources: ReadonlyMap<string, Source>, newId: () => string) {
    this.#assessment = assessment
    this.#sources = sources
    this.#newId = newId
  }

  add(item: AnnotationInput): ItemResult {
    const wrong = item.citations
      .map(({ sourceId }) => this.#problemOf(sourceId))
      .find((problem) => problem !== null)
    if (wrong) return refused(422, wrong)
    const found =
      'quote' in item ? this.#byQuote(item.quote) : this.#bySentence(item.index, item.fingerprint)
    if ('status' in found) return found
    const citations = this.#placed(item, found)
    const address = `${found.blockIndex}:${found.from}:${found.to}`
    if (this.#taken.has(address))
      return refused(409, 'This sentence or span is set twice in this call.')
    this.#taken.add(address)
    const annotationId = found.annotationId ?? this.#newId()
    const { blockIndex, from, to } = found
    const span = { blockIndex, from, to }
    this.edits.push({
      type: 'annotate',
      annotationId,
      span,
      record: this.#recordOf({ ...item, citations }, found),
      replace: true,
    })
    return { status: 200, annotationId }
  }

  /** With each place as it is stored. What is no time is kept as it was sent, what stood there before as it stands [EVI15]. */
  #placed({ citations }: AnnotationInput, { annotationId }: Place) {
    const { annotations } = this.#assessment.content
    const before = annotations.get(annotationId ?? '')?.citations ?? []
    return citations.map((citation) => {
      const { locator, sourceId } = citation
      const known = before.some(
        (each) =>
          each.sourceId === sourceId &&
          each.locator?.label === locator?.label &&
          each.locator?.value === locator?.value,
      )
      const kind = this.#sources.get(sourceId)?.kind
      if (!locator || known || !kind) return citation
      return { ...citation, locator: storedLocator(locator, kind) ?? locator }
    })
  }

  #problemOf(sourceId: string): string | null {
    const source = this.#sources.get(sourceId)
    if (!source) return `There is no source ${sourceId} in the registry. Add it first.`
    return source.retiredAt
      ? `The source “${source.title}” has been withdrawn. Cite another.`
      : null
  }

  #bySentence(index: number, fingerprint: string): Place | ItemResult {
    const status = this.#assessment.statuses[index]
    if (!status) return refused(404, `There is no sentence ${index}.`)
    if (status.fingerprint !== fingerprint) {
      return refused(409, 'The sentence has changed since you read it.', currentOf(status))
    }
    return placeOfSentence(this.#assessment.content, status.sentence)
  }

  #byQuote(quote: {
    exact: string
    prefix?: string | undefined
    suffix?: string | undefined
  }): Place | ItemResult {
    const places = placeOfQuote(this.#assessment.content, quote)
    const [place] = places
    if (!place) return refused(404, 'The quoted words are not in the article.')
    if (places.length > 1)
      return refused(409, 'The quoted words stand in several places. Give a prefix or a suffix.')
    return place
  }

  #recordOf(item: AnnotationInput, place: Place): Record<string, string | number | null> {
    const record: Record<string, string | number | null> = {
      kind: item.kind,
      confidence: item.confidence ?? null,
      note: item.note || null,
      publicNote: item.publicNote || null,
      ...sourcedTextKeys(place.words),
    }
    for (const { sourceId, relation, locator, quote, credibility } of item.citations) {
      const id = this.#newId()
      const citation = { id, sourceId, relation, locator: locator ?? null, quote: quote ?? '' }
      Object.assign(record, citationKeys({ ...citation, credibility: credibility ?? null }))
    }
    return record satisfies AnnotationRecord
  }
}

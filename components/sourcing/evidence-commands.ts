import type { Annotator } from '#lib/collab/browser/annotator.ts'
import type { Stretch, Subject } from '#lib/domain/review/parts.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Citation } from '#lib/domain/sourcing/annotation.ts'
import type { FindSource } from '#lib/domain/sourcing/article-content.ts'
import { wordsChanged } from '#lib/domain/sourcing/evidence.ts'
import { type ReadPlace, readPlace } from '#lib/domain/sourcing/read-place.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { lastReason } from './exempt-reason.ts'
import type { SourcingWords } from './use-sourcing-words.ts'
import { locatorWords, shownPlace } from './words.ts'

/** What the commands work on: the sentence that is shown, and the way to the others. */
export interface Desk {
  readonly annotate: Annotator
  readonly statuses: readonly SentenceStatus[]
  readonly status: Subject
  readonly shelf: readonly Source[]
  readonly findSource: FindSource
  readonly select: (index: number) => void
  readonly announce: (words: string) => void
  readonly words: SourcingWords
  /** A source was used: it gets a number of the shelf. */
  readonly touch: (id: string) => void
  /** A source made of an address, or the one that the registry has. */
  readonly sourceAt: (href: string) => Source
}

/** The last sentence before this one that cites something. */
export function sourcedBefore({ statuses, status }: Pick<Desk, 'statuses' | 'status'>) {
  return statuses
    .slice(0, status.sentence.index)
    .findLast(({ annotations }) => annotations.some(({ citations }) => citations.length))
}

export function citationsOf({ annotations }: SentenceStatus): readonly Citation[] {
  return annotations.flatMap(({ citations }) => citations)
}

/** Cites a source; what it says, and where, is added afterwards. */
export function attach({ annotate, status, touch }: Desk, { id }: Source) {
  touch(id)
  annotate.addCitation(status, {
    sourceId: id,
    relation: 'supports',
    locator: null,
    quote: '',
    credibility: null,
  })
}

/** Some words of the sentence get evidence of their own; the annotation that they have then. */
export function startPart({ annotate, announce, words: { t } }: Desk, span: Stretch): string {
  announce(t('did.startedPart'))
  return annotate.startPart(span)
}

/** A passage is one source's own: with another source it has to be found again. */
export function replace({ annotate, status }: Desk, citation: Citation, { id }: Source) {
  annotate.changeCitation(status, { ...citation, sourceId: id, locator: null, quote: '' })
}

export function sameAsBefore(desk: Desk) {
  const { t } = desk.words
  const before = sourcedBefore(desk)
  if (!before) return desk.announce(t('did.noneBefore'))
  desk.annotate.sameAs(desk.status, before)
  goOn(desk, t('did.same', { number: before.sentence.index + 1 }))
}

export function nothingToCheck(desk: Desk) {
  // The reason stands in the newsroom's note: one that is there already says more than ours.
  const note = desk.status.annotations.map((annotation) => annotation.note.trim()).find(Boolean)
  desk.annotate.exempt(desk.status, note ?? lastReason())
  goOn(desk, desk.words.t('did.exempt'))
}

export function stillHolds(desk: Desk) {
  const { status, announce, words } = desk
  const { annotations, sentence, evidence } = status
  const moved = annotations.some((annotation) => wordsChanged(annotation, sentence.text))
  if (evidence !== 'changed' || !moved) return announce(words.t('did.notChanged'))
  desk.annotate.stillHolds(status)
  announce(words.t('did.holds'))
}

export function removeLast(desk: Desk) {
  const { status, findSource, announce, words } = desk
  const last = citationsOf(status).at(-1)
  if (!last) return announce(words.t('did.noneToRemove'))
  desk.annotate.removeCitation(status, last)
  announce(removedWords(words, findSource(last.sourceId)))
}

export function removedWords({ t }: SourcingWords, source: Source | undefined): string {
  return source ? t('did.removed', { title: source.title }) : t('did.removedUnknown')
}

/** The last source contradicts the sentence, or supports it after all. */
export function contradict(desk: Desk) {
  const { status, findSource, announce, words } = desk
  const last = citationsOf(status).at(-1)
  if (!last) return announce(words.t('did.addFirst'))
  const relation = last.relation === 'contradicts' ? 'supports' : 'contradicts'
  desk.annotate.changeCitation(status, { ...last, relation })
  const source = findSource(last.sourceId)
  announce(
    source
      ? words.t(`did.${relation}`, { title: source.title })
      : words.t(`did.${relation}Unknown`),
  )
}

/** Attaches a source; `stay`: the sentence gets another one. */
export function attachAndGo(desk: Desk, source: Source, stay = false) {
  const { t } = desk.words
  const { title } = source
  if (isCited(desk.status, source)) return desk.announce(t('did.alreadyAttached', { title }))
  attach(desk, source)
  const done = t('did.attached', { title })
  if (stay) desk.announce(done)
  else goOn(desk, done)
}

/** What a line says of a place. One that stands there already is kept as it is, however it was written. */
export function placeIn(
  line: string,
  { locator }: Citation,
  source: Source | undefined,
): ReadPlace {
  const isSame = locator && locatorWords(locator) === line.trim()
  return isSame ? { locator, quote: '' } : readPlace(line, source?.kind ?? 'document')
}

/** What the source says, and where; then on. */
export function locate(desk: Desk, citation: Citation, line: string) {
  const { status, findSource, words } = desk
  const { t, evidence } = words
  const { locator, quote, isNoTime } = placeIn(line, citation, findSource(citation.sourceId))
  if (isNoTime) return desk.announce(t('ask.noTime'))
  if (!locator && !quote) return desk.announce(t('did.nothingSaid'))
  const next = { ...citation, locator: locator ?? citation.locator, quote: quote || citation.quote }
  desk.annotate.changeCitation(status, next)
  const place = next.locator && shownPlace(evidence, next.locator)
  goOn(desk, place ? t('fullStop', { words: place }) : t('did.keptPassage'))
}

/** The source of the shelf with this number, from 1. `stay`: the sentence gets another one. */
export function attachNumber(desk: Desk, number: number, stay: boolean) {
  const source = desk.shelf[number - 1]
  if (!source) return desk.announce(desk.words.t('did.noNumber', { number }))
  attachAndGo(desk, source, stay)
}

export function isCited(status: SentenceStatus, { id }: Source): boolean {
  return citationsOf(status).some(({ sourceId }) => sourceId === id)
}

/** To the next sentence, which is named: whoever only listens knows where the keys go. */
function goOn({ statuses, status, select, announce, words }: Desk, done: string) {
  const next = statuses[status.sentence.index + 1]
  if (!next) return announce(`${done} ${words.t('did.wasLast')}`)
  select(next.sentence.index)
  announce(`${done} ${placeWords(words, next, statuses.length)}`)
}

/** `Sentence 4 of 40, untagged.` */
export function placeWords(
  { t }: SourcingWords,
  { sentence, display }: SentenceStatus,
  count: number,
): string {
  const number = sentence.index + 1
  return t('did.now', { number, count, display: t(`asDisplay.${display}`) })
}

import type { List, Words } from '#components/ui/words.ts'
import { partsOf } from '#lib/domain/review/parts.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Citation } from '#lib/domain/sourcing/annotation.ts'
import type { FindSource } from '#lib/domain/sourcing/article-content.ts'
import {
  isLive,
  lacksPassage,
  sourceTroubles,
  wordsChanged,
} from '#lib/domain/sourcing/evidence.ts'
import { changeWords } from './change-words.ts'
import { citationsOf } from './evidence-commands.ts'

type T = Words<'sourcing'>

/** Why a sentence is in the state that it is in, in a sentence or two. */
export function whyOf(t: T, list: List, status: SentenceStatus, findSource: FindSource): string {
  const { display, openQueries, lapsed, approvals } = status
  switch (display) {
    case 'rejected':
    case 'queried':
      return t(`why.${display}`, { name: openQueries.at(-1)?.personName ?? t('reviewer') })
    case 'stale':
      return lapsed ? lapsedWords(t, lapsed.personName, lapsed.text, status.sentence.text) : ''
    case 'changed':
      return changedWords(t, status, findSource)
    case 'disputed':
      return disputedWords(t, list, status, findSource)
    case 'none':
      return missingPart(t, status) ?? missingWords(t, citationsOf(status), findSource)
    case 'approved':
      return t('why.approved', {
        names: list(new Set(approvals.map(({ personName }) => personName))),
      })
    case 'waiting':
      return owed(t, status, findSource) || `${hasWords(t, status)} ${t('why.waits')}`
    case 'exempt':
      return t('why.exempt')
    case 'sourced':
      return owed(t, status, findSource) || hasWords(t, status)
    default:
      return display satisfies never
  }
}

/** A source alone says that somebody looked; a passage or a place in it lets others look too. */
function hasWords(t: T, { evidenced }: SentenceStatus): string {
  return evidenced ? t('why.evidenced') : t('why.notLocated')
}

function lapsedWords(t: T, name: string, before: string, now: string): string {
  return before === now
    ? t('why.otherEvidence', { name })
    : t('why.otherWords', { name, change: changeWords(t, before, now) })
}

/** Words that moved, or a source that did. */
function changedWords(t: T, status: SentenceStatus, findSource: FindSource): string {
  const { annotations, sentence, united } = status
  if (annotations.some((annotation) => wordsChanged(annotation, sentence.text))) {
    const change = changeOf(t, status)
    return change ? t('why.changedTo', { change }) : t('why.changed')
  }
  return sourceTroubles(united, findSource).includes('dead') ? t('why.dead') : t('why.lost')
}

/** `was 412, now 398`; null when a part of a sentence was sourced, which has no words of its own now. */
function changeOf(t: T, { annotations, sentence }: SentenceStatus): string | null {
  const known = annotations.map(({ sourcedText }) => sourcedText).find(Boolean)
  return known?.scope === 'sentence' ? changeWords(t, known.exact, sentence.text) : null
}

function disputedWords(t: T, list: List, status: SentenceStatus, findSource: FindSource): string {
  const titles = citationsOf(status)
    .filter((citation) => citation.relation === 'contradicts' && isLive(citation, findSource))
    .flatMap(({ sourceId }) => findSource(sourceId)?.title ?? [])
  const against = new Set(titles)
  const why = against.size
    ? t('why.contradicted', { names: list(against), count: against.size })
    : t('why.disputed')
  const isNoted = status.annotations.some(({ publicNote }) => publicNote.trim())
  return isNoted ? why : `${why} ${t('why.owesNote')}`
}

/** Of several claims one has nothing yet, and which. */
function missingPart(t: T, status: SentenceStatus): string | null {
  if (!citationsOf(status).length) return null
  const bare = partsOf(status).find(({ citations }) => !citations.length)
  return bare ? t('why.barePart', { words: bare.sourcedText?.exact ?? '' }) : null
}

function missingWords(t: T, citations: readonly Citation[], findSource: FindSource): string {
  if (!citations.length) return t('why.bare')
  const live = citations.filter((citation) => isLive(citation, findSource))
  return live.length ? t('why.contextAlone') : t('why.withdrawn')
}

/** What is missing although a source is there. */
function owed(t: T, status: SentenceStatus, findSource: FindSource): string {
  const isUnsure = status.evidence !== 'exempt' && status.confidence === null
  if (lacksPassage(status.united, findSource))
    return isUnsure ? t('why.neither') : t('why.noPassage')
  return isUnsure ? t('why.noConfidence') : ''
}

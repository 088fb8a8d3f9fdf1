import { partsOf } from '#lib/domain/review/parts.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { changeInWords } from '#lib/domain/review/word-diff.ts'
import type { Citation } from '#lib/domain/sourcing/annotation.ts'
import type { FindSource } from '#lib/domain/sourcing/article-content.ts'
import {
  isLive,
  lacksPassage,
  sourceTroubles,
  wordsChanged,
} from '#lib/domain/sourcing/evidence.ts'
import { citationsOf } from './evidence-commands.ts'

/** Why a sentence is in the state that it is in, in a sentence or two. */
export function whyOf(status: SentenceStatus, findSource: FindSource): string {
  const { display, openQueries, lapsed, approvals } = status
  switch (display) {
    case 'rejected':
    case 'queried':
      return asked(openQueries.at(-1)?.personName ?? 'A reviewer', display)
    case 'stale':
      return lapsed ? lapsedWords(lapsed.personName, lapsed.text, status.sentence.text) : ''
    case 'changed':
      return changedWords(status, findSource)
    case 'disputed':
      return disputedWords(status, findSource)
    case 'none':
      return missingPart(status) ?? missingWords(citationsOf(status), findSource)
    case 'approved':
      return `${names(approvals.map(({ personName }) => personName))} approved these words and this evidence.`
    case 'waiting':
      return owed(status, findSource) || `${hasWords(status)} It waits for a reviewer.`
    case 'exempt':
      return 'It owes the reader no source.'
    case 'sourced':
      return owed(status, findSource) || hasWords(status)
    default:
      return display satisfies never
  }
}

/** A source alone says that somebody looked; a passage or a place in it lets others look too. */
function hasWords({ evidenced }: SentenceStatus): string {
  return evidenced ? 'It has its evidence.' : 'It has a source, without a passage or a place in it.'
}

function asked(who: string, display: 'rejected' | 'queried'): string {
  return display === 'rejected'
    ? `${who} rejected it: change it, and let them approve it.`
    : `${who} asks about it. Answer in the words, the evidence or a note; ${who} closes the query then.`
}

function lapsedWords(who: string, before: string, now: string): string {
  return before === now
    ? `${who} approved it with other evidence.`
    : `${who} approved other words: ${changeInWords(before, now)}.`
}

/** Words that moved, or a source that did. */
function changedWords(status: SentenceStatus, findSource: FindSource): string {
  const { annotations, sentence, united } = status
  if (annotations.some((annotation) => wordsChanged(annotation, sentence.text)))
    return `The words changed since they were sourced${changeOf(status)}.`
  return sourceTroubles(united, findSource).includes('dead')
    ? 'A page that it cites is gone.'
    : 'A page that it cites has changed: the passage is not there any more.'
}

/** `: was 412, now 398`; nothing when a part of a sentence was sourced, which has no words of its own now. */
function changeOf({ annotations, sentence }: SentenceStatus): string {
  const known = annotations.map(({ sourcedText }) => sourcedText).find(Boolean)
  return known?.scope === 'sentence' ? `: ${changeInWords(known.exact, sentence.text)}` : ''
}

function disputedWords(status: SentenceStatus, findSource: FindSource): string {
  const against = citationsOf(status)
    .filter((citation) => citation.relation === 'contradicts' && isLive(citation, findSource))
    .flatMap(({ sourceId }) => findSource(sourceId)?.title ?? [])
  const why = against.length
    ? `${names(against)} ${against.length === 1 ? 'contradicts' : 'contradict'} it.`
    : 'The newsroom calls it disputed.'
  const isNoted = status.annotations.some(({ publicNote }) => publicNote.trim())
  return isNoted ? why : `${why} Readers are owed a note that says so.`
}

/** Of several claims one has nothing yet, and which. */
function missingPart(status: SentenceStatus): string | null {
  if (!citationsOf(status).length) return null
  const bare = partsOf(status).find(({ citations }) => !citations.length)
  return bare ? `Nobody has said yet what “${bare.sourcedText?.exact}” rests on.` : null
}

function missingWords(citations: readonly Citation[], findSource: FindSource): string {
  if (!citations.length) return 'Nobody has said yet what it rests on.'
  const live = citations.filter((citation) => isLive(citation, findSource))
  return live.length
    ? 'Its sources give context, none of them supports it.'
    : 'What it rested on was withdrawn.'
}

/** What is missing although a source is there. */
function owed(status: SentenceStatus, findSource: FindSource): string {
  const missing = [
    lacksPassage(status.united, findSource) && 'a passage or a place in its source',
    status.evidence !== 'exempt' && status.confidence === null && 'how sure we are',
  ].filter((words) => words !== false)
  return missing.length ? `Still missing: ${names(missing)}.` : ''
}

function names(list: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(new Set(list))
}

import { KIND_WORDS } from '#components/sourcing/words.ts'
import type { Comparison, EvidenceChange } from '#lib/domain/history/compare.ts'
import type { Moment } from '#lib/domain/history/moments.ts'
import type { State } from '#lib/domain/review/states.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'

export type Names = Readonly<Record<string, string>>

/** What happened at a moment, as a line. */
export function titleOf(moment: Moment, names: Names): string {
  switch (moment.kind) {
    case 'sitting':
      return listed(moment.people.map((id) => nameOf(names, id)))
    case 'named':
      return moment.name
    case 'published':
      return moment.change === 'retraction' ? 'Retracted' : `Version ${moment.number} published`
    case 'moved':
      return moveWords(moment.from, moment.to)
    case 'restored':
      return moment.blockId === null ? 'An earlier moment restored' : 'A paragraph restored'
    default:
      return moment satisfies never
  }
}

/** What is to be said besides. */
export function detailOf(moment: Moment, names: Names): string {
  if (moment.kind !== 'sitting') return `by ${nameOf(names, moment.personId)}`
  if (moment.from === 1 && moment.seq === 1) return 'the first text'
  const { added, removed } = moment
  const parts = [
    added > 0 && `${counted(added, 'character')} written`,
    removed > 0 && `${removed.toLocaleString('en')} taken away`,
  ].filter(Boolean)
  return parts.join(', ') || 'evidence or formatting changed'
}

export const nameOf = (names: Names, id: string) => names[id] ?? 'Somebody'

function moveWords(from: State, to: State): string {
  if (to === 'inReview') return from === 'published' ? 'Opened for a new version' : 'Sent to review'
  if (to === 'archived') return 'Archived'
  return from === 'archived' ? 'Restored to a draft' : 'Taken back to draft'
}

/** When somebody worked: a day and a time, or from when to when. */
export function timeOf(moment: Moment): string {
  const end = clock(moment.at)
  const day = dayOf(moment.at)
  if (moment.kind !== 'sitting') return `${day}, ${end}`
  const start = clock(moment.since)
  return start === end ? `${day}, ${end}` : `${day}, ${start}–${end}`
}

const clock = (iso: string) =>
  new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

const dayOf = (iso: string) =>
  new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** What changed, counted. */
export function countWords({ wordsAdded, wordsRemoved, blocks, evidence }: Comparison['counts']) {
  const parts = [
    wordsAdded > 0 && `${counted(wordsAdded, 'word')} added`,
    wordsRemoved > 0 && `${counted(wordsRemoved, 'word')} taken away`,
    blocks > 0 && `${counted(blocks, 'paragraph')} new, gone, moved or of another kind`,
    evidence > 0 && `${counted(evidence, 'change')} of evidence`,
  ].filter(Boolean)
  return parts.length ? `${parts.join(', ')}.` : 'Neither words nor evidence changed.'
}

/** What became of the evidence of a sentence. */
export function evidenceWords({ before, after }: EvidenceChange): string {
  if (!before) return `Evidence added: ${saidBy(after)}`
  if (!after) return `Evidence gone: ${saidBy(before)}`
  const [was, is] = [saidBy(before), saidBy(after)]
  return was === is ? `Evidence changed: ${is}` : `Evidence changed from ${was} to ${is}`
}

function saidBy(annotation: Annotation | null): string {
  const { kind = null, citations = [], confidence = null } = annotation ?? {}
  const parts = [
    kind ? KIND_WORDS[kind].toLowerCase() : 'no kind',
    citations.length ? counted(citations.length, 'source') : 'no source',
    confidence,
  ]
  return parts.filter(Boolean).join(', ')
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

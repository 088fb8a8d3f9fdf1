import { KIND_WORDS } from '#components/sourcing/words.ts'
import type {
  Comparison,
  DataField,
  EvidenceChange,
  MomentText,
} from '#lib/domain/history/compare.ts'
import type { Moment } from '#lib/domain/history/moments.ts'
import type { State } from '#lib/domain/review/states.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'

export type Names = Readonly<Record<string, string>>

/** What happened at a moment, as a line. */
export function titleOf(moment: Moment, names: Names): string {
  if (moment.names.length) return moment.names.map(({ name }) => name).join(', ')
  return happenedAt(moment, names)
}

function happenedAt(moment: Moment, names: Names): string {
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
    case 'described':
      return moment.slug === null ? 'Article data changed' : `The address is now /${moment.slug}`
    default:
      return moment satisfies never
  }
}

/** What is to be said besides. */
export function detailOf(moment: Moment, names: Names): string {
  const [given] = moment.names
  if (!given) return doneAt(moment, names)
  const happened =
    moment.kind === 'named' ? '' : `${happenedAt(moment, names)}, ${doneAt(moment, names)}; `
  return `${happened}named by ${nameOf(names, given.personId)} on ${dayOf(given.at)}`
}

function doneAt(moment: Moment, names: Names): string {
  if (moment.kind === 'described' && moment.fields.length)
    return `${listed(moment.fields.map(fieldWords))} by ${nameOf(names, moment.personId)}`
  if (moment.kind !== 'sitting') return `by ${nameOf(names, moment.personId)}`
  if (moment.from === 1 && moment.seq === 1) return 'the first text'
  const { added, removed } = moment
  const parts = [
    added > 0 && `${counted(added, 'character')} written`,
    removed > 0 && `${counted(removed, 'character')} taken away`,
  ].filter(Boolean)
  return parts.join(', ') || 'evidence, formatting or data changed'
}

const FIELDS: Readonly<Record<DataField, string>> = {
  byline: 'byline',
  section: 'section',
  dateline: 'dateline',
  lang: 'language',
}

export const fieldWords = (field: string) => FIELDS[field as DataField] ?? field

export const nameOf = (names: Names, id: string) => names[id] ?? 'Somebody'

const MOVED_TO: Readonly<Partial<Record<State, string>>> = {
  annotated: 'Handed over',
  inReview: 'Sent to review',
  changesRequested: 'Changes requested',
  checked: 'Marked as checked',
  legalRead: 'Sent to the legal read',
  ready: 'Marked as ready',
  archived: 'Archived',
}

function moveWords(from: State, to: State): string {
  if (from === 'archived' && to === 'draft') return 'Restored to a draft'
  if (from === 'published' && to === 'inReview') return 'Opened for a new version'
  return MOVED_TO[to] ?? 'Taken back to draft'
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
export function countWords({
  wordsAdded,
  wordsRemoved,
  blocks,
  evidence,
  data,
}: Comparison['counts']) {
  const parts = [
    wordsAdded > 0 && `${counted(wordsAdded, 'word')} added`,
    wordsRemoved > 0 && `${counted(wordsRemoved, 'word')} taken away`,
    blocks > 0 && `${counted(blocks, 'paragraph')} new, gone, moved or of another kind`,
    evidence > 0 && `${counted(evidence, 'change')} of evidence`,
    data > 0 && `${counted(data, 'change')} of article data`,
  ].filter(Boolean)
  return parts.length ? `${parts.join(', ')}.` : 'Neither words, evidence nor data changed.'
}

/** What became of the evidence of a sentence. */
export function evidenceWords(
  { before, after }: EvidenceChange,
  sources: MomentText['sources'],
): string {
  const said = (annotation: Annotation | null) => saidBy(annotation, sources)
  if (!before) return `Evidence added: ${said(after)}`
  if (!after) return `Evidence gone: ${said(before)}`
  const [was, is] = [said(before), said(after)]
  return was === is ? `Evidence changed: ${is}` : `Evidence changed from ${was} to ${is}`
}

export function saidBy(annotation: Annotation | null, sources: MomentText['sources']): string {
  const { kind = null, citations = [], confidence = null } = annotation ?? {}
  const cited = new Set(citations.map(({ sourceId }) => nameOfSource(sources[sourceId])))
  const parts = [
    kind ? KIND_WORDS[kind].toLowerCase() : 'no kind',
    cited.size ? listed([...cited]) : 'no source',
    confidence,
  ]
  return parts.filter(Boolean).join(', ')
}

const nameOfSource = (name: string | undefined) => (name ? `“${name}”` : 'an unknown source')

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

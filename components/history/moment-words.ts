import type { Comparison, EvidenceChange, MomentText } from '#lib/domain/history/compare.ts'
import type { Moment } from '#lib/domain/history/moments.ts'
import type { State } from '#lib/domain/review/states.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import type { Messages } from '#lib/messages/messages.ts'
import type { HistoryWords } from './use-history-words.ts'

export type Names = Readonly<Record<string, string>>

/** What happened at a moment, as a line. */
export function titleOf(words: HistoryWords, moment: Moment, names: Names): string {
  if (moment.names.length) return words.row(moment.names.map(({ name }) => name))
  return happenedAt(words, moment, names)
}

function happenedAt(words: HistoryWords, moment: Moment, names: Names): string {
  const { t, list } = words
  switch (moment.kind) {
    case 'sitting':
      return list(moment.people.map((id) => nameOf(words, names, id)))
    case 'named':
      return moment.name
    case 'published':
      return moment.change === 'retraction'
        ? t('retracted')
        : t('published', { number: moment.number })
    case 'moved':
      return t(`moved.${moveName(moment.from, moment.to)}`)
    case 'restored':
      return t(moment.blockId === null ? 'momentRestored' : 'paragraphRestored')
    case 'described':
      return moment.slug === null ? t('dataChanged') : t('addressNow', { slug: moment.slug })
    default:
      return moment satisfies never
  }
}

/** What is to be said besides. */
export function detailOf(words: HistoryWords, moment: Moment, names: Names): string {
  const { t, time } = words
  const [given] = moment.names
  const done = doneAt(words, moment, names)
  if (!given) return done
  const named = { name: nameOf(words, names, given.personId), day: time.shortDay(given.at) }
  if (moment.kind === 'named') return t('named', named)
  return t('happenedAndNamed', { happened: happenedAt(words, moment, names), done, ...named })
}

function doneAt(words: HistoryWords, moment: Moment, names: Names): string {
  const { t, list, row } = words
  if (moment.kind !== 'sitting') {
    const name = nameOf(words, names, moment.personId)
    if (moment.kind !== 'described' || !moment.fields.length) return t('by', { name })
    return t('fieldsBy', { fields: list(moment.fields.map((field) => fieldWords(t, field))), name })
  }
  if (moment.from === 1 && moment.seq === 1) return t('firstText')
  const { added, removed } = moment
  const parts = [
    ...(added > 0 ? [t('written', { count: added })] : []),
    ...(removed > 0 ? [t('takenAway', { count: removed })] : []),
  ]
  return row(parts) || t('otherwise')
}

/** One that this page does not know yet keeps its code. */
export function fieldWords(t: HistoryWords['t'], field: string): string {
  const key = `field.${field}` as `field.${keyof Messages['history']['field']}`
  return t.has(key) ? t(key) : field
}

export const nameOf = ({ t }: Pick<HistoryWords, 't'>, names: Names, id: string): string =>
  names[id] ?? t('somebody')

function moveName(from: State, to: State): keyof Messages['history']['moved'] {
  if (from === 'archived' && to === 'draft') return 'restored'
  if (from === 'published' && to === 'inReview') return 'reopened'
  return to === 'scheduled' || to === 'published' || to === 'retracted' ? 'draft' : to
}

/** When somebody worked: a day and a time, or from when to when. */
export const timeOf = ({ time }: Pick<HistoryWords, 'time'>, moment: Moment): string =>
  time.span(moment.kind === 'sitting' ? moment.since : moment.at, moment.at)

const COUNTED = ['wordsAdded', 'wordsRemoved', 'blocks', 'evidence', 'data'] as const

/** What changed, counted. */
export function countWords({ t, row }: HistoryWords, counts: Comparison['counts']): string {
  const parts = COUNTED.filter((what) => counts[what] > 0).map((what) =>
    t(`count.${what}`, { count: counts[what] }),
  )
  return parts.length ? t('counted', { changes: row(parts) }) : t('unchanged')
}

type EvidenceWords = Pick<HistoryWords, 't' | 'list' | 'row'>

/** What became of the evidence of a sentence. */
export function evidenceWords(
  words: EvidenceWords,
  { before, after }: EvidenceChange,
  sources: MomentText['sources'],
): string {
  const { t } = words
  const said = (annotation: Annotation | null) => saidBy(words, annotation, sources)
  if (!before) return t('evidence.added', { said: said(after) })
  if (!after) return t('evidence.gone', { said: said(before) })
  const [was, is] = [said(before), said(after)]
  return was === is ? t('evidence.changed', { said: is }) : t('evidence.changedFrom', { was, is })
}

export function saidBy(
  { t, list, row }: EvidenceWords,
  annotation: Annotation | null,
  sources: MomentText['sources'],
): string {
  const { kind = null, citations = [], confidence = null } = annotation ?? {}
  const nameOfSource = (name: string | undefined) =>
    name ? t('evidence.source', { name }) : t('evidence.unknownSource')
  const cited = new Set(citations.map(({ sourceId }) => nameOfSource(sources[sourceId])))
  return row([
    t(kind ? `evidence.kind.${kind}` : 'evidence.noKind'),
    cited.size ? list(cited) : t('evidence.noSource'),
    ...(confidence ? [t(`evidence.confidence.${confidence}`)] : []),
  ])
}

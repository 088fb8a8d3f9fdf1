'use client'
import { useTranslations } from 'next-intl'
import { evidenceWords, nameOf } from '#components/history/moment-words.ts'
import { type HistoryWords, useHistoryWords } from '#components/history/use-history-words.ts'
import { When } from '#components/ui/when.tsx'
import type { Words } from '#components/ui/words.ts'
import type { FoundSentence, SentenceChange } from '#lib/domain/history/follow.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { changeWords } from './change-words.ts'
import { SentenceHistoryLink } from './sentence-history-link.tsx'
import type { SentenceRecord } from './use-sentence-record.ts'
import type { Sourcing } from './use-sourcing.ts'

interface RecordProps {
  readonly record: SentenceRecord
  readonly sourcing: Sourcing
  readonly status: SentenceStatus
}

/** Who did what to the sentence, and when, by the server's own record. */
export function SentenceRecordList({ record, sourcing, status }: RecordProps) {
  const t = useTranslations('sourcing')
  return (
    <div className="panel-section record">
      <details>
        <summary className="panel-title">{t('record.title')}</summary>
        <Acts record={record} sourcing={sourcing} status={status} />
      </details>
      <SentenceHistoryLink articleId={sourcing.articleId} status={status} />
    </div>
  )
}

function Acts({ record, sourcing, status }: RecordProps) {
  const t = useTranslations('sourcing')
  const history = useHistoryWords()
  if (record === null) return <p className="small muted">{t('record.asking')}</p>
  if (typeof record === 'string') return <p className="small err">{record}</p>
  const acts = actsOf(t, history, record, status, (id) => sourcing.findSource(id)?.title ?? '')
  if (!acts.length) return <p className="small muted">{t('record.nothing')}</p>
  return (
    <ol className="record-list">
      {acts.map((act) => (
        <li key={`${act.at} ${act.who} ${act.words}`}>
          <Act act={act} />
        </li>
      ))}
    </ol>
  )
}

/** What its state rests on: the last that was done to its words or its evidence. */
export function LastAct({ record, sourcing, status }: RecordProps) {
  const t = useTranslations('sourcing')
  const history = useHistoryWords()
  const titleOf = (id: string) => sourcing.findSource(id)?.title ?? ''
  const acts =
    record === null || typeof record === 'string' ? [] : actsOf(t, history, record, status, titleOf)
  const act = acts.find(({ isDecision }) => !isDecision)
  return (
    <p className="small last-act" title={act?.words}>
      {act && <Act act={act} />}
    </p>
  )
}

function Act({ act: { who, at, words } }: { readonly act: ActOnSentence }) {
  return (
    <>
      <b>{who}</b>{' '}
      <span className="small muted">
        <When at={at} />
      </span>{' '}
      <span className="record-words" dir="auto">
        {words}
      </span>
    </>
  )
}

interface ActOnSentence {
  readonly who: string
  readonly at: string
  readonly words: string
  readonly isDecision: boolean
}

/** What was done to it and decided about it, newest first. */
export function actsOf(
  t: Words<'sourcing'>,
  history: HistoryWords,
  { changes, people }: Exclude<SentenceRecord, string | null>,
  { approvals, lapsed, openQueries }: SentenceStatus,
  titleOf: (id: string) => string,
): readonly ActOnSentence[] {
  const done = changes.map((change) => ({
    who: nameOf(history, people, change.personId),
    at: change.at,
    words: whatChanged(t, history, change, titleOf),
    isDecision: false,
  }))
  const decided = (by: { personName: string; at: string }, words: string) => ({
    ...{ who: by.personName, at: by.at, words, isDecision: true },
  })
  const decisions = [
    ...approvals.map((approval) => decided(approval, t('record.approved'))),
    ...(lapsed ? [decided(lapsed, t('record.approvedThen'))] : []),
    ...openQueries.map((query) =>
      decided(query, query.verdict === 'reject' ? t('record.rejected') : t('record.asked')),
    ),
  ]
  return [...done, ...decisions].sort((a, b) => b.at.localeCompare(a.at))
}

/** What was done to it in one moment, in words. */
export function whatChanged(
  t: Words<'sourcing'>,
  history: HistoryWords,
  { before, after }: Pick<SentenceChange, 'before' | 'after'>,
  titleOf: (id: string) => string,
): string {
  if (!after) return t('record.tookOut')
  const words = !before
    ? [t('record.wrote')]
    : before.text === after.text
      ? []
      : [t('record.changedWords', { change: changeWords(t, before.text, after.text) })]
  return (
    [...words, ...evidenceChanged(t, history, before, after, titleOf)].join(' ') ||
    t('record.changed')
  )
}

function evidenceChanged(
  t: Words<'sourcing'>,
  history: HistoryWords,
  before: FoundSentence | null,
  after: FoundSentence,
  titleOf: (id: string) => string,
): readonly string[] {
  const olds = new Map((before?.annotations ?? []).map((each) => [each.id, each]))
  const news = new Map(after.annotations.map((each) => [each.id, each]))
  return [...new Set([...olds.keys(), ...news.keys()])].flatMap((id) => {
    const [was = null, is = null] = [olds.get(id), news.get(id)]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    const cited = [was, is].flatMap((each) => each?.citations ?? [])
    const sources = Object.fromEntries(cited.map(({ sourceId }) => [sourceId, titleOf(sourceId)]))
    const change = { annotationId: id, sentence: after.text, before: was, after: is }
    return [t('fullStop', { words: evidenceWords(history, change, sources) })]
  })
}

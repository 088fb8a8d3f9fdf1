'use client'
import { useEffect, useMemo, useState } from 'react'
import { evidenceWords, nameOf } from '#components/history/moment-words.ts'
import { When } from '#components/ui/when.tsx'
import { historyApi } from '#lib/collab/browser/history-api.ts'
import type { FoundSentence, SentenceChange, SentenceHistory } from '#lib/domain/history/follow.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { changeInWords } from '#lib/domain/review/word-diff.ts'
import { SentenceHistoryLink } from './sentence-history-link.tsx'
import type { Sourcing } from './use-sourcing.ts'

interface SentenceRecordProps {
  readonly sourcing: Sourcing
  readonly status: SentenceStatus
}

/** Who did what to the sentence, and when, by the server's own record. It is asked for when somebody wants to see it. */
export function SentenceRecord({ sourcing, status }: SentenceRecordProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="panel-section record">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="panel-title">Who did what</summary>
        {isOpen && <Changes sourcing={sourcing} status={status} />}
      </details>
      <SentenceHistoryLink articleId={sourcing.articleId} status={status} />
    </div>
  )
}

/** Whoever walks through the sentences asks for none of them. */
const REST_MS = 400

function Changes({ sourcing, status }: SentenceRecordProps) {
  const { articleId, findSource } = sourcing
  const [answer, setAnswer] = useState<{ of: string; found: SentenceHistory | string } | null>(null)
  const { annotationIds, blockId, text } = status.sentence
  const { fingerprint } = status
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the sentence says another thing
  useEffect(() => {
    let isGone = false
    const timer = setTimeout(async () => {
      const trace = { annotationIds, blockId, text }
      const came = await historyApi(articleId).sentence(trace, null)
      if (!isGone) setAnswer({ of: fingerprint, found: came.ok ? came.value : came.message })
    }, REST_MS)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [articleId, fingerprint])
  const titles = useMemo(() => (id: string) => findSource(id)?.title ?? '', [findSource])
  if (answer?.of !== fingerprint) return <p className="small muted">Asking the server…</p>
  if (typeof answer.found === 'string') return <p className="small err">{answer.found}</p>
  const { changes, people } = answer.found
  if (!changes.length) return <p className="small muted">Nothing is recorded yet.</p>
  return (
    <ol className="record-list">
      {changes.map((change) => (
        <li key={`${change.moment.seq} ${change.at}`}>
          <b>{nameOf(people, change.personId)}</b>{' '}
          <span className="small muted">
            <When at={change.at} />
          </span>
          <span className="record-words" dir="auto">
            {whatChanged(change, titles)}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** What was done to it in one moment, in words. */
export function whatChanged(
  { before, after }: Pick<SentenceChange, 'before' | 'after'>,
  titleOf: (id: string) => string,
): string {
  if (!after) return 'Took it out.'
  const words = !before
    ? ['Wrote it.']
    : before.text === after.text
      ? []
      : [`Changed the words: ${changeInWords(before.text, after.text)}.`]
  return [...words, ...evidenceChanged(before, after, titleOf)].join(' ') || 'Changed it.'
}

function evidenceChanged(
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
    return [`${evidenceWords(change, sources)}.`]
  })
}

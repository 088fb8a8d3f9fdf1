'use client'
import { useEffect, useRef } from 'react'
import type { ArticleModel } from '#components/workspace/model.ts'
import { GLYPHS } from '#components/workspace/sentence-marks.ts'
import { DISPLAY_WORDS, type SentenceStatus } from '#lib/domain/review/status.ts'
import { CONFIDENCE_WORDS } from './words.ts'

export interface SentenceListProps {
  readonly model: ArticleModel
  readonly onSelect: (index: number) => void
  /** Keys of the list that the panel answers: the same in both. */
  readonly onKey: (event: React.KeyboardEvent) => boolean
}

/** All sentences of the article, one a row: the place to source them one after the other, with real focus. */
export function SentenceList({ model, onSelect, onKey }: SentenceListProps) {
  const list = useRef<HTMLDivElement>(null)
  const current = model.current ?? 0
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${current}"]`)
    row?.scrollIntoView({ block: 'nearest' })
    const at = document.activeElement
    if (row && (at === document.body || list.current?.contains(at)))
      row.focus({ preventScroll: true })
  }, [current])
  const move = (to: number) => onSelect(Math.max(0, Math.min(model.statuses.length - 1, to)))
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(current + 1),
    ArrowUp: () => move(current - 1),
    Home: () => move(0),
    End: () => move(model.statuses.length - 1),
  }
  if (!model.statuses.length) {
    return (
      <p className="source-empty muted">
        Write or paste the text first: its sentences stand here then.
      </p>
    )
  }
  return (
    <div
      ref={list}
      className="source-list"
      role="grid"
      aria-label="Sentences"
      aria-rowcount={model.statuses.length}
      onKeyDown={(event) => {
        const run = keys[event.key]
        if (run) run()
        if (run || onKey(event)) event.preventDefault()
      }}
    >
      {model.statuses.map((status) => (
        <Row
          key={`${status.sentence.index} ${status.sentence.blockId}`}
          status={status}
          sources={sourcesOf(status, model)}
          active={status.sentence.index === current}
          onSelect={onSelect}
        />
      ))}
    </div>
  )
}

interface RowProps {
  readonly status: SentenceStatus
  readonly sources: readonly string[]
  readonly active: boolean
  readonly onSelect: (index: number) => void
}

function Row({ status, sources, active, onSelect }: RowProps) {
  const { sentence, display, confidence } = status
  const done = display === 'approved' || display === 'exempt'
  const name = `${sentence.index + 1}, ${DISPLAY_WORDS[display]}: ${sentence.text.slice(0, 80)}`
  return (
    <div
      role="row"
      className="source-row"
      data-row={sentence.index}
      data-done={done || undefined}
      aria-selected={active}
      aria-label={name}
      tabIndex={active ? 0 : -1}
      onFocus={() => onSelect(sentence.index)}
      onClick={() => onSelect(sentence.index)}
      onKeyDown={() => undefined}
    >
      <span role="gridcell" className="num muted">
        {sentence.index + 1}
      </span>
      <span role="gridcell" className={`state ink-${GLYPHS[display]}`}>
        <span className={`g g-${GLYPHS[display]}`} aria-hidden="true" />
        {DISPLAY_WORDS[display]}
      </span>
      <span role="gridcell" className="source-text" dir="auto">
        {sentence.text}
      </span>
      <span role="gridcell" className="small">
        {sources.join(', ') || <span className="muted">none yet</span>}
      </span>
      <span role="gridcell" className="small muted">
        {confidence ? CONFIDENCE_WORDS[confidence] : ''}
      </span>
    </div>
  )
}

function sourcesOf(status: SentenceStatus, { findSource }: ArticleModel): readonly string[] {
  if (status.kind === 'exempt') return ['nothing to check']
  const ids = status.annotations.flatMap(({ citations }) =>
    citations.map(({ sourceId }) => sourceId),
  )
  return [...new Set(ids)].map((id) => findSource(id)?.title ?? 'unknown source')
}

'use client'
import { memo, useEffect, useRef } from 'react'
import { ConfidenceLabel } from '#components/ui/confidence-label.tsx'
import { Glyph } from '#components/ui/glyph.tsx'
import { StateLabel } from '#components/ui/state-label.tsx'
import { DISPLAY_WORDS, type SentenceStatus } from '#lib/domain/review/status.ts'
import type { FindSource } from '#lib/domain/sourcing/article-content.ts'
import { isNoted } from '#lib/domain/sourcing/evidence.ts'
import { citationsOf, nothingToCheck, sameAsBefore, sourcedBefore } from './evidence-commands.ts'
import { panelElement, panelKey } from './panel-keys.ts'
import type { Sourcing } from './use-sourcing.ts'

export interface SentenceListProps {
  readonly sourcing: Sourcing
  readonly current: number
  readonly onSelect: (index: number) => void
  readonly onLeave: () => void
}

/** All sentences of the article, one a row: the place to source them one after the other, with real focus. */
export function SentenceList({ sourcing, current, onSelect, onLeave }: SentenceListProps) {
  const list = useRef<HTMLTableElement>(null)
  const { statuses, findSource } = sourcing
  useFollow(list, current)
  const select = useRef(onSelect)
  select.current = onSelect
  const onKeyDown = (event: React.KeyboardEvent) => {
    const to = stepOf(event, current, statuses.length - 1)
    if (to !== null) onSelect(to)
    else if (event.key === 'Escape') onLeave()
    else if (event.key === 'Enter' && !isButton(event.target)) panelElement()?.focus()
    else if (!panelKey(event, sourcing, 'list')) return
    event.preventDefault()
  }
  return (
    <table
      ref={list}
      className="source-list"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows take the focus is a grid
      role="grid"
      aria-label="Sentences"
      aria-rowcount={statuses.length}
      onKeyDown={onKeyDown}
    >
      <tbody>
        {statuses.map((status) => (
          <Row
            key={`${status.sentence.index} ${status.sentence.blockId}`}
            status={status}
            sources={sourcesOf(status, findSource)}
            isActive={status.sentence.index === current}
            select={select}
          >
            {status.sentence.index === current && <RowActions sourcing={sourcing} />}
          </Row>
        ))}
      </tbody>
    </table>
  )
}

/** The row of the sentence is in view, and has the focus when the list has it or nothing has. */
function useFollow(list: React.RefObject<HTMLElement | null>, current: number) {
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${current}"]`)
    row?.scrollIntoView({ block: 'nearest' })
    const at = document.activeElement
    if (row && (at === document.body || list.current?.contains(at)))
      row.focus({ preventScroll: true })
  }, [current, list])
}

function stepOf({ key }: React.KeyboardEvent, current: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, current + 1)
    case 'ArrowUp':
      return Math.max(0, current - 1)
    case 'PageDown':
      return Math.min(last, current + PAGE)
    case 'PageUp':
      return Math.max(0, current - PAGE)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

const PAGE = 10

function isButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button') !== null
}

interface RowProps {
  readonly status: SentenceStatus
  readonly sources: string
  readonly isActive: boolean
  readonly select: React.RefObject<(index: number) => void>
  readonly children: React.ReactNode
}

const Row = memo(function Row({ status, sources, isActive, select, children }: RowProps) {
  const { sentence, display, evidence, confidence } = status
  const isDone = display === 'approved' || display === 'exempt'
  const noted = isNoted(status)
  const number = sentence.index + 1
  return (
    <tr
      className="source-row"
      data-row={sentence.index}
      data-done={isDone || undefined}
      aria-rowindex={number}
      aria-selected={isActive}
      aria-label={`${number}, ${DISPLAY_WORDS[display]}: ${sentence.text.slice(0, 80)}. ${sources}${noted ? '. Has an internal note' : ''}`}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => {
        if (!isActive) select.current(sentence.index)
      }}
    >
      <td className="num muted">{number}</td>
      <td className="small">
        <StateLabel display={display} />
        {noted && (
          <span className="noted muted">
            <Glyph name="note" />
            Note
          </span>
        )}
      </td>
      <td className="source-text" dir="auto">
        {sentence.text}
        {children}
      </td>
      <td className="source-names small" dir="auto">
        {sources || (
          <span className="muted">{evidence === 'exempt' ? 'none needed' : 'none yet'}</span>
        )}
      </td>
      <td className="small muted">
        {confidence && display !== 'exempt' && <ConfidenceLabel confidence={confidence} />}
      </td>
    </tr>
  )
})

/** The two steps that most sentences without a source need, under the finger. */
function RowActions({ sourcing }: Pick<SentenceListProps, 'sourcing'>) {
  const { status, statuses, editable, act } = sourcing
  if (!editable || status?.evidence !== 'none') return null
  const before = sourcedBefore({ statuses, status })
  return (
    <span className="row-actions">
      {before && (
        <button type="button" className="btn sm" onClick={() => act(sameAsBefore)}>
          <kbd>Space</kbd> Same as {before.sentence.index + 1}
        </button>
      )}
      <button type="button" className="btn sm" onClick={() => act(nothingToCheck)}>
        <kbd>X</kbd> Nothing to check
      </button>
    </span>
  )
}

function sourcesOf(status: SentenceStatus, findSource: FindSource): string {
  const ids = new Set(citationsOf(status).map(({ sourceId }) => sourceId))
  return [...ids].map((id) => findSource(id)?.title ?? 'unknown source').join(', ')
}

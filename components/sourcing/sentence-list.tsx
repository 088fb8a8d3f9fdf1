'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { CommandId } from '#components/keys/key-table.ts'
import { KeyOf } from '#components/keys/key-words.tsx'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { recordOf } from '#lib/domain/sourcing/source.ts'
import { citationsOf, sameAsBefore, sourcedBefore } from './evidence-commands.ts'
import { OpenQuestion } from './open-question.tsx'
import { isField, panelKey, paste, runCommand } from './panel-keys.ts'
import { panelElement } from './rest-focus.ts'
import { type RowSource, SentenceRow } from './sentence-row.tsx'
import type { Sourcing } from './use-sourcing.ts'
import { useSwipe } from './use-swipe.ts'
import { shownPlace } from './words.ts'

export interface SentenceListProps {
  readonly sourcing: Sourcing
  readonly current: number
  readonly onSelect: (index: number) => void
  readonly onLeave: () => void
}

/** All sentences of the article, one a row: the place to source them one after the other, with real focus. */
export function SentenceList({ sourcing, current, onSelect, onLeave }: SentenceListProps) {
  const t = useTranslations('sourcing')
  const list = useRef<HTMLTableElement>(null)
  const { statuses } = sourcing
  useFollow(list, current)
  const select = useRef(onSelect)
  select.current = onSelect
  const onKeyDown = (event: React.KeyboardEvent) => {
    // What is asked in a row has keys of its own.
    if (isField(event.target)) return
    const to = stepOf(event, current, statuses.length - 1)
    if (to !== null) onSelect(to)
    else if (event.key === 'Escape' && sourcing.asking) sourcing.stopAsking()
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
      aria-label={t('list.title')}
      aria-rowcount={statuses.length}
      {...useSwipe(sourcing.step)}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        if (isField(event.target)) return
        if (paste(event.clipboardData, sourcing, 'list')) event.preventDefault()
      }}
    >
      <tbody>
        {statuses.map((status) => (
          <SentenceRow
            key={`${status.sentence.index} ${status.sentence.blockId}`}
            status={status}
            sources={sourcesOf(status, sourcing)}
            isActive={status.sentence.index === current}
            select={select}
          >
            {status.sentence.index === current && (
              <>
                <RowActions sourcing={sourcing} />
                <OpenQuestion sourcing={sourcing} at="list" />
              </>
            )}
          </SentenceRow>
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

/** The steps that a sentence needs most often, under the finger. */
function RowActions({ sourcing }: Pick<SentenceListProps, 'sourcing'>) {
  const t = useTranslations('sourcing')
  const { status, statuses, editable, act, asking } = sourcing
  if (!editable || !status || asking) return null
  const before = sourcedBefore({ statuses, status })
  const run = (id: CommandId) => () => runCommand(id, sourcing, 'list')
  if (status.evidence !== 'none')
    return (
      <span className="row-actions">
        {citationsOf(status).length > 0 && (
          <Action command="locate" words={t('quick.locate')} onPress={run('locate')} />
        )}
        {status.kind === 'exempt' ? (
          <Action command="kind" words={t('quick.kind')} onPress={run('kind')} />
        ) : (
          <Action command="confidence" words={t('quick.confidence')} onPress={run('confidence')} />
        )}
      </span>
    )
  return (
    <span className="row-actions">
      {before && (
        <Action
          command="same"
          words={t('quick.sameAs', { number: before.sentence.index + 1 })}
          onPress={() => act(sameAsBefore, 'removed')}
        />
      )}
      <Action command="paste" words={t('quick.paste')} onPress={run('paste')} />
      <Action command="exempt" words={t('quick.exempt')} onPress={run('exempt')} />
      <Action command="search" words={t('quick.search')} onPress={run('search')} />
    </span>
  )
}

interface ActionProps {
  readonly command: CommandId
  readonly words: string
  readonly onPress: () => void
}

function Action({ command, words, onPress }: ActionProps) {
  return (
    <button type="button" className="btn sm" onClick={onPress}>
      <KeyOf command={command} /> {words}
    </button>
  )
}

function sourcesOf(
  status: SentenceStatus,
  { findSource, shelf, words }: Sourcing,
): readonly RowSource[] {
  return citationsOf(status).map(({ id, sourceId, locator, quote, relation }) => {
    const source = findSource(sourceId)
    return {
      id,
      title: source?.title ?? words.t('unknownSource'),
      number: source ? shelf.findIndex((known) => known.id === recordOf(source)) + 1 : 0,
      isLocated: locator !== null || quote !== '',
      where: locator ? shownPlace(words.evidence, locator) : '',
      contradicts: relation === 'contradicts',
    }
  })
}

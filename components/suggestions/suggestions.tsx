'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef } from 'react'
import { commandAt } from '#components/keys/chords.ts'
import { KeyOf } from '#components/keys/key-words.tsx'
import { useKeptFocus } from '#components/ui/use-kept-focus.ts'
import type { Proposal } from '#lib/domain/text/proposals.ts'
import type { SuggestControl } from './suggest-control.ts'
import { SuggestionItem } from './suggestion-item.tsx'

interface SuggestionsProps {
  readonly control: SuggestControl
  /** Back to the text. */
  readonly onLeave: () => void
}

/** What is suggested, in the order of the text, to be accepted or rejected one by one or all of a person. */
export function Suggestions({ control, onLeave }: SuggestionsProps) {
  const t = useTranslations('suggestions')
  const { proposals } = control
  const panel = useRef<HTMLElement>(null)
  const onFocus = useKeptFocus(panel)
  return (
    <section
      ref={panel}
      className="panel-body suggestions"
      tabIndex={-1}
      aria-label={t('title')}
      data-panel="suggestions"
      onFocus={onFocus}
      onKeyDown={(event) => onKey(event, control, onLeave)}
    >
      {proposals.length ? (
        <>
          <People control={control} />
          <ul className="suggestion-list">
            {proposals.map((proposal) => (
              <SuggestionItem key={proposal.id} proposal={proposal} control={control} />
            ))}
          </ul>
          {control.maySettle && (
            <p className="muted small suggestion-keys">
              <KeysInWords />
            </p>
          )}
        </>
      ) : (
        <p className="muted comments-empty">{t('none')}</p>
      )}
    </section>
  )
}

function KeysInWords() {
  const t = useTranslations('suggestions')
  return t.rich('keys', {
    last: () => <KeyOf command="lastInList" />,
    next: () => <KeyOf command="nextInList" />,
    accept: () => <KeyOf command="acceptInList" />,
    reject: () => <KeyOf command="rejectInList" />,
    nextInText: () => <KeyOf command="nextSuggestion" />,
    acceptInText: () => <KeyOf command="acceptSuggestion" />,
    rejectInText: () => <KeyOf command="rejectSuggestion" />,
  })
}

/** Keys of the list: single letters are safe here, nothing is written. */
function onKey(event: KeyboardEvent, control: SuggestControl, onLeave: () => void) {
  if (event.defaultPrevented) return
  const command = commandAt('suggestions', event.nativeEvent)
  const { proposals, current, choose, settle, maySettle } = control
  const at = proposals.findIndex(({ id }) => id === current)
  const chosen = proposals[at]
  const step = command === 'nextInList' ? 1 : command === 'lastInList' ? -1 : 0
  if (event.key === 'Escape') onLeave()
  else if (step) choose(proposals[Math.max(0, Math.min(at + step, proposals.length - 1))]?.id ?? '')
  else if (command === 'acceptInList' && chosen && maySettle) settle([chosen.id], 'accept')
  else if (command === 'rejectInList' && chosen && (maySettle || chosen.personId === control.meId))
    settle([chosen.id], 'reject')
  else return
  event.preventDefault()
}

/** All that one person suggests, at once; shown where it saves anything. */
function People({ control }: Pick<SuggestionsProps, 'control'>) {
  const t = useTranslations('suggestions')
  const { proposals, nameOf, settle, maySettle, meId } = control
  const byPerson = Map.groupBy(proposals, ({ personId }) => personId)
  const groups = [...byPerson].filter(
    ([personId, own]) => own.length > 1 && (maySettle || personId === meId),
  )
  if (!groups.length) return null
  const ids = (own: readonly Proposal[]) => own.map(({ id }) => id)
  return (
    <ul className="suggestion-people">
      {groups.map(([personId, own]) => (
        <li key={personId}>
          <span>
            <b>{personId === meId ? t('you') : nameOf(personId)}</b>{' '}
            <span className="muted">{t('count', { count: own.length })}</span>
          </span>
          <span className="suggestion-buttons">
            {maySettle && (
              <button type="button" className="btn sm" onClick={() => settle(ids(own), 'accept')}>
                {t('acceptAll')}
              </button>
            )}
            <button
              type="button"
              className="btn quiet sm"
              onClick={() => settle(ids(own), 'reject')}
            >
              {personId === meId ? t('takeAllBack') : t('rejectAll')}
            </button>
          </span>
        </li>
      ))}
    </ul>
  )
}

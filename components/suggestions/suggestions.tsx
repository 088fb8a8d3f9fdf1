'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef } from 'react'
import { commandAt } from '#components/keys/chords.ts'
import { Fetching, later } from '#components/ui/later.tsx'
import { useKeptFocus } from '#components/ui/use-kept-focus.ts'
import type { SuggestControl } from './suggest-control.ts'

const SuggestionBody = later(
  async () => (await import('./suggestion-body.tsx')).SuggestionBody,
  (waiting) => <Fetching {...waiting} />,
)

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
        <SuggestionBody control={control} />
      ) : (
        <p className="muted comments-empty">{t('none')}</p>
      )}
    </section>
  )
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

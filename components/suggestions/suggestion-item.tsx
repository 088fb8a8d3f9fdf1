'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Avatar } from '#components/ui/avatar.tsx'
import type { Proposal } from '#lib/domain/text/proposals.ts'
import type { SuggestControl } from './suggest-control.ts'

interface ItemProps {
  readonly proposal: Proposal
  readonly control: SuggestControl
}

/** One suggestion: who, what, and the two ways to settle it. */
export function SuggestionItem({ proposal, control }: ItemProps) {
  const t = useTranslations('suggestions')
  const { id, personId } = proposal
  const { nameOf, saidBy, wordsOf, meId, maySettle, current, choose, settle } = control
  const isCurrent = current === id
  const isMine = personId === meId
  const head = useRef<HTMLButtonElement>(null)
  // The list goes along with the choice, and the focus with the list: not when it is in the text.
  useEffect(() => {
    const list = head.current?.closest('.suggestions')
    if (!isCurrent || !list) return
    if (list.contains(document.activeElement)) head.current?.focus()
    else head.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const said = saidBy(id)
  const name = isMine ? t('you') : nameOf(personId)
  return (
    <li className="suggestion" data-current={isCurrent || undefined}>
      <button
        ref={head}
        type="button"
        className="suggestion-head"
        aria-current={isCurrent || undefined}
        onClick={() => choose(id)}
      >
        <span className="suggestion-who">
          <Avatar person={{ id: personId, name: nameOf(personId) }} />
          <b>
            <bdi>{name}</bdi>
          </b>
          {said && <span className="muted">{t('saidBy', { name: said })}</span>}
        </span>
        <span className="suggestion-words" dir="auto">
          {wordsOf(proposal)}
        </span>
      </button>
      {(maySettle || isMine) && (
        <span className="suggestion-buttons">
          {maySettle && (
            <button type="button" className="btn sm" onClick={() => settle([id], 'accept')}>
              {t('accept')}
            </button>
          )}
          <button type="button" className="btn quiet sm" onClick={() => settle([id], 'reject')}>
            {isMine ? t('takeBack') : t('reject')}
          </button>
        </span>
      )}
    </li>
  )
}

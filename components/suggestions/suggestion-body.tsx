'use client'
import { useTranslations } from 'next-intl'
import { KeyOf } from '#components/keys/key-words.tsx'
import type { Proposal } from '#lib/domain/text/proposals.ts'
import type { SuggestControl } from './suggest-control.ts'
import { SuggestionItem } from './suggestion-item.tsx'

interface BodyProps {
  readonly control: SuggestControl
}

/** The proposals, and by which keys they are settled. */
export function SuggestionBody({ control }: BodyProps) {
  const { proposals } = control
  return (
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

/** All that one person suggests, or brought of one whom the document names, at once; shown where it saves anything. */
function People({ control }: BodyProps) {
  const t = useTranslations('suggestions')
  const { proposals, nameOf, saidBy, settle, maySettle, meId } = control
  const groups = [...Map.groupBy(proposals, ({ personId }) => personId)].flatMap(
    ([personId, own]) =>
      [...Map.groupBy(own, ({ id }) => saidBy(id))]
        .map(([said, some]) => ({ personId, said, own: some }))
        .filter((group) => group.own.length > 1 && (maySettle || personId === meId)),
  )
  if (!groups.length) return null
  const ids = (own: readonly Proposal[]) => own.map(({ id }) => id)
  return (
    <ul className="suggestion-people">
      {groups.map(({ personId, said, own }) => (
        <li key={`${personId} ${said}`}>
          <span>
            <b>{personId === meId ? t('you') : nameOf(personId)}</b>{' '}
            {said && <span className="muted">{t('saidBy', { name: said })} </span>}
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

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '#components/ui/field.tsx'
import type { Outcome } from '#lib/domain/review/decisions.ts'
import { outcomeOf, outcomesFor } from '#lib/domain/review/outcomes.ts'
import type { OneQuestionProps } from './question-props.ts'

/** Asks for the outcome, and for the reason where one is owed; the one that the words say is chosen first. */
export function CloseQuestion(props: OneQuestionProps) {
  const t = useTranslations('questions')
  const { query, fingerprint, model } = props
  const [isAsking, setAsking] = useState(false)
  const what = query.verdict === 'reject' ? 'rejection' : 'query'
  if (!isAsking) {
    return (
      <button type="button" className="btn sm" onClick={() => setAsking(true)}>
        {t(`close.${what}`)}
      </button>
    )
  }
  const mine = query.personId === model.me.id
  return (
    <ClosingForm
      {...props}
      {...{ what, mine }}
      suggested={outcomeOf(query, fingerprint)}
      onLeave={() => setAsking(false)}
    />
  )
}

interface ClosingFormProps extends OneQuestionProps {
  readonly what: 'rejection' | 'query'
  readonly mine: boolean
  readonly suggested: Outcome
  readonly onLeave: () => void
}

function ClosingForm(props: ClosingFormProps) {
  const t = useTranslations('questions')
  const ui = useTranslations('ui')
  const terms = useTranslations('terms')
  const { query, model, what, mine, suggested, onLeave } = props
  const [outcome, setOutcome] = useState(suggested)
  const [reason, setReason] = useState('')
  // A chief who closes somebody else's question, or answers for what is not confirmed, says why; it is logged.
  const isOwed = !mine || outcome === 'overridden'
  const { error, isBusy, close } = useClosing(props, { outcome, reason, isOwed })
  const label = mine ? t('close.why') : t(`close.whyOthers.${what}`, { name: query.personName })
  return (
    <form
      className="close-query"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void close()
      }}
    >
      <Field label={t('close.how')}>
        {(control) => (
          <select
            {...control}
            className="input"
            // biome-ignore lint/a11y/noAutofocus: opened on request, to be chosen from
            autoFocus
            value={outcome}
            onChange={(event) => setOutcome(event.target.value as Outcome)}
          >
            {outcomesFor(model.facts.rights.overrule).map((each) => (
              <option key={each} value={each}>
                {terms(`outcome.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={label} optional={!isOwed} error={error}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            dir="auto"
            maxLength={2_000}
            value={reason}
            required={isOwed}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="wrap">
        <button type="submit" className="btn primary sm" aria-disabled={isBusy}>
          {t(`close.${what}`)}
        </button>
        <button type="button" className="btn sm" onClick={onLeave}>
          {ui('cancel')}
        </button>
      </div>
    </form>
  )
}

interface Wish {
  readonly outcome: Outcome
  readonly reason: string
  readonly isOwed: boolean
}

function useClosing({ query, actions, what }: ClosingFormProps, { outcome, reason, isOwed }: Wish) {
  const t = useTranslations('questions')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const close = async () => {
    if (isBusy) return
    if (isOwed && !reason.trim()) return setError(t('close.noReason'))
    setBusy(true)
    const answer = await actions.closeQuery(query.id, { outcome, reason: reason.trim() })
    setBusy(false)
    if (!answer.ok) return setError(answer.message)
    actions.announce(t(`close.done.${what}`))
  }
  return { isBusy, error, close }
}

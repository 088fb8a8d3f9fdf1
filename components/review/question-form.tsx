import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Field } from '#components/ui/field.tsx'
import type { Draft } from './use-draft.ts'

export interface QuestionFormProps {
  readonly draft: Draft
  readonly error: string | null
  readonly isBusy: boolean
  readonly onWrite: (note: string) => void
  readonly onSend: () => void
  /** Closes the form and keeps what was written. */
  readonly onHide: () => void
  readonly onDiscard: () => void
}

/** The note that a query or a rejection needs. What is typed stays until it is sent or discarded. */
export function QuestionForm(props: QuestionFormProps) {
  const { draft, error, isBusy, onWrite, onSend, onHide, onDiscard } = props
  const t = useTranslations('review.question')
  const field = useRef<HTMLTextAreaElement>(null)
  const { verdict, status } = draft
  const label = status
    ? t(`${verdict}.label`, { number: status.sentence.index + 1 })
    : t(`${verdict}.labelGone`)
  // Opened on request, to be typed into; and again where the words are missing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: an error moves the focus too
  useEffect(() => field.current?.focus(), [verdict, error])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onHide()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      className="question"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <Field label={label} hint={t(`${verdict}.hint`)} error={error}>
        {(control) => (
          <textarea
            {...control}
            ref={field}
            className="input"
            required
            rows={3}
            maxLength={10_000}
            value={draft.note}
            onChange={(event) => onWrite(event.target.value)}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <div className="wrap">
        {status && (
          <button type="submit" className="btn primary" aria-disabled={isBusy}>
            {t(`${verdict}.send`)}
          </button>
        )}
        <button type="button" className="btn" onClick={onDiscard}>
          {t('discard')}
        </button>
        {!status && <span className="muted small">{t('gone')}</span>}
      </div>
    </form>
  )
}

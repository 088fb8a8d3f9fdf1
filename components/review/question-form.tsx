import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Field } from '#components/ui/field.tsx'
import type { Asking, Draft } from './use-draft.ts'

const WORDS: Readonly<Record<Asking, { label: string; hint: string; send: string }>> = {
  query: {
    label: 'What you ask about sentence',
    hint: 'It stays open until you close it. Everybody who works on the article reads it.',
    send: 'Send query',
  },
  reject: {
    label: 'Why you reject sentence',
    hint: 'The sentence is not published until you take this back. Everybody who works on the article reads it.',
    send: 'Reject',
  },
}

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
  const field = useRef<HTMLTextAreaElement>(null)
  const words = WORDS[draft.verdict]
  const number = draft.status ? ` ${draft.status.sentence.index + 1}` : ''
  // Opened on request, to be typed into; and again where the words are missing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: an error moves the focus too
  useEffect(() => field.current?.focus(), [draft.verdict, error])

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
      <Field label={`${words.label}${number}`} hint={words.hint} error={error}>
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
        {draft.status && (
          <button type="submit" className="btn primary" aria-disabled={isBusy}>
            {words.send}
          </button>
        )}
        <button type="button" className="btn" onClick={onDiscard}>
          Discard
        </button>
        {!draft.status && (
          <span className="muted small">The sentence that this was about is gone.</span>
        )}
      </div>
    </form>
  )
}

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { MESSAGE_LENGTH } from '#lib/domain/talk/thread.ts'
import type { OneQuestionProps } from './question-props.ts'
import { useKeptText } from './use-kept-text.ts'

type AnswerQuestionProps = Pick<OneQuestionProps, 'query' | 'model' | 'actions'>

/** Says something about a question; the raiser adds to it. What is typed stays until it is sent. */
export function AnswerQuestion({ query, model, actions }: AnswerQuestionProps) {
  const t = useTranslations('questions')
  const [text, write] = useKeptText(query.id)
  const [isOpen, setOpen] = useState(text !== '')
  const mine = query.personId === model.me.id
  if (!isOpen) {
    return (
      <button type="button" className="btn sm" onClick={() => setOpen(true)}>
        {mine ? t('answer.add') : t('answer.open')}
      </button>
    )
  }
  return <AnswerForm {...{ query, actions, mine, text, write, setOpen }} />
}

interface AnswerFormProps extends Pick<OneQuestionProps, 'query' | 'actions'> {
  readonly mine: boolean
  readonly text: string
  readonly write: (text: string) => void
  readonly setOpen: (isOpen: boolean) => void
}

function AnswerForm(props: AnswerFormProps) {
  const t = useTranslations('questions')
  const { query, mine, text, write, setOpen } = props
  const name = query.personName
  const { error, isBusy, send } = useSending(props)
  return (
    <form
      className="close-query"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Field
        label={mine ? t('answer.more') : t('answer.toPerson', { name })}
        hint={mine ? t('answer.writersRead') : t('answer.putsOnTurn', { name })}
        error={error}
      >
        {(control) => (
          <textarea
            {...control}
            className="input"
            dir="auto"
            data-sends=""
            rows={3}
            maxLength={MESSAGE_LENGTH}
            // biome-ignore lint/a11y/noAutofocus: opened on request, to be typed into
            autoFocus
            value={text}
            onChange={(event) => write(event.target.value)}
            onKeyDown={keysOf(send, () => setOpen(false))}
          />
        )}
      </Field>
      <div className="wrap">
        <button type="submit" className="btn primary sm" aria-disabled={isBusy || !text.trim()}>
          {t('answer.send')}
        </button>
        <button
          type="button"
          className="btn sm"
          onClick={() => {
            write('')
            setOpen(false)
          }}
        >
          {t('answer.discard')}
        </button>
      </div>
    </form>
  )
}

/** Ctrl Enter sends, Escape closes the field and keeps what is in it. */
const keysOf = (send: () => Promise<void>, leave: () => void) => (event: KeyboardEvent) => {
  if (event.nativeEvent.isComposing) return
  if (event.key === 'Escape') leave()
  else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** Sends once at a time; a refusal is said beside the field and leaves every word in it. */
function useSending({ query, actions, text, write, setOpen }: AnswerFormProps) {
  const t = useTranslations('questions')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const send = async () => {
    if (isBusy || !text.trim()) return
    setBusy(true)
    const answer = await actions.answerQuery(query.id, text)
    setBusy(false)
    if (!answer.ok) return setError(answer.message)
    setError(null)
    write('')
    setOpen(false)
    actions.announce(t('answer.sent'))
  }
  return { isBusy, error, send }
}

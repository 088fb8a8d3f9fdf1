'use client'
import { useTranslations } from 'next-intl'
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import { announce } from '#components/ui/announce.ts'
import { Field, type FieldControl } from '#components/ui/field.tsx'
import type { Named } from '#lib/domain/talk/mentions.ts'
import { MESSAGE_LENGTH } from '#lib/domain/talk/thread.ts'
import { NameList, type Naming, useNaming } from './name-list.tsx'

export interface MessageFormProps {
  readonly label: string
  readonly sendWords: string
  readonly text: string
  readonly people: readonly Named[]
  /** Why nothing can be sent now. */
  readonly offline: string | null
  /** Takes the focus when it appears, and again when this changes. */
  readonly focusOn?: unknown
  readonly onWrite: (text: string) => void
  readonly onSend: () => Promise<string | null>
  /** Escape: what is written stays. */
  readonly onLeave: () => void
  readonly onDiscard?: () => void
  /** Another way out, beside the one that sends. */
  readonly more?: ReactNode
}

/** Something to say. What is typed stays until it is sent or thrown away. */
export function MessageForm(props: MessageFormProps) {
  const t = useTranslations('threads')
  const { label, sendWords, text, people, offline, onWrite, onDiscard, more } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const { error, isBusy, send } = useSending(props)
  const naming = useNaming(field, text, people, onWrite)
  useFocusOn(field, props.focusOn)
  const hint = offline ?? t('hint')
  return (
    <form className="message-form" noValidate onSubmit={send}>
      <Field label={label} hint={hint} error={offline ? null : error}>
        {(control) => (
          <>
            <MessageField {...props} {...{ control, field, naming, send }} />
            {naming.found.length > 0 && <NameList naming={naming} />}
          </>
        )}
      </Field>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: while names are listed the field keeps the focus, or the list and the button under the finger would move */}
      <div
        className="wrap"
        onMouseDown={(event) => naming.found.length > 0 && event.preventDefault()}
      >
        <button
          type="submit"
          className="btn primary sm"
          aria-disabled={isBusy || offline !== null || !text.trim()}
        >
          {sendWords}
        </button>
        {onDiscard && (
          <button type="button" className="btn sm" onClick={onDiscard}>
            {t('discard')}
          </button>
        )}
        {more}
      </div>
    </form>
  )
}

interface MessageFieldProps extends MessageFormProps {
  readonly control: FieldControl
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly naming: Naming
  readonly send: (event: { preventDefault: () => void }) => void
}

function MessageField({ control, field, naming, send, text, onLeave }: MessageFieldProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (naming.key(event.key)) event.preventDefault()
    else if (event.key === 'Escape') onLeave()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <textarea
      {...control}
      {...naming.control}
      ref={field}
      className="input"
      dir="auto"
      data-sends=""
      rows={3}
      maxLength={MESSAGE_LENGTH}
      value={text}
      onChange={(event) => naming.type(event.target.value)}
      onSelect={naming.follow}
      onBlur={naming.close}
      onKeyDown={onKeyDown}
    />
  )
}

/** Sends once at a time; a refusal is said beside the field and leaves every word in it. */
function useSending({ text, offline, onSend }: MessageFormProps) {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const send = async (event: FormEvent | { preventDefault: () => void }) => {
    event.preventDefault()
    if (isBusy || offline !== null || !text.trim()) return
    setBusy(true)
    const problem = await onSend()
    setError(problem)
    if (problem) announce(problem, 'assertive')
    setBusy(false)
  }
  return { isBusy, error, send: (event: { preventDefault: () => void }) => void send(event) }
}

function useFocusOn(field: RefObject<HTMLTextAreaElement | null>, what: unknown) {
  useEffect(() => {
    if (what !== undefined) field.current?.focus()
  }, [field, what])
}

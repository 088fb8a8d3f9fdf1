'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState, useTransition } from 'react'

/** What an action of the server answers to a form. `field`: the control that the message is about. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly field?: string }

/** Sends a form to an action. A refusal leaves every word in the form. */
export function useSubmit<T>(
  action: (form: FormData) => Promise<Outcome<T>>,
  onDone: (value: T) => void,
) {
  const t = useTranslations('ui')
  const [pending, start] = useTransition()
  const [failure, setFailure] = useState<{ message: string; field?: string } | null>(null)
  const send = (form: FormData) =>
    start(async () => {
      try {
        const outcome = await action(form)
        setFailure(outcome.ok ? null : outcome)
        if (outcome.ok) onDone(outcome.value)
      } catch {
        // An action returns what it expects; only a call that did not arrive throws.
        setFailure({ message: t('unreachable') })
      }
    })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!pending) send(new FormData(event.currentTarget))
  }
  const errorOf = (field: string) => (failure?.field === field ? failure.message : null)
  const general = failure && !failure.field ? failure.message : ''
  return { pending, onSubmit, send, errorOf, general, clear: () => setFailure(null) }
}

'use client'

import { useRef, useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'

type Action = (form: FormData) => Promise<Outcome<{ readonly token: string }>>

/** Makes a token and shows it this one time. */
export function MakeToken({ action }: { action: Action }) {
  const [token, setToken] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const { pending, onSubmit, errorOf, general } = useSubmit(action, (made) => {
    setToken(made.token)
    form.current?.reset()
  })
  return (
    <>
      {token && <Secret token={token} />}
      {general && <Notice tone="bad">{general}</Notice>}
      <form className="oneline" ref={form} onSubmit={onSubmit}>
        <TextInput
          label="Name of the new token"
          name="name"
          placeholder="For example: wire import"
          required
          maxLength={100}
          error={errorOf('name')}
        />
        <button type="submit" className="btn" aria-disabled={pending}>
          {pending ? 'Making…' : 'Make a token'}
        </button>
      </form>
    </>
  )
}

function Secret({ token }: { token: string }) {
  const [copied, setCopied] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(token)
      setCopied(token)
      announce('Copied.')
    } catch {
      // Refused by the browser: the token can still be selected.
      announce('The browser did not allow copying. Select the token instead.', 'assertive')
    }
  }
  return (
    <Notice tone="good">
      <p>
        <b>Copy the token now: it is shown only this once.</b>
      </p>
      <div className="secret">
        <code>{token}</code>
        <button type="button" className="btn" onClick={() => void copy()}>
          <Icon name={copied === token ? 'check' : 'copy'} />
          {copied === token ? 'Copied' : 'Copy'}
        </button>
      </div>
    </Notice>
  )
}

'use client'

import { useState } from 'react'
import { Notice } from '#components/ui/notice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'
import { QrCode } from './qr-code.tsx'
import { SecretNote } from './secret-note.tsx'

export interface FactorActions {
  readonly begin: () => Promise<Outcome<{ readonly secret: string; readonly uri: string }>>
  readonly confirm: (form: FormData) => Promise<Outcome<{ readonly codes: readonly string[] }>>
  readonly turnOff: (form: FormData) => Promise<Outcome<null>>
}

interface SecondFactorProps {
  readonly isOn: boolean
  /** Recovery codes that were not used yet. */
  readonly left: number
  readonly actions: FactorActions
}

/** Codes by the clock, beside the password: set up, used, turned off. */
export function SecondFactor({ isOn, left, actions }: SecondFactorProps) {
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  return (
    <div className="factor-state">
      <p className="muted">
        {isOn
          ? 'Signing in takes a code of your authenticator app.'
          : 'With it, signing in takes a code of an authenticator app on your phone, so that your password alone lets nobody in.'}
      </p>
      {codes && <SecretNote what="recovery codes" secret={codes.join('\n')} isMany />}
      {codes && (
        <p className="small muted">
          Each lets you in once when you have lost the phone. Keep them where the phone is not.
        </p>
      )}
      {isOn ? (
        <TurnOff left={left} action={actions.turnOff} />
      ) : (
        <SetUp actions={actions} onDone={setCodes} />
      )}
    </div>
  )
}

interface SetUpProps {
  readonly actions: FactorActions
  readonly onDone: (codes: readonly string[]) => void
}

function SetUp({ actions, onDone }: SetUpProps) {
  const [begun, setBegun] = useState<{ secret: string; uri: string } | null>(null)
  const begin = useSubmit(actions.begin, setBegun)
  if (!begun) {
    return (
      <form onSubmit={begin.onSubmit}>
        {begin.general && <Notice tone="bad">{begin.general}</Notice>}
        <button type="submit" className="btn" aria-disabled={begin.pending}>
          Set up a second factor
        </button>
      </form>
    )
  }
  return <Confirm begun={begun} action={actions.confirm} onDone={onDone} />
}

interface ConfirmProps {
  readonly begun: { readonly secret: string; readonly uri: string }
  readonly action: FactorActions['confirm']
  readonly onDone: (codes: readonly string[]) => void
}

function Confirm({ begun, action, onDone }: ConfirmProps) {
  const form = useSubmit(action, ({ codes }) => onDone(codes))
  return (
    <form className="form factor" onSubmit={form.onSubmit}>
      <div className="factor-secret">
        <QrCode text={begun.uri} what="QR code for your authenticator app" />
        <p>
          Scan this with your authenticator app, or type the key into it:
          <code>{(begun.secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
        </p>
      </div>
      {form.general && <Notice tone="bad">{form.general}</Notice>}
      <CodeField label="Code that the app shows now" error={form.errorOf('code')} isNew />
      <button type="submit" className="btn primary" aria-disabled={form.pending}>
        Turn it on
      </button>
    </form>
  )
}

function TurnOff({ left, action }: { left: number; action: FactorActions['turnOff'] }) {
  const [isAsking, setAsking] = useState(false)
  const form = useSubmit(action, () => setAsking(false))
  return (
    <>
      <p>
        {left === 1 ? '1 recovery code is left.' : `${left} recovery codes are left.`}{' '}
        {left < 3 && 'To get new ones, turn the second factor off and set it up again.'}
      </p>
      {isAsking ? (
        <form className="form" onSubmit={form.onSubmit}>
          {form.general && <Notice tone="bad">{form.general}</Notice>}
          <CodeField label="Code of the app, or a recovery code" error={form.errorOf('code')} />
          <div className="wrap">
            <button type="submit" className="btn danger" aria-disabled={form.pending}>
              Turn it off
            </button>
            <button type="button" className="btn" onClick={() => setAsking(false)}>
              Cancel
            </button>
          </div>
        </form>
      ) : (
        <button type="button" className="btn" onClick={() => setAsking(true)}>
          Turn off the second factor
        </button>
      )}
    </>
  )
}

interface CodeFieldProps {
  readonly label: string
  readonly error: string | null
  /** Digits alone: no recovery code is taken. */
  readonly isNew?: boolean
}

function CodeField({ label, error, isNew = false }: CodeFieldProps) {
  return (
    <TextInput
      label={label}
      name="code"
      required
      autoComplete="one-time-code"
      maxLength={40}
      error={error}
      autoFocus
      {...(isNew && { inputMode: 'numeric' as const })}
    />
  )
}

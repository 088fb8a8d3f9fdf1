'use client'

import { useTranslations } from 'next-intl'
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
  const t = useTranslations('account')
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  return (
    <div className="factor-state">
      <p className="muted">{isOn ? t('factorIsOn') : t('factorMeans')}</p>
      {codes && <SecretNote what="codes" secret={codes.join('\n')} />}
      {codes && <p className="small muted">{t('codesMean')}</p>}
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
  const t = useTranslations('account')
  const [begun, setBegun] = useState<{ secret: string; uri: string } | null>(null)
  const begin = useSubmit(actions.begin, setBegun)
  if (!begun) {
    return (
      <form onSubmit={begin.onSubmit}>
        {begin.general && <Notice tone="bad">{begin.general}</Notice>}
        <button type="submit" className="btn" aria-disabled={begin.pending}>
          {t('setUpFactor')}
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
  const t = useTranslations('account')
  const form = useSubmit(action, ({ codes }) => onDone(codes))
  return (
    <form className="form factor" onSubmit={form.onSubmit}>
      <div className="factor-secret">
        <QrCode text={begun.uri} what={t('qrCode')} />
        <p>
          {t('scan')}
          <code>{(begun.secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
        </p>
      </div>
      {form.general && <Notice tone="bad">{form.general}</Notice>}
      <CodeField label={t('codeShown')} error={form.errorOf('code')} isNew />
      <button type="submit" className="btn primary" aria-disabled={form.pending}>
        {t('turnOn')}
      </button>
    </form>
  )
}

function TurnOff({ left, action }: { left: number; action: FactorActions['turnOff'] }) {
  const t = useTranslations('account')
  const ui = useTranslations('ui')
  const [isAsking, setAsking] = useState(false)
  const form = useSubmit(action, () => setAsking(false))
  return (
    <>
      <p>
        {t('codesLeft', { count: left })} {left < 3 && t('fewCodes')}
      </p>
      {isAsking ? (
        <form className="form" onSubmit={form.onSubmit}>
          {form.general && <Notice tone="bad">{form.general}</Notice>}
          <CodeField label={t('codeToTurnOff')} error={form.errorOf('code')} />
          <div className="wrap">
            <button type="submit" className="btn danger" aria-disabled={form.pending}>
              {t('turnOff')}
            </button>
            <button type="button" className="btn" onClick={() => setAsking(false)}>
              {ui('cancel')}
            </button>
          </div>
        </form>
      ) : (
        <button type="button" className="btn" onClick={() => setAsking(true)}>
          {t('turnOffFactor')}
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

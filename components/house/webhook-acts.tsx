'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'

type Action = (form: FormData) => Promise<Outcome<null>>

interface ActsProps {
  readonly hook: { readonly id: string; readonly url: string; readonly active: boolean }
  readonly turn: Action
  readonly test: Action
  readonly remove: Action
}

/** What an administrator does with a webhook. */
export function WebhookActs({ hook, turn, test, remove }: ActsProps) {
  const t = useTranslations('webhooks')
  const { id, url, active } = hook
  return (
    <div className="hookacts">
      {active && (
        <Act
          {...{ id, action: test, words: t('sendTest'), label: t('sendTestTo', { url }) }}
          said={t('testSent')}
        />
      )}
      <Act
        {...{ id, action: turn, words: active ? t('turnOff') : t('turnOn') }}
        label={active ? t('turnOffOne', { url }) : t('turnOnOne', { url })}
        said={active ? t('turnedOffSaid') : t('turnedOnSaid')}
        more={{ active: active ? 'no' : 'yes' }}
      />
      <Remove id={id} url={url} action={remove} />
    </div>
  )
}

interface ActProps {
  readonly id: string
  readonly action: Action
  readonly words: string
  readonly label: string
  readonly said: string
  readonly more?: Readonly<Record<string, string>>
}

function Act({ id, action, words, label, said, more = {} }: ActProps) {
  const { pending, onSubmit, general } = useSubmit(action, () => announce(said))
  return (
    <form onSubmit={onSubmit}>
      <input type="hidden" name="id" value={id} />
      {Object.entries(more).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {general && (
        <span className="err" role="alert">
          {general}
        </span>
      )}
      <button type="submit" className="btn sm" aria-label={label} aria-disabled={pending}>
        {words}
      </button>
    </form>
  )
}

/** What was not delivered is lost with it: one is asked. */
function Remove({ id, url, action }: { id: string; url: string; action: Action }) {
  const t = useTranslations('webhooks')
  const [isOpen, setOpen] = useState(false)
  const { pending, onSubmit, general } = useSubmit(action, () => announce(t('removed')))
  return (
    <>
      <button
        type="button"
        className="btn sm danger"
        aria-label={t('removeOne', { url })}
        onClick={() => setOpen(true)}
      >
        {t('remove')}
      </button>
      <Dialog title={t('removeAsked')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <form className="form" onSubmit={onSubmit}>
          <input type="hidden" name="id" value={id} />
          <p>{t.rich('removeMeans', { url, place: (text) => <bdi>{text}</bdi> })}</p>
          {general && (
            <span className="err" role="alert">
              {general}
            </span>
          )}
          <button type="submit" className="btn danger" aria-disabled={pending}>
            {t('removeWebhook')}
          </button>
        </form>
      </Dialog>
    </>
  )
}

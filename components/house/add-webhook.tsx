'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { FormButtons } from '#components/ui/form-buttons.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'
import { HOOK_EVENTS } from '#lib/domain/publication/webhook.ts'
import { EVENT_WORDS } from './event-words.ts'
import { SecretNote } from './secret-note.tsx'

type Action = (form: FormData) => Promise<Outcome<{ readonly secret: string }>>

/** Adds a webhook, and shows its secret this one time. */
export function AddWebhook({ action }: { action: Action }) {
  const t = useTranslations('webhooks')
  const house = useTranslations('house')
  const [isOpen, setOpen] = useState(false)
  const [secret, setSecret] = useState('')
  const id = useId()
  const form = useSubmit(action, (added) => setSecret(added.secret))
  const close = () => {
    setOpen(false)
    setSecret('')
    form.clear()
  }
  const done = (
    <button type="button" className="btn primary" onClick={close}>
      {house('done')}
    </button>
  )
  return (
    <>
      <button type="button" className="btn primary" onClick={() => setOpen(true)}>
        <Icon name="plus" />
        {t('add')}
      </button>
      <Dialog
        title={secret ? t('added') : t('addOne')}
        size="medium"
        isOpen={isOpen}
        onClose={close}
        footer={
          secret ? (
            done
          ) : (
            <FormButtons formId={id} pending={form.pending} words={t('add')} onClose={close} />
          )
        }
      >
        {secret ? (
          <SecretNote what="secret" secret={secret} />
        ) : (
          <form id={id} className="form" onSubmit={form.onSubmit}>
            {form.general && <Notice tone="bad">{form.general}</Notice>}
            <HookFields errorOf={form.errorOf} />
          </form>
        )}
      </Dialog>
    </>
  )
}

function HookFields({ errorOf }: { errorOf: (field: string) => string | null }) {
  const t = useTranslations('webhooks')
  const error = errorOf('events')
  return (
    <>
      <TextInput
        label={t('address')}
        name="url"
        type="url"
        required
        maxLength={2_000}
        placeholder="https://cms.example.org/galley"
        hint={t('addressHint')}
        error={errorOf('url')}
      />
      <fieldset className="field">
        <legend>{t('tellWhen')}</legend>
        {HOOK_EVENTS.map((event) => (
          <label key={event} className="check">
            <input
              type="checkbox"
              name="events"
              value={event}
              defaultChecked={event !== 'decision.made'}
            />
            <span>
              {t(`event.${EVENT_WORDS[event]}`)}
              <small>{event}</small>
            </span>
          </label>
        ))}
        {error && (
          <span className="err" role="alert">
            <Icon name="warn" />
            {error}
          </span>
        )}
      </fieldset>
    </>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { TextInput } from '#components/ui/text-input.tsx'
import type { Outcome } from '#components/ui/use-submit.ts'
import { HOOK_EVENTS } from '#lib/domain/publication/webhook.ts'
import { CheckBoxes } from './check-boxes.tsx'
import { EVENT_WORDS } from './event-words.ts'
import { MadeOnce } from './made-once.tsx'
import { SecretNote } from './secret-note.tsx'

type Action = (form: FormData) => Promise<Outcome<{ readonly secret: string }>>

/** Adds a webhook, and shows its secret this one time. */
export function AddWebhook({ action }: { action: Action }) {
  const t = useTranslations('webhooks')
  return (
    <MadeOnce
      action={action}
      words={{ open: t('add'), ask: t('addOne'), made: t('added'), send: t('add') }}
      fields={(errorOf) => <HookFields errorOf={errorOf} />}
      show={({ secret }) => <SecretNote what="secret" secret={secret} />}
    />
  )
}

function HookFields({ errorOf }: { errorOf: (field: string) => string | null }) {
  const t = useTranslations('webhooks')
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
      <CheckBoxes
        legend={t('tellWhen')}
        boxes={HOOK_EVENTS.map((event) => ({
          ...{ name: 'events', value: event, checked: event !== 'decision.made' },
          ...{ words: t(`event.${EVENT_WORDS[event]}`), note: event },
        }))}
        error={errorOf('events')}
      />
    </>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { TextInput } from '#components/ui/text-input.tsx'
import { InvitationLink } from './invitation-link.tsx'
import type { InviteAction } from './invitation-model.ts'
import { MadeOnce } from './made-once.tsx'
import { RoleFields } from './role-fields.tsx'

/** Invites somebody, and shows the link this one time. */
export function InvitePerson({ action }: { action: InviteAction }) {
  const t = useTranslations('people')
  const ask = t('invitePerson')
  return (
    <MadeOnce
      action={action}
      words={{ open: ask, ask, made: t('invited'), send: t('invite') }}
      fields={(errorOf) => (
        <>
          <PersonFields errorOf={errorOf} />
          <RoleFields roles={[]} chief={false} error={errorOf('roles')} />
        </>
      )}
      show={(made) => <InvitationLink made={made} />}
    />
  )
}

function PersonFields({ errorOf }: { errorOf: (field: string) => string | null }) {
  const t = useTranslations('people')
  return (
    <div className="two">
      <TextInput label={t('name')} name="name" required maxLength={100} error={errorOf('name')} />
      <TextInput
        label={t('emailAddress')}
        name="email"
        type="email"
        required
        maxLength={200}
        error={errorOf('email')}
      />
    </div>
  )
}

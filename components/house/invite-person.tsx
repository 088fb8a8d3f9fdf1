'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { FormButtons } from '#components/ui/form-buttons.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { useSubmit } from '#components/ui/use-submit.ts'
import { InvitationLink } from './invitation-link.tsx'
import type { InviteAction, MadeLink } from './invitation-model.ts'
import { RoleFields } from './role-fields.tsx'

/** Invites somebody, and shows the link this one time. */
export function InvitePerson({ action }: { action: InviteAction }) {
  const t = useTranslations('people')
  const house = useTranslations('house')
  const [isOpen, setOpen] = useState(false)
  const [made, setMade] = useState<MadeLink | null>(null)
  const id = useId()
  const form = useSubmit(action, setMade)
  const close = () => {
    setOpen(false)
    setMade(null)
    form.clear()
  }
  const done = (
    <>
      <span className="grow" />
      <button type="button" className="btn primary" onClick={close}>
        {house('done')}
      </button>
    </>
  )
  return (
    <>
      <button type="button" className="btn primary" onClick={() => setOpen(true)}>
        <Icon name="plus" />
        {t('invitePerson')}
      </button>
      <Dialog
        title={made ? t('invited') : t('invitePerson')}
        size="medium"
        isOpen={isOpen}
        onClose={close}
        footer={
          made ? (
            done
          ) : (
            <FormButtons formId={id} pending={form.pending} words={t('invite')} onClose={close} />
          )
        }
      >
        {made ? (
          <InvitationLink made={made} />
        ) : (
          <form id={id} className="form" onSubmit={form.onSubmit}>
            {form.general && <Notice tone="bad">{form.general}</Notice>}
            <PersonFields errorOf={form.errorOf} />
            <RoleFields roles={[]} chief={false} error={form.errorOf('roles')} />
          </form>
        )}
      </Dialog>
    </>
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

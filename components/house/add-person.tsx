'use client'

import { useId, useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { FormButtons } from '#components/ui/form-buttons.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'
import { RoleFields } from './role-fields.tsx'

type Action = (form: FormData) => Promise<Outcome<{ readonly name: string }>>

export function AddPerson({ action }: { action: Action }) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const close = () => {
    setOpen(false)
    form.clear()
  }
  const form = useSubmit(action, ({ name }) => {
    close()
    announce(`${name} added.`)
  })
  return (
    <>
      <button type="button" className="btn primary" onClick={() => setOpen(true)}>
        <Icon name="plus" />
        Add person
      </button>
      <Dialog
        title="Add a person"
        size="medium"
        isOpen={isOpen}
        onClose={close}
        footer={
          <FormButtons formId={id} pending={form.pending} words="Add person" onClose={close} />
        }
      >
        <form id={id} className="form" onSubmit={form.onSubmit}>
          {form.general && <Notice tone="bad">{form.general}</Notice>}
          <PersonFields errorOf={form.errorOf} />
          <RoleFields roles={[]} chief={false} error={form.errorOf('roles')} />
        </form>
      </Dialog>
    </>
  )
}

function PersonFields({ errorOf }: { errorOf: (field: string) => string | null }) {
  return (
    <>
      <div className="two">
        <TextInput label="Name" name="name" required maxLength={100} error={errorOf('name')} />
        <TextInput
          label="E-mail address"
          name="email"
          type="email"
          required
          maxLength={200}
          error={errorOf('email')}
        />
      </div>
      <TextInput
        label="First password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint="At least 12 characters. Tell it to the person yourself."
        required
        minLength={12}
        maxLength={200}
        error={errorOf('password')}
      />
    </>
  )
}

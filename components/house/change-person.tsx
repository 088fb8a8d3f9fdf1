'use client'

import { useId, useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { FormButtons } from '#components/ui/form-buttons.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'
import type { Colleague } from './person-model.ts'
import { RoleFields } from './role-fields.tsx'

/** Roles of a person; disables them, or lets them in again. */
export function ChangePerson({
  person,
  you,
  action,
}: {
  person: Colleague
  you: boolean
  action: (form: FormData) => Promise<Outcome<null>>
}) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const close = () => {
    setOpen(false)
    form.clear()
  }
  const form = useSubmit(action, close)
  return (
    <>
      <button
        type="button"
        className="btn quiet sm"
        aria-label={`Change ${person.name}`}
        onClick={() => setOpen(true)}
      >
        Change
      </button>
      <Dialog
        title={person.name}
        note={person.email}
        isOpen={isOpen}
        onClose={close}
        footer={
          <>
            {!you && <Disabling person={person} form={form} />}
            <FormButtons formId={id} pending={form.pending} words="Save roles" onClose={close} />
          </>
        }
      >
        <form id={id} className="form" onSubmit={form.onSubmit}>
          {form.general && <Notice tone="bad">{form.general}</Notice>}
          <input type="hidden" name="id" value={person.id} />
          <RoleFields roles={person.roles} chief={person.chief} error={form.errorOf('roles')} />
        </form>
      </Dialog>
    </>
  )
}

type Form = ReturnType<typeof useSubmit<null>>

function Disabling({ person, form }: { person: Colleague; form: Form }) {
  const disabled = person.disabledAt !== null
  return (
    <form onSubmit={form.onSubmit}>
      <input type="hidden" name="id" value={person.id} />
      <input type="hidden" name="disabled" value={disabled ? 'no' : 'yes'} />
      <button
        type="submit"
        className={`btn ${disabled ? '' : 'danger'}`}
        aria-disabled={form.pending}
      >
        {disabled ? 'Let sign in again' : 'Disable'}
      </button>
    </form>
  )
}

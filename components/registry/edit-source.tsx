'use client'

import { useId, useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { FormButtons } from '#components/ui/form-buttons.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { SourceFields } from './source-fields.tsx'

export interface SourceActions {
  readonly edit: (form: FormData) => Promise<Outcome<null>>
  readonly retire: (form: FormData) => Promise<Outcome<null>>
}

/** Changes a source, withdraws it or brings it back. */
export function EditSource({ source, actions }: { source: Source; actions: SourceActions }) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const close = () => {
    setOpen(false)
    edit.clear()
    retire.clear()
  }
  const edit = useSubmit(actions.edit, close)
  const retire = useSubmit(actions.retire, close)
  const trouble = edit.general || retire.general
  return (
    <>
      <button
        type="button"
        className="btn quiet sm"
        aria-label={`Edit ${source.title}`}
        onClick={() => setOpen(true)}
      >
        Edit
      </button>
      <Dialog
        title="Edit source"
        size="medium"
        isOpen={isOpen}
        onClose={close}
        footer={
          <>
            <Retirement source={source} pending={retire.pending} onSubmit={retire.onSubmit} />
            <FormButtons formId={id} pending={edit.pending} words="Save" onClose={close} />
          </>
        }
      >
        <form id={id} className="form" onSubmit={edit.onSubmit}>
          {trouble && <Notice tone="bad">{trouble}</Notice>}
          <input type="hidden" name="id" value={source.id} />
          <SourceFields source={source} errorOf={edit.errorOf} />
          <p className="hint">
            Approvals of sentences that cite this source end when something changes that readers
            see.
          </p>
        </form>
      </Dialog>
    </>
  )
}

type Submit = ReturnType<typeof useSubmit>['onSubmit']

function Retirement(props: { source: Source; pending: boolean; onSubmit: Submit }) {
  const { source, pending, onSubmit } = props
  const retired = source.retiredAt !== null
  return (
    <form className="retire-form" onSubmit={onSubmit}>
      <input type="hidden" name="id" value={source.id} />
      <input type="hidden" name="retired" value={retired ? 'no' : 'yes'} />
      {!retired && (
        <input
          className="input"
          name="reason"
          aria-label="Reason for withdrawing it"
          placeholder="Why withdraw it?"
          required
          maxLength={500}
        />
      )}
      <button type="submit" className={`btn ${retired ? '' : 'danger'}`} aria-disabled={pending}>
        {retired ? 'Restore' : 'Withdraw'}
      </button>
    </form>
  )
}

'use client'

import { useId, useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { FormButtons } from '#components/ui/form-buttons.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'
import { SourceFields } from './source-fields.tsx'

interface Added {
  readonly title: string
  readonly created: boolean
}

/** Adds a source. One that is known already is said to be, and nothing is made twice. */
export function AddSource({ action }: { action: (form: FormData) => Promise<Outcome<Added>> }) {
  const [isOpen, setOpen] = useState(false)
  const [known, setKnown] = useState<string | null>(null)
  const id = useId()
  const close = () => {
    setOpen(false)
    setKnown(null)
    form.clear()
  }
  const form = useSubmit(action, ({ title, created }) => {
    if (created) {
      close()
      announce(`${title} added.`)
    } else setKnown(title)
  })
  return (
    <>
      <button type="button" className="btn primary" onClick={() => setOpen(true)}>
        <Icon name="plus" />
        Add source
      </button>
      <Dialog
        title="Add a source"
        size="medium"
        isOpen={isOpen}
        onClose={close}
        footer={
          <FormButtons formId={id} pending={form.pending} words="Add source" onClose={close} />
        }
      >
        <form id={id} className="form" onSubmit={form.onSubmit}>
          {form.general && <Notice tone="bad">{form.general}</Notice>}
          {known && (
            <Notice tone="good">
              “{known}” was in the registry already: that one is used, and nothing was changed.
            </Notice>
          )}
          <SourceFields source={null} errorOf={form.errorOf} />
        </form>
      </Dialog>
    </>
  )
}

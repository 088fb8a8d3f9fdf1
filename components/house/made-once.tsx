'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { FormButtons } from '#components/ui/form-buttons.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'

interface MadeOnceProps<T> {
  readonly action: (form: FormData) => Promise<Outcome<T>>
  /** Of the button that opens the dialog, of the dialog before and after, and of the button that sends it. */
  readonly words: Record<'open' | 'ask' | 'made' | 'send', string>
  readonly fields: (errorOf: (field: string) => string | null) => ReactNode
  /** What was made, with a secret that is shown this one time. */
  readonly show: (made: T) => ReactNode
}

/** A button, the dialog that it opens, and what came of it: gone when the dialog closes. */
export function MadeOnce<T>({ action, words, fields, show }: MadeOnceProps<T>) {
  const house = useTranslations('house')
  const [isOpen, setOpen] = useState(false)
  const [made, setMade] = useState<{ readonly value: T } | null>(null)
  const id = useId()
  const form = useSubmit(action, (value) => setMade({ value }))
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
  const ask = <FormButtons formId={id} pending={form.pending} words={words.send} onClose={close} />
  return (
    <>
      <button type="button" className="btn primary" onClick={() => setOpen(true)}>
        <Icon name="plus" />
        {words.open}
      </button>
      <Dialog
        title={made ? words.made : words.ask}
        size="medium"
        isOpen={isOpen}
        onClose={close}
        footer={made ? done : ask}
      >
        {made ? (
          show(made.value)
        ) : (
          <form id={id} className="form" onSubmit={form.onSubmit}>
            {form.general && <Notice tone="bad">{form.general}</Notice>}
            {fields(form.errorOf)}
          </form>
        )}
      </Dialog>
    </>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useId, useRef, useState } from 'react'
import { ChangedMeanwhile, type ShownChange } from '#components/ui/changed-meanwhile.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { FormButtons } from '#components/ui/form-buttons.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'
import { changesBetween } from '#lib/domain/shared/changes-meanwhile.ts'
import {
  EDITED_FIELDS,
  type EditedSource,
  editedSource,
} from '#lib/domain/sourcing/edited-source.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { fieldInWords } from './field-words.ts'
import { SourceFields } from './source-fields.tsx'

export interface SourceActions {
  /** The value: what is there, when that is not what the form showed; nothing is saved then. */
  readonly edit: (form: FormData) => Promise<Outcome<EditedSource | null>>
  readonly retire: (form: FormData) => Promise<Outcome<null>>
}

/** Changes a source, withdraws it or brings it back. */
export function EditSource({ source, actions }: { source: Source; actions: SourceActions }) {
  const t = useTranslations('sourceForm')
  const [isOpen, setOpen] = useState(false)
  // As it was when the form was opened: the page may have been read anew since.
  const [opened, setOpened] = useState(source)
  const open = () => {
    setOpened(source)
    setOpen(true)
  }
  return (
    <>
      <button
        type="button"
        className="btn quiet sm"
        aria-label={t('editOne', { title: source.title })}
        onClick={open}
      >
        {t('edit')}
      </button>
      {isOpen && <EditDialog source={opened} actions={actions} onClose={() => setOpen(false)} />}
    </>
  )
}

function EditDialog(props: { source: Source; actions: SourceActions; onClose: () => void }) {
  const { source, actions, onClose } = props
  const t = useTranslations('sourceForm')
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const { seen, changes, take } = useSeen(source, form)
  const edit = useSubmit(actions.edit, (now) => (now ? take(now) : onClose()))
  const retire = useSubmit(actions.retire, onClose)
  const trouble = edit.general || retire.general
  return (
    <Dialog
      title={t('editTitle')}
      size="medium"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Retirement source={source} pending={retire.pending} onSubmit={retire.onSubmit} />
          <FormButtons formId={id} pending={edit.pending} words={t('save')} onClose={onClose} />
        </>
      }
    >
      <form id={id} ref={form} className="form" onSubmit={edit.onSubmit}>
        {trouble && <Notice tone="bad">{trouble}</Notice>}
        {changes.length > 0 && <ChangedMeanwhile what={t('thisSource')} changes={changes} />}
        <input type="hidden" name="id" value={source.id} />
        <input type="hidden" name="seen" value={JSON.stringify(seen)} />
        <SourceFields source={source} errorOf={edit.errorOf} />
        <p className="hint">{t('approvalsEnd')}</p>
      </form>
    </Dialog>
  )
}

/** What whoever edits has seen of the record. What changed meanwhile goes into the fields that nobody typed in [SRC11]. */
function useSeen(source: Source, form: RefObject<HTMLFormElement | null>) {
  const t = useTranslations('sourceForm')
  const terms = useTranslations('sourceTerms')
  const [seen, setSeen] = useState(() => editedSource(source))
  const [changes, setChanges] = useState<readonly ShownChange[]>([])
  const take = (now: EditedSource) => {
    if (!form.current) return
    const typed = Object.fromEntries(new FormData(form.current))
    const found = changesBetween(EDITED_FIELDS, seen, now, typed)
    for (const { field, now: value, typed } of found) {
      const control = form.current.elements.namedItem(field)
      if (typed === null && control && 'value' in control) control.value = value
    }
    setChanges(found.map((change) => fieldInWords(t, terms, change)))
    setSeen(now)
  }
  return { seen, changes, take }
}

type Submit = ReturnType<typeof useSubmit>['onSubmit']

function Retirement(props: { source: Source; pending: boolean; onSubmit: Submit }) {
  const { source, pending, onSubmit } = props
  const t = useTranslations('sourceForm')
  const retired = source.retiredAt !== null
  return (
    <form className="retire-form" onSubmit={onSubmit}>
      <input type="hidden" name="id" value={source.id} />
      <input type="hidden" name="retired" value={retired ? 'no' : 'yes'} />
      {!retired && (
        <input
          className="input"
          name="reason"
          aria-label={t('whyWithdraw')}
          placeholder={t('whyWithdrawHint')}
          required
          maxLength={500}
        />
      )}
      <button type="submit" className={`btn ${retired ? '' : 'danger'}`} aria-disabled={pending}>
        {t(retired ? 'restore' : 'withdraw')}
      </button>
    </form>
  )
}

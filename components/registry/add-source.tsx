'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { FormButtons } from '#components/ui/form-buttons.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Start } from '#lib/collab/browser/look-up.ts'
import { GivenFileLine } from './given-file-line.tsx'
import { KnownAlready } from './known-already.tsx'
import { SourceBox } from './source-box.tsx'
import { SourceFields } from './source-fields.tsx'
import { type AddSourceInput, useAddSource } from './use-add-source.ts'
import { type GivenBox, useGiven } from './use-given.ts'

interface AddSourceProps extends Pick<AddSourceInput, 'action'> {}

/** Adds a source: first the one box, then what was found of it, to be checked. */
export function AddSource({ action }: AddSourceProps) {
  const t = useTranslations('sourceForm')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="btn primary" onClick={() => setOpen(true)}>
        <Icon name="plus" />
        {t('add')}
      </button>
      {isOpen && <AddDialog action={action} onClose={() => setOpen(false)} />}
    </>
  )
}

function AddDialog({ action, onClose }: AddSourceProps & { readonly onClose: () => void }) {
  const t = useTranslations('sourceForm')
  const box = useGiven()
  const { start } = box
  const form = useAddSource({ action, start, onDone: onClose })
  const id = useId()
  const back = () => {
    form.begin()
    box.leave()
  }
  return (
    <Dialog
      title={t('addTitle')}
      size="medium"
      isOpen
      onClose={onClose}
      footer={
        start ? (
          <FormEnd id={id} form={form} onBack={back} onClose={onClose} />
        ) : (
          <BoxEnd id={id} box={box} />
        )
      }
    >
      {start ? (
        <StartForm id={id} form={form} start={start} />
      ) : (
        <SourceBox formId={id} box={box} />
      )}
    </Dialog>
  )
}

function BoxEnd({ id, box }: { readonly id: string; readonly box: GivenBox }) {
  const t = useTranslations('sourceForm')
  return (
    <>
      <span className="grow" />
      <button type="button" className="btn" onClick={() => box.begin()}>
        {t('byHand')}
      </button>
      <button type="submit" form={id} className="btn primary" aria-disabled={box.isBusy}>
        {t(box.isBusy ? 'lookingUp' : 'lookUp')}
      </button>
    </>
  )
}

type AddForm = ReturnType<typeof useAddSource>

interface FormEndProps {
  readonly id: string
  readonly form: AddForm
  readonly onBack: () => void
  readonly onClose: () => void
}

function FormEnd({ id, form, onBack, onClose }: FormEndProps) {
  const { added, found, fileTrouble, pending } = form
  const t = useTranslations('sourceForm')
  const words = t(fileTrouble ? 'tryFile' : found.length ? 'addAnother' : 'add')
  return (
    <>
      {!added && (
        <button type="button" className="btn quiet" onClick={onBack}>
          <Icon name="back" />
          {t('back')}
        </button>
      )}
      <FormButtons formId={id} pending={pending} words={words} onClose={onClose} />
    </>
  )
}

interface StartFormProps {
  readonly id: string
  readonly form: AddForm
  readonly start: Start
}

/** The name has the focus, unless something that is there already asks for it. */
function StartForm({ id, form, start }: StartFormProps) {
  const t = useTranslations('sourceForm')
  const place = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const isAsked = place.current?.querySelector('.same-list') !== null
    if (!isAsked) place.current?.querySelector<HTMLInputElement>('[name=title]')?.focus()
  }, [])
  const { added, found, fileTrouble, general, errorOf } = form
  const { file, trouble } = start
  return (
    <form
      id={id}
      ref={place}
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit(new FormData(event.currentTarget))
      }}
    >
      {general && <Notice tone="bad">{general}</Notice>}
      {added && <AddedNote added={added} file={file} trouble={fileTrouble} />}
      {file && <GivenFileLine file={file} />}
      {trouble && <Notice>{t('foundNothing', { why: trouble })}</Notice>}
      <KnownAlready found={added ? [] : found} />
      <SourceFields source={start} errorOf={errorOf} />
    </form>
  )
}

interface AddedNoteProps {
  readonly added: NonNullable<AddForm['added']>
  readonly file: Start['file']
  readonly trouble: string
}

/** What came of it, where that is not all that was asked for. */
function AddedNote({ added: { id, title, created }, file, trouble }: AddedNoteProps) {
  const t = useTranslations('sourceForm')
  const page = (words: ReactNode) => <Link href={`/sources/${id}`}>{words}</Link>
  if (!created)
    return (
      <Notice tone="good">
        {t('wasThere', { title })}
        {file && <> {t.rich('addFile', { page })}</>}
      </Notice>
    )
  return trouble ? (
    <Notice tone="bad">{t.rich('withoutFile', { title, why: trouble, page })}</Notice>
  ) : null
}

'use client'

import { useTranslations } from 'next-intl'

/** The end of a dialog with a form: leave it, or send it. */
export function FormButtons(props: {
  formId: string
  pending: boolean
  words: string
  onClose: () => void
}) {
  const t = useTranslations('ui')
  return (
    <>
      <span className="grow" />
      <button type="button" className="btn" onClick={props.onClose}>
        {t('cancel')}
      </button>
      <button
        type="submit"
        form={props.formId}
        className="btn primary"
        aria-disabled={props.pending}
      >
        {props.pending ? t('saving') : props.words}
      </button>
    </>
  )
}

'use client'
import { useFormatter, useTranslations } from 'next-intl'

import { useId, useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { FormButtons } from '#components/ui/form-buttons.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'

interface TakeDownProps {
  readonly articleId: string
  readonly slug: string
  readonly number: number
  /** Later versions whose history repeats its note and reasons. */
  readonly repeatedIn?: readonly number[]
  readonly onTakeDown: (form: FormData) => Promise<Outcome<null>>
}

/** Asks twice before the words of a version go for good. */
export function TakeDown(props: TakeDownProps) {
  const t = useTranslations('versions')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="btn sm danger" onClick={() => setOpen(true)}>
        {t('takeDown')}
      </button>
      {isOpen && <TakeDownDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function TakeDownDialog({
  articleId,
  slug,
  number,
  repeatedIn = [],
  onTakeDown,
  onClose,
}: TakeDownProps & { readonly onClose: () => void }) {
  const t = useTranslations('versions')
  const { list } = useFormatter()
  const formId = useId()
  const [typed, setTyped] = useState('')
  const [wasTried, setTried] = useState(false)
  const isSure = typed.trim() === slug
  const { pending, onSubmit, errorOf, general } = useSubmit(onTakeDown, () => {
    announce(t('saysTakenDown', { number }))
    onClose()
  })
  return (
    <Dialog
      title={t('takingDown', { number })}
      isOpen
      onClose={onClose}
      footer={
        <FormButtons formId={formId} pending={pending} words={t('takeItDown')} onClose={onClose} />
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          setTried(true)
          if (isSure) return onSubmit(event)
          event.preventDefault()
        }}
      >
        {general && <Notice tone="bad">{general}</Notice>}
        <p>{t('takeDownMeans')}</p>
        {repeatedIn.length > 0 && (
          <Notice>
            {t('repeated', { count: repeatedIn.length, list: list(repeatedIn.map(String)) })}
          </Notice>
        )}
        <input type="hidden" name="article" value={articleId} />
        <input type="hidden" name="number" value={number} />
        <Field label={t('reason')} hint={t('reasonHint')} error={errorOf('reason')}>
          {(control) => (
            <textarea {...control} className="input" name="reason" required maxLength={2_000} />
          )}
        </Field>
        <TextInput
          label={t('confirm', { slug })}
          autoComplete="off"
          value={typed}
          error={wasTried && !isSure ? t('typeExactly', { slug }) : null}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </Dialog>
  )
}

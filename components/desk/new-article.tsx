'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useRef, useState } from 'react'
import { KeyOf } from '#components/keys/key-words.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useShortcut } from '#components/ui/use-shortcut.ts'
import { CameInDialog } from './came-in-dialog.tsx'
import { NewArticleFields } from './new-article-fields.tsx'
import { useNewArticle } from './use-new-article.ts'

const FORM = 'new-article'

/** The button of the desk and its dialog; N opens it, F goes to the search. */
export function NewArticle() {
  const t = useTranslations('newArticle')
  const ui = useTranslations('ui')
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => setOpen(false)
  const form = useNewArticle(close)
  // The button takes the focus first: that is where it comes back to.
  const open = useCallback(() => {
    button.current?.focus()
    setOpen(true)
  }, [])
  useShortcut('newArticle', open)
  return (
    <>
      <button type="button" className="btn primary" ref={button} onClick={open}>
        <Icon name="plus" />
        {t('newArticle')}
        <span aria-hidden="true">
          <KeyOf command="newArticle" />
        </span>
      </button>
      <Dialog
        title={t('newArticle')}
        size="medium"
        isOpen={isOpen && !form.came}
        onClose={close}
        footer={
          <>
            <span className="grow" />
            <button type="button" className="btn" onClick={close}>
              {ui('cancel')}
            </button>
            <button type="submit" form={FORM} className="btn primary" aria-disabled={form.pending}>
              {form.pending ? t('creating') : t('create')}
            </button>
          </>
        }
      >
        <NewArticleFields id={FORM} form={form} />
      </Dialog>
      {form.came && (
        <CameInDialog report={form.came.report} onOpen={() => form.open(form.came?.id ?? '')} />
      )}
    </>
  )
}

'use client'

import { useTranslations } from 'next-intl'

interface SaveFooterProps {
  /** Nothing in the dialog can be changed. */
  readonly isFixed: boolean
  readonly isBusy: boolean
  readonly words: string
  readonly onSave: () => void
  readonly onClose: () => void
}

/** The end of a dialog that saves, or only shows. */
export function SaveFooter({ isFixed, isBusy, words, onSave, onClose }: SaveFooterProps) {
  const ui = useTranslations('ui')
  return (
    <>
      <span className="grow" />
      <button type="button" className="btn" onClick={onClose}>
        {ui(isFixed ? 'close' : 'cancel')}
      </button>
      {!isFixed && (
        <button type="button" className="btn primary" aria-disabled={isBusy} onClick={onSave}>
          {words}
        </button>
      )}
    </>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Icon } from './icon.tsx'

/**
 * A modal dialog: named by its title, closed by Escape, and the focus goes back to where it came from. A press beside it
 * does not close it: what was typed would be gone. A form in `children` is sent by a button in `footer` with `form={id}`.
 */
export function Dialog({
  title,
  note,
  size = 'small',
  isOpen,
  onClose,
  children,
  aside,
  footer,
}: {
  title: string
  note?: ReactNode
  size?: 'small' | 'medium' | 'wide'
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** The second column of a wide dialog; telephones show it below. */
  aside?: ReactNode
  footer?: ReactNode
}) {
  const t = useTranslations('ui')
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={`dlgbox ${size}`}>
        <AriaDialog className={`dlg ${size}`}>
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {note && <span className="muted grow">{note}</span>}
            {!note && <span className="grow" />}
            <button
              type="button"
              className="btn quiet icon"
              aria-label={t('close')}
              onClick={onClose}
            >
              <Icon name="close" />
            </button>
          </header>
          {size === 'wide' ? <div className="l">{children}</div> : <Fields>{children}</Fields>}
          {aside && <div className="r">{aside}</div>}
          {footer && <footer>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

const TEXT = 'textarea, input:not([type=checkbox], [type=radio], [type=file])'

/** What is asked first is typed first: its field has the focus when the dialog appears. */
function Fields({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.querySelector<HTMLElement>(`:is(${TEXT}):enabled`)?.focus()
  }, [])
  return (
    <div ref={place} className="l">
      {children}
    </div>
  )
}

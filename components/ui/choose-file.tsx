'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import { Icon } from './icon.tsx'

interface ChooseFileProps {
  /** The id of what says which files. */
  readonly describedBy?: string
  readonly isSmall?: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}

/** A button that asks for a file. */
export function ChooseFile({ describedBy, isSmall = false, onFiles, children }: ChooseFileProps) {
  const t = useTranslations('ui')
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        className={isSmall ? 'btn sm' : 'btn'}
        aria-describedby={describedBy}
        onClick={() => picker.current?.click()}
      >
        <Icon name="file" />
        {children}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t('file')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // Emptied, so that the same file can be chosen again once it is mended.
          event.target.value = ''
          if (files.length) onFiles(files)
        }}
      />
    </>
  )
}

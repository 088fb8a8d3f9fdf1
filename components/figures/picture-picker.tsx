'use client'
import { type ReactNode, useRef } from 'react'
import { PICTURE_TYPES } from '#lib/domain/figures/picture-file.ts'

interface PicturePickerProps {
  /** Of the field behind the button, for those who list fields. */
  readonly label: string
  readonly className: string
  readonly several?: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}

/** A button that lets one choose pictures from the device. */
export function PicturePicker({
  label,
  className,
  several = false,
  onFiles,
  children,
}: PicturePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        className={className}
        // The text keeps its selection: the picture comes where the caret is.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => input.current?.click()}
      >
        {children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={several}
        aria-label={label}
        accept={PICTURE_TYPES.join(',')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // Emptied, so that the same file can be chosen again.
          event.target.value = ''
          if (files.length) onFiles(files)
        }}
      />
    </>
  )
}

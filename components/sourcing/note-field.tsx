'use client'
import { useEffect, useLayoutEffect, useRef } from 'react'

export interface NoteFieldProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly editable: boolean
  readonly onChange: (text: string) => void
}

const PAUSE_MS = 700

/** A note that is kept when one pauses or leaves the field. What others write shows while one is not in it. */
export function NoteField({ label, hint, value, editable, onChange }: NoteFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isTouched = useRef(false)
  useEffect(() => {
    const field = area.current
    if (field && field !== document.activeElement && field.value !== value) field.value = value
  }, [value])
  const keep = () => {
    clearTimeout(timer.current)
    // What others wrote meanwhile is not overwritten by somebody who only looked.
    if (!isTouched.current || !area.current) return
    isTouched.current = false
    if (area.current.value !== value) onChange(area.current.value)
  }
  // A pause ends later than the reading that it began in, and the panel may turn to another sentence before it does.
  const latest = useRef(keep)
  latest.current = keep
  useLayoutEffect(() => () => latest.current(), [])
  return (
    <label className="field">
      <span className="lab">{label}</span>
      <textarea
        ref={area}
        className="input"
        rows={2}
        dir="auto"
        readOnly={!editable}
        defaultValue={value}
        placeholder={hint}
        onBlur={keep}
        onChange={() => {
          isTouched.current = true
          clearTimeout(timer.current)
          timer.current = setTimeout(() => latest.current(), PAUSE_MS)
        }}
      />
    </label>
  )
}

import { useEffect, useRef } from 'react'
import { Notice } from './notice.tsx'

/** A change in words; an empty word stands for an empty field. */
export interface ShownChange {
  readonly label: string
  readonly seen: string
  readonly now: string
  /** Something else was typed, and stays. */
  readonly isTyped: boolean
}

/** Says what somebody else changed while the form was open. It takes the focus: whoever pressed Save may have scrolled far. */
export function ChangedMeanwhile({
  what,
  changes,
}: {
  what: string
  changes: readonly ShownChange[]
}) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (changes.length) place.current?.focus()
  }, [changes])
  return (
    <Notice tone="bad" ref={place}>
      Not saved: somebody else has changed {what} meanwhile. Look at what changed, then save again.
      <ul>
        {changes.map(({ label, seen, now, isTyped }) => (
          <li key={label}>
            {label}: now {quoted(now)}, it was {quoted(seen)}.{' '}
            {isTyped
              ? 'What you typed is still in the form, and will replace it.'
              : 'The form has it now.'}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const quoted = (value: string) => (value ? <bdi>“{value}”</bdi> : 'empty')

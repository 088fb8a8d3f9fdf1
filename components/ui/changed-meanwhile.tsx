import { useTranslations } from 'next-intl'
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
  const t = useTranslations('ui')
  const quoted = (value: string) =>
    value ? t.rich('quoted', { value, bdi: (text) => <bdi>{text}</bdi> }) : t('empty')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (changes.length) place.current?.focus()
  }, [changes])
  return (
    <Notice tone="bad" ref={place}>
      {t('changedMeanwhile', { what })}
      <ul>
        {changes.map(({ label, seen, now, isTyped }) => (
          <li key={label}>
            {t.rich('changedField', {
              label,
              now: () => quoted(now),
              seen: () => quoted(seen),
              isTyped: String(isTyped),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Icon } from './icon.tsx'

/** What a control of a field takes, so that label, hint and error belong to it. */
export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** A label above, a hint or an error below. `children` makes the control. */
export function Field({
  label,
  optional = false,
  hint,
  error,
  children,
}: {
  label: string
  optional?: boolean
  hint?: string
  error?: string | null
  children: (control: FieldControl) => ReactNode
}) {
  const t = useTranslations('ui')
  const id = useId()
  const described = error || hint ? `${id}-more` : undefined
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="muted"> {t('optional')}</span>}
      </label>
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {error ? (
        <span className="err" id={described}>
          <Icon name="warn" />
          {error}
        </span>
      ) : (
        hint && (
          <span className="hint" id={described}>
            {hint}
          </span>
        )
      )}
    </div>
  )
}

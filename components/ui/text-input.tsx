import type { ComponentProps } from 'react'
import { Field } from './field.tsx'

type Rest = Omit<ComponentProps<'input'>, 'id' | 'className' | 'aria-describedby' | 'aria-invalid'>

/** A field of one line. */
export function TextInput({
  label,
  hint,
  error = null,
  optional = false,
  ...rest
}: Rest & { label: string; hint?: string; error?: string | null; optional?: boolean }) {
  return (
    <Field label={label} error={error} optional={optional} {...(hint && { hint })}>
      {(control) => <input {...control} {...rest} className="input" />}
    </Field>
  )
}

import type { ComponentProps } from 'react'
import { Field } from './field.tsx'

type Rest = Omit<ComponentProps<'select'>, 'id' | 'className' | 'aria-describedby' | 'aria-invalid'>

/** A field with a list of choices; the words of each stand in `options`. */
export function Choice({
  label,
  hint,
  options,
  ...rest
}: Rest & {
  label: string
  hint?: string
  options: readonly (readonly [value: string, words: string])[]
}) {
  return (
    <Field label={label} {...(hint && { hint })}>
      {(control) => (
        <select {...control} {...rest} className="select">
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

import { Icon } from '#components/ui/icon.tsx'

export interface CheckBox {
  readonly name: string
  readonly value: string
  readonly checked: boolean
  readonly words: string
  readonly note: string
}

/** Boxes of a form, several of which may be ticked, and what is wrong with them. */
export function CheckBoxes({
  legend,
  boxes,
  error,
}: {
  legend: string
  boxes: readonly CheckBox[]
  error: string | null
}) {
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      {boxes.map(({ name, value, checked, words, note }) => (
        <label key={`${name} ${value}`} className="check">
          <input type="checkbox" name={name} value={value} defaultChecked={checked} />
          <span>
            {words}
            <small>{note}</small>
          </span>
        </label>
      ))}
      {error && (
        <span className="err" role="alert">
          <Icon name="warn" />
          {error}
        </span>
      )}
    </fieldset>
  )
}

'use client'
import { type FunctionComponent, useState } from 'react'
import { Fetching, later, type Waiting } from '#components/ui/later.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { SourcePickerProps } from './source-picker.tsx'

interface TypedProps extends SourcePickerProps {
  readonly onTyped: (text: string) => void
}

/** The box in which a source is found, fetched when it is first opened. */
export function laterPicker(
  load: () => Promise<FunctionComponent<SourcePickerProps>>,
): FunctionComponent<SourcePickerProps> {
  const Fetched = later<TypedProps>(load, Meanwhile)
  return function LaterPicker(props) {
    const [typed, setTyped] = useState(props.initial ?? '')
    return <Fetched {...props} initial={typed} onTyped={setTyped} />
  }
}

export const SourcePicker = laterPicker(
  async () => (await import('./source-picker.tsx')).SourcePicker,
)

/** What is typed before the box is there is not lost; and no letter of it is taken for a key of what lies below. */
function Meanwhile({ props, ...waiting }: Waiting<TypedProps>) {
  const { label, initial, onTyped, onCancel } = props
  return (
    <div className="picker">
      <TextInput
        label={label}
        autoFocus
        dir="auto"
        value={initial}
        onChange={(event) => onTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.stopPropagation()
          onCancel()
        }}
      />
      <Fetching {...waiting} />
    </div>
  )
}

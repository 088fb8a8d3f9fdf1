import { TextInput } from '#components/ui/text-input.tsx'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import type { OverrideControl } from './use-overrides.ts'

interface OverrideFieldsProps {
  readonly blockers: readonly Blocker[]
  readonly control: OverrideControl
}

/** A chief's way past the gate: a reason for each thing in the way, which readers see. */
export function OverrideFields({ blockers, control }: OverrideFieldsProps) {
  return (
    <details className="overrides">
      <summary>Publish all the same, as chief</summary>
      <p className="hint">
        Say why, for each. The reasons stand in the version and on its page, and never change. What
        is left without one stays in the way.
      </p>
      {blockers.map((blocker) => (
        <TextInput
          key={control.keyOf(blocker)}
          label={labelOf(blocker)}
          hint={blocker.message}
          maxLength={1000}
          value={control.reasonOf(blocker)}
          onChange={({ target }) => control.setReason(blocker, target.value)}
        />
      ))}
    </details>
  )
}

function labelOf({ sentence, text }: Blocker): string {
  const words = text.length > 60 ? `${text.slice(0, 60)}…` : text
  return sentence === null ? 'The article' : `Sentence ${sentence + 1}: ${words}`
}

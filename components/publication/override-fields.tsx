import { Field } from '#components/ui/field.tsx'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import type { OverrideControl } from './override-control.ts'

interface OverrideFieldsProps {
  readonly blockers: readonly Blocker[]
  readonly control: OverrideControl
}

/** A chief's way past the gate: a reason for each thing in the way, which readers see. */
export function OverrideFields({ blockers, control }: OverrideFieldsProps) {
  return (
    <details className="overrides">
      <summary>Publish all the same, as chief</summary>
      <div className="reasons">
        <p className="hint">
          Say why, for each. The reasons stand in the version and on its page, and never change.
          What is left without one stays in the way.
        </p>
        {blockers.map((blocker) => (
          <Field key={control.keyOf(blocker)} label={labelOf(blocker)} hint={hintOf(blocker)}>
            {(props) => (
              <textarea
                {...props}
                className="input"
                rows={2}
                maxLength={1000}
                value={control.reasonOf(blocker)}
                onChange={({ target }) => control.setReason(blocker, target.value)}
              />
            )}
          </Field>
        ))}
      </div>
    </details>
  )
}

const labelOf = ({ sentence }: Blocker) =>
  sentence === null ? 'Why, for the article' : `Why, for sentence ${sentence + 1}`

/** What is in the way, and of which words. */
function hintOf({ sentence, text, message }: Blocker): string {
  const words = text.length > 60 ? `${text.slice(0, 60)}…` : text
  return sentence === null ? message : `${message} “${words}”`
}

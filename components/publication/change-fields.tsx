import { Field } from '#components/ui/field.tsx'
import type { ArticleModel } from '#components/workspace/model.ts'
import type { Change } from '#lib/domain/publication/version.ts'
import { CHANGE_MEANING, LATER_CHANGES, noteOwed, type PublishInput } from './publish-form.ts'

interface ChangeFieldsProps {
  readonly facts: ArticleModel['facts']
  readonly input: PublishInput
  readonly noteError: string | null
  readonly onChange: (input: PublishInput) => void
}

/** What kind of change the version is, and what readers are told about it. */
export function ChangeFields({ facts, input, noteError, onChange }: ChangeFieldsProps) {
  const owed = noteOwed(facts, input.change)
  const isFirst = facts.versions.length === 0
  return (
    <>
      {isFirst ? (
        <p className="muted">This is the first version: the article appears for the first time.</p>
      ) : (
        <KindOfChange
          value={input.change}
          canRetract={facts.state === 'published'}
          onChange={(change) => onChange({ ...input, change })}
        />
      )}
      <Field
        label={isFirst && owed ? 'Reason, for readers' : 'Note for readers'}
        optional={!owed}
        hint={owed ?? 'It stands in the list of versions.'}
        error={noteError}
      >
        {(control) => (
          <textarea
            {...control}
            className="input"
            name="note"
            required={owed !== null}
            maxLength={10_000}
            value={input.note}
            onChange={(event) => onChange({ ...input, note: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

interface KindOfChangeProps {
  readonly value: Change | null
  readonly canRetract: boolean
  readonly onChange: (change: Change) => void
}

function KindOfChange({ value, canRetract, onChange }: KindOfChangeProps) {
  return (
    <fieldset>
      <legend>What kind of change is it?</legend>
      <div className="radios">
        {LATER_CHANGES.map((change) => {
          const isOpen = change !== 'retraction' || canRetract
          return (
            <label key={change}>
              <input
                type="radio"
                name="change"
                value={change}
                checked={value === change}
                disabled={!isOpen}
                onChange={() => onChange(change)}
              />
              <span>
                <b>{NAMES[change]}</b>
                <small>
                  {isOpen ? CHANGE_MEANING[change] : 'Only while it stands as published'}
                </small>
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

const NAMES: Readonly<Record<(typeof LATER_CHANGES)[number], string>> = {
  update: 'Update',
  clarification: 'Clarification',
  correction: 'Correction',
  retraction: 'Retraction',
}

import { Field } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Warning, WarningKind } from '#lib/domain/publication/warnings.ts'
import type { WarningControl, WarningGroup } from './warning-control.ts'

interface WarningFieldsProps {
  readonly control: WarningControl
  readonly onGo: (index: number) => void
}

/** What the gate warns of, by kind: each opens its sentence, and each kind takes a reason. */
export function WarningFields({ control, onGo }: WarningFieldsProps) {
  const { groups } = control
  if (!groups.length) return null
  return (
    <section className="warnings">
      <h3>
        {headline(groups)} <span className="muted">each opens its sentence</span>
      </h3>
      <p className="hint">
        Say why it goes out all the same. The reasons stand in the version and on its page, and
        never change.
      </p>
      {groups.map((group) => (
        <Group key={group.kind} group={group} control={control} onGo={onGo} />
      ))}
    </section>
  )
}

function headline(groups: readonly WarningGroup[]): string {
  const count = groups.reduce((sum, { warnings }) => sum + warnings.length, 0)
  return count === 1 ? '1 warning' : `${count} warnings`
}

/** As many as anybody goes through before the list is shorter. */
const SHOWN = 100

interface GroupProps extends WarningFieldsProps {
  readonly group: WarningGroup
}

function Group({ group, control, onGo }: GroupProps) {
  const { kind, warnings, reason, newer } = group
  const more = warnings.length - SHOWN
  return (
    <div className="warned">
      <ul className="gate">
        {warnings.slice(0, SHOWN).map((warning) => (
          <li key={warning.fingerprint}>
            <Row warning={warning} onGo={onGo} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="muted">And {more} more.</p>}
      <Field
        label={LABELS[kind]}
        {...(warnings.length > 1 && { hint: `One reason for all ${warnings.length} sentences.` })}
        error={newer.length ? `It was written before ${newerWords(newer)} came up.` : null}
      >
        {(props) => (
          <textarea
            {...props}
            className="input"
            rows={2}
            maxLength={1000}
            name={`reason-${kind}`}
            value={reason}
            onChange={({ target }) => control.setReason(group, target.value)}
          />
        )}
      </Field>
      {newer.length > 0 && (
        <button type="button" className="btn sm" onClick={() => control.setReason(group, reason)}>
          It holds for {newer.length === 1 ? 'that' : 'those'}, too
        </button>
      )}
    </div>
  )
}

const newerWords = (newer: readonly Warning[]) =>
  newer.length === 1 ? `sentence ${(newer[0]?.sentence ?? 0) + 1}` : `${newer.length} of them`

function Row({ warning, onGo }: { warning: Warning; onGo: (index: number) => void }) {
  const { kind, sentence, text, message } = warning
  return (
    <button type="button" className="gate-row" onClick={() => onGo(sentence)}>
      <Icon name="warn" />
      <span>
        <span className="w">
          Sentence {sentence + 1}: {TITLES[kind]}
        </span>
        <span className="d" dir="auto">
          {text}
        </span>
        <span className="why">{message}</span>
      </span>
      <span className="go">
        <Icon name="next" />
      </span>
    </button>
  )
}

const TITLES: Readonly<Record<WarningKind, string>> = {
  lowConfidence: 'unconfirmed',
  singleSource: 'one source for an allegation',
  passageNotFound: 'passage not found',
}

const LABELS: Readonly<Record<WarningKind, string>> = {
  lowConfidence: 'Why publish what is unconfirmed',
  singleSource: 'Why one source is enough',
  passageNotFound: 'Why the passage stands',
}

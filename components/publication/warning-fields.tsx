import { useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Words } from '#components/ui/words.ts'
import type { Warning } from '#lib/domain/publication/warnings.ts'
import type { WarningControl, WarningGroup } from './warning-control.ts'

interface WarningFieldsProps {
  readonly control: WarningControl
  readonly onGo: (index: number) => void
}

/** What the gate warns of, by kind: each opens its sentence, and each kind takes a reason. */
export function WarningFields({ control, onGo }: WarningFieldsProps) {
  const t = useTranslations('gate')
  const { groups } = control
  if (!groups.length) return null
  const count = groups.reduce((sum, { warnings }) => sum + warnings.length, 0)
  return (
    <section className="warnings">
      <h3>
        {t('warnings', { count })} <span className="muted">{t('eachOpens')}</span>
      </h3>
      <p className="hint">{t('warningsHint')}</p>
      {groups.map((group) => (
        <Group key={group.kind} group={group} control={control} onGo={onGo} />
      ))}
    </section>
  )
}

/** As many as anybody goes through before the list is shorter. */
const SHOWN = 100

interface GroupProps extends WarningFieldsProps {
  readonly group: WarningGroup
}

function Group({ group, control, onGo }: GroupProps) {
  const t = useTranslations('gate')
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
      {more > 0 && <p className="muted">{t('andMore', { count: more })}</p>}
      <Field
        label={t(`why.${kind}`)}
        {...(warnings.length > 1 && { hint: t('oneForAll', { count: warnings.length }) })}
        error={newer.length ? olderWords(t, newer) : null}
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
          {t('holds', { count: newer.length })}
        </button>
      )}
    </div>
  )
}

const olderWords = (t: Words<'gate'>, newer: readonly Warning[]) =>
  newer.length === 1
    ? t('olderThanOne', { number: (newer[0]?.sentence ?? 0) + 1 })
    : t('olderThanSome', { count: newer.length })

function Row({ warning, onGo }: { warning: Warning; onGo: (index: number) => void }) {
  const t = useTranslations('gate')
  const { kind, sentence, text, message } = warning
  return (
    <button type="button" className="gate-row" onClick={() => onGo(sentence)}>
      <Icon name="warn" />
      <span>
        <span className="w">
          {t('sentence', { number: sentence + 1, tasks: t(`warning.${kind}`) })}
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

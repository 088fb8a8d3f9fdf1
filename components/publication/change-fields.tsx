import { useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import type { ArticleModel } from '#components/workspace/model.ts'
import type { Change } from '#lib/domain/publication/version.ts'
import { CorrectionFields } from './correction-fields.tsx'
import {
  canRetract,
  type correctionOwed,
  LATER_CHANGES,
  noteOwed,
  type PublishInput,
} from './publish-form.ts'

interface ChangeFieldsProps {
  readonly model: Pick<ArticleModel, 'facts' | 'statuses'>
  readonly input: PublishInput
  readonly noteError: string | null
  readonly correctionErrors: ReturnType<typeof correctionOwed> | null
  readonly onChange: (input: PublishInput) => void
}

/** What kind of change the version is, and what readers are told about it. */
export function ChangeFields(props: ChangeFieldsProps) {
  const { model, input, noteError, correctionErrors, onChange } = props
  const t = useTranslations('publishing')
  const { facts, statuses } = model
  const owed = noteOwed(t, facts, input.change)
  const isFirst = facts.versions.length === 0
  return (
    <>
      {isFirst ? (
        <p className="muted">{t('firstVersion')}</p>
      ) : (
        <KindOfChange
          value={input.change}
          canRetract={canRetract(facts)}
          onChange={(change) => onChange({ ...input, change })}
        />
      )}
      {input.change === 'correction' && (
        <CorrectionFields
          value={input.correction}
          statuses={statuses}
          last={facts.versions.at(-1)?.number ?? 1}
          errors={correctionErrors}
          onChange={(correction) => onChange({ ...input, correction })}
        />
      )}
      <Field
        label={t(isFirst && owed ? 'reasonForReaders' : 'noteForReaders')}
        optional={!owed}
        hint={owed ?? t('noteHint')}
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
  const t = useTranslations('publishing')
  return (
    <fieldset>
      <legend>{t('kindOfChange')}</legend>
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
                <b>{t(`change.${change}.name`)}</b>
                <small>{t(isOpen ? `change.${change}.means` : 'noRetraction')}</small>
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

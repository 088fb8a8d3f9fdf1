import { useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import type { ArticleModel } from '#components/workspace/model.ts'
import type { CorrectionInput, correctionOwed } from './publish-form.ts'

interface CorrectionFieldsProps {
  readonly value: CorrectionInput
  readonly statuses: ArticleModel['statuses']
  /** Number of the version that it corrects. */
  readonly last: number
  readonly errors: ReturnType<typeof correctionOwed> | null
  readonly onChange: (value: CorrectionInput) => void
}

/** What was wrong, what is right, and where [VER14]. */
export function CorrectionFields(props: CorrectionFieldsProps) {
  const { value, errors, onChange } = props
  const t = useTranslations('publishing')
  const field = (name: 'wrong' | 'right', label: string, hint: string) => (
    <Field label={label} hint={hint} error={errors?.[name] ?? null}>
      {(control) => (
        <textarea
          {...control}
          className="input"
          name={name}
          required
          maxLength={1_000}
          value={value[name]}
          onChange={(event) => onChange({ ...value, [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      {field('wrong', t('wrong'), t('wrongHint'))}
      {field('right', t('right'), t('rightHint'))}
      <WhichSentences {...props} />
    </>
  )
}

function WhichSentences({ value, statuses, last, errors, onChange }: CorrectionFieldsProps) {
  const t = useTranslations('publishing')
  const { sentences } = value
  const choose = (fingerprint: string, isChosen: boolean) => {
    const isThere = (known: string) => statuses.some((status) => status.fingerprint === known)
    const others = (sentences ?? []).filter((known) => known !== fingerprint && isThere(known))
    onChange({ ...value, sentences: isChosen ? [...others, fingerprint] : others })
  }
  return (
    <fieldset>
      <legend>{t('whichSentences')}</legend>
      <div className="radios">
        <label>
          <input
            type="radio"
            name="about"
            value="changed"
            checked={sentences === null}
            onChange={() => onChange({ ...value, sentences: null })}
          />
          <span>
            <b>{t('changedOnes')}</b>
            <small>{t('sinceVersion', { number: last })}</small>
          </span>
        </label>
        <label>
          <input
            type="radio"
            name="about"
            value="chosen"
            checked={sentences !== null}
            onChange={() => onChange({ ...value, sentences: sentences ?? [] })}
          />
          <span>
            <b>{t('others')}</b>
            <small>{t('chooseThem')}</small>
          </span>
        </label>
      </div>
      {sentences !== null && (
        <ul className="about-list" aria-label={t('sentences')}>
          {statuses.map(({ sentence: { index, text }, fingerprint }) => (
            <li key={index}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={sentences.includes(fingerprint)}
                  onChange={(event) => choose(fingerprint, event.target.checked)}
                />
                <span dir="auto">{t('numbered', { number: index + 1, text })}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {errors?.sentences && <p className="err">{errors.sentences}</p>}
    </fieldset>
  )
}

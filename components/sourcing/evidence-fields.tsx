'use client'
import { useTranslations } from 'next-intl'
import { CONFIDENCES, type Confidence, KINDS, type Kind } from '#lib/domain/sourcing/annotation.ts'

/** What kind of sentence it is. */
export function KindField({
  kind,
  editable,
  onChange,
}: {
  readonly kind: Kind | null
  readonly editable: boolean
  readonly onChange: (kind: Kind) => void
}) {
  const t = useTranslations('sourcing')
  const words = useTranslations('evidence')
  return (
    <label className="field">
      <span className="lab">{t('fields.kind')}</span>
      <select
        className="select"
        data-field="kind"
        disabled={!editable}
        value={kind ?? ''}
        onChange={(event) => onChange(event.target.value as Kind)}
      >
        {kind === null && <option value="">{t('fields.notSaid')}</option>}
        {KINDS.map((value) => (
          <option key={value} value={value}>
            {words(`kind.${value}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** How sure the newsroom is, in the words that readers get. */
export function ConfidenceField({
  confidence,
  editable,
  onChange,
}: {
  readonly confidence: Confidence | null
  readonly editable: boolean
  readonly onChange: (confidence: Confidence | null) => void
}) {
  const t = useTranslations('sourcing')
  const words = useTranslations('evidence')
  const terms = useTranslations('terms')
  return (
    <label className="field">
      <span className="lab">{t('fields.confidence')}</span>
      <select
        className="select"
        data-field="confidence"
        disabled={!editable}
        value={confidence ?? ''}
        title={confidence ? words(`meaning.${confidence}`) : t('fields.howSure')}
        onChange={(event) => onChange((event.target.value || null) as Confidence | null)}
      >
        <option value="">{t('fields.notSaid')}</option>
        {CONFIDENCES.map((value) => (
          <option key={value} value={value}>
            {terms(`confidence.${value}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

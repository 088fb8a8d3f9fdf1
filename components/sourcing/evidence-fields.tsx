'use client'
import { CONFIDENCE_WORDS } from '#components/ui/confidence-label.tsx'
import { CONFIDENCES, type Confidence, KINDS, type Kind } from '#lib/domain/sourcing/annotation.ts'
import { CONFIDENCE_MEANING, KIND_WORDS } from './words.ts'

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
  return (
    <label className="field">
      <span className="lab">Kind</span>
      <select
        className="select"
        data-field="kind"
        disabled={!editable}
        value={kind ?? ''}
        onChange={(event) => onChange(event.target.value as Kind)}
      >
        {kind === null && <option value="">Not said yet</option>}
        {KINDS.map((value) => (
          <option key={value} value={value}>
            {KIND_WORDS[value]}
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
  return (
    <label className="field">
      <span className="lab">Confidence</span>
      <select
        className="select"
        data-field="confidence"
        disabled={!editable}
        value={confidence ?? ''}
        title={confidence ? CONFIDENCE_MEANING[confidence] : 'How sure is the newsroom?'}
        onChange={(event) => onChange((event.target.value || null) as Confidence | null)}
      >
        <option value="">Not said yet</option>
        {CONFIDENCES.map((value) => (
          <option key={value} value={value}>
            {CONFIDENCE_WORDS[value]}
          </option>
        ))}
      </select>
    </label>
  )
}

'use client'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { CONFIDENCES, type Confidence, KINDS, type Kind } from '#lib/domain/sourcing/annotation.ts'
import { CONFIDENCE_MEANING, CONFIDENCE_WORDS, KIND_WORDS } from './words.ts'

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

export interface NoteFieldProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly editable: boolean
  readonly onChange: (text: string) => void
}

const PAUSE_MS = 700

/** A note that is kept when one pauses or leaves the field. What others write shows while one is not in it. */
export function NoteField({ label, hint, value, editable, onChange }: NoteFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    const field = area.current
    if (field && field !== document.activeElement && field.value !== value) field.value = value
  }, [value])
  const keep = () => {
    clearTimeout(timer.current)
    const text = area.current?.value ?? value
    if (text !== value) onChange(text)
  }
  // The panel may turn to another sentence while a pause still runs.
  const latest = useRef(keep)
  latest.current = keep
  useLayoutEffect(() => () => latest.current(), [])
  return (
    <label className="field">
      <span className="lab">{label}</span>
      <textarea
        ref={area}
        className="input"
        rows={2}
        readOnly={!editable}
        defaultValue={value}
        placeholder={hint}
        onBlur={keep}
        onChange={() => {
          clearTimeout(timer.current)
          timer.current = setTimeout(keep, PAUSE_MS)
        }}
      />
    </label>
  )
}

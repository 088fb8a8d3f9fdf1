'use client'
import { useState } from 'react'
import {
  type Citation,
  LOCATOR_LABELS,
  type LocatorLabel,
  RELATIONS,
  type Relation,
} from '#lib/domain/sourcing/annotation.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { LOCATOR_WORDS, locatorWords, RELATION_WORDS } from './words.ts'

export interface CitationItemProps {
  readonly citation: Citation
  /** Undefined: the registry does not know it. */
  readonly source: Source | undefined
  readonly editable: boolean
  readonly startsOpen: boolean
  readonly onChange: (citation: Citation) => void
  readonly onRemove: () => void
}

/** One use of a source: what it says about the sentence, and where in the source. */
export function CitationItem(props: CitationItemProps) {
  const { citation, source, editable, startsOpen, onChange, onRemove } = props
  const [open, setOpen] = useState(startsOpen)
  const gone = !source || source.retiredAt !== null
  return (
    <li className="citation" data-relation={citation.relation}>
      <div className="citation-head">
        <span className={gone ? 'citation-name gone' : 'citation-name'}>
          {source?.title ?? 'Unknown source'}
        </span>
        <span
          className={citation.relation === 'contradicts' ? 'small ink-disputed' : 'small muted'}
        >
          {RELATION_WORDS[citation.relation]}
        </span>
      </div>
      {gone && (
        <p className="err">
          {source ? 'Withdrawn: replace it.' : 'Not in the registry: replace it.'}
        </p>
      )}
      {!open && <Passage citation={citation} />}
      {open && editable && (
        <CitationForm
          citation={citation}
          onDone={(next) => {
            setOpen(false)
            if (next) onChange(next)
          }}
        />
      )}
      {editable && !open && (
        <div className="row">
          <button type="button" className="btn quiet sm" onClick={() => setOpen(true)}>
            {citation.quote || citation.locator ? 'Edit' : 'Add passage or place'}
          </button>
          <button type="button" className="btn quiet sm danger" onClick={onRemove}>
            Remove
          </button>
        </div>
      )}
    </li>
  )
}

function Passage({ citation }: { readonly citation: Citation }) {
  return (
    <>
      {citation.quote && <blockquote className="passage">“{citation.quote}”</blockquote>}
      {citation.locator && <p className="small muted">{locatorWords(citation.locator)}</p>}
      {!citation.quote && !citation.locator && <p className="small muted">No passage yet</p>}
    </>
  )
}

interface CitationFormProps {
  readonly citation: Citation
  /** Null: nothing changes. */
  readonly onDone: (citation: Citation | null) => void
}

function CitationForm({ citation, onDone }: CitationFormProps) {
  const save = (form: FormData) => {
    const field = (name: string) => String(form.get(name) ?? '').trim()
    const value = field('value')
    onDone({
      ...citation,
      relation: field('relation') as Relation,
      locator: value ? { label: field('label') as LocatorLabel, value } : null,
      quote: field('quote'),
      credibility: Number(field('credibility')) || null,
    })
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: it only listens for the key that closes
    <form
      className="citation-form"
      action={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone(null)
      }}
    >
      <label className="field">
        <span className="lab">Passage, word for word</span>
        {/* biome-ignore lint/a11y/noAutofocus: the form opens on request, to be typed into */}
        <textarea
          className="input serif"
          name="quote"
          rows={3}
          defaultValue={citation.quote}
          autoFocus
        />
      </label>
      <div className="two">
        <label className="field">
          <span className="lab">Where</span>
          <select className="select" name="label" defaultValue={citation.locator?.label ?? 'page'}>
            {LOCATOR_LABELS.map((label) => (
              <option key={label} value={label}>
                {LOCATOR_WORDS[label]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="lab">Number</span>
          <input
            className="input"
            name="value"
            maxLength={200}
            defaultValue={citation.locator?.value ?? ''}
          />
        </label>
      </div>
      <div className="two">
        <label className="field">
          <span className="lab">It</span>
          <select className="select" name="relation" defaultValue={citation.relation}>
            {RELATIONS.map((relation) => (
              <option key={relation} value={relation}>
                {RELATION_WORDS[relation]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="lab">Credibility</span>
          <select className="select" name="credibility" defaultValue={citation.credibility ?? ''}>
            <option value="">Not judged</option>
            {CREDIBILITY.map((words, at) => (
              <option key={words} value={at + 1}>
                {at + 1} {words}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="row">
        <button type="submit" className="btn sm">
          Done
        </button>
        <button type="button" className="btn quiet sm" onClick={() => onDone(null)}>
          Cancel
        </button>
      </div>
    </form>
  )
}

/** The Admiralty scale for a piece of information. */
const CREDIBILITY = [
  'confirmed by other sources',
  'probably true',
  'possibly true',
  'doubtful',
  'improbable',
  'cannot be judged',
]

'use client'
import { useState } from 'react'
import type { Answer, NewSource } from '#lib/collab/browser/api.ts'
import {
  SOURCE_KINDS,
  type Source,
  type SourceKind,
  type Terms,
} from '#lib/domain/sourcing/source.ts'
import { SOURCE_KIND_WORDS } from './words.ts'

export interface NewSourceFormProps {
  /** What was typed to find it: an address or a name. */
  readonly typed: string
  readonly onCreate: (source: NewSource) => Promise<Answer<Source>>
  readonly onDone: (source: Source) => void
  readonly onCancel: () => void
}

/** A source made on the spot: what readers are told about it can be filled in later. */
export function NewSourceForm({ typed, onCreate, onDone, onCancel }: NewSourceFormProps) {
  const [wrong, setWrong] = useState('')
  const isAddress = /^https?:\/\//i.test(typed.trim())
  const save = async (form: FormData) => {
    const field = (name: string) => String(form.get(name) ?? '').trim()
    if (!field('title')) return setWrong('Give the source a name.')
    const answer = await onCreate({
      kind: field('kind') as SourceKind,
      title: field('title'),
      publicName: field('publicName') || field('title'),
      url: field('url') || null,
      terms: field('terms') as Terms,
    })
    if (answer.ok) onDone(answer.value)
    else setWrong(answer.message)
  }
  return (
    // Fields keep what was typed when the server refuses: an action of the form would empty them.
    <form
      className="source-form"
      aria-label="New source"
      onSubmit={(event) => {
        event.preventDefault()
        void save(new FormData(event.currentTarget))
      }}
    >
      {wrong && (
        <p className="err" role="alert">
          {wrong}
        </p>
      )}
      <label className="field">
        <span className="lab">Name, for the newsroom</span>
        {/* biome-ignore lint/a11y/noAutofocus: the form opens on request, to be typed into */}
        <input
          className="input"
          name="title"
          required
          maxLength={300}
          defaultValue={nameOf(typed)}
          autoFocus
        />
      </label>
      <label className="field">
        <span className="lab">Name, for readers</span>
        <input className="input" name="publicName" maxLength={300} placeholder="The same" />
      </label>
      <div className="two">
        <label className="field">
          <span className="lab">Kind</span>
          <select className="select" name="kind" defaultValue={isAddress ? 'webPage' : 'document'}>
            {SOURCE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {SOURCE_KIND_WORDS[kind]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="lab">Terms</span>
          <select className="select" name="terms" defaultValue="onRecord">
            <option value="onRecord">On the record</option>
            <option value="background">On background</option>
            <option value="deepBackground">Deep background</option>
            <option value="offRecord">Off the record</option>
          </select>
        </label>
      </div>
      <label className="field">
        <span className="lab">Address</span>
        <input
          className="input"
          name="url"
          type="url"
          maxLength={2000}
          defaultValue={isAddress ? typed.trim() : ''}
        />
      </label>
      <div className="row">
        <button type="submit" className="btn primary sm">
          Save and attach
        </button>
        <button type="button" className="btn quiet sm" onClick={onCancel}>
          Back
        </button>
      </div>
    </form>
  )
}

/** A name to begin with: the host of an address, else what was typed. */
function nameOf(typed: string): string {
  const text = typed.trim()
  return URL.canParse(text) && /^https?:/i.test(text)
    ? new URL(text).hostname.replace(/^www\./, '')
    : text
}

'use client'
import { useState } from 'react'
import { DetailsButton } from '#components/registry/details-button.tsx'
import { KnownAlready } from '#components/registry/known-already.tsx'
import { PublicationFields } from '#components/registry/publication-fields.tsx'
import { KIND_WORDS, TERMS_WORDS } from '#components/registry/words.ts'
import { Notice } from '#components/ui/notice.tsx'
import { useFocusFirst } from '#components/ui/use-focus-first.ts'
import type { Answer, NewSource } from '#lib/collab/browser/api.ts'
import { type FoundDuplicate, registryApi } from '#lib/collab/browser/registry-api.ts'
import { cleanCsl } from '#lib/domain/sourcing/csl-fields.ts'
import { cslOfForm } from '#lib/domain/sourcing/csl-words.ts'
import {
  SOURCE_KINDS,
  type Source,
  type SourceKind,
  TERMS,
  type Terms,
} from '#lib/domain/sourcing/source.ts'

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
  const [isBusy, setBusy] = useState(false)
  const [found, setFound] = useState<readonly FoundDuplicate[]>([])
  const save = async (source: NewSource) => {
    if (isBusy) return
    const missing = missingIn(source)
    if (missing) return setWrong(missing)
    setBusy(true)
    // Asked once: whoever goes on after the answer has seen it.
    const duplicates = found.length ? [] : await duplicatesOf(source)
    if (duplicates.length) setFound(duplicates)
    else {
      const answer = await onCreate(source)
      if (answer.ok) onDone(answer.value)
      else setWrong(answer.message)
    }
    setBusy(false)
  }
  return (
    <form
      className="source-form"
      aria-label="New source"
      // Fields keep what was typed when the server refuses: an action of the form would empty them.
      onSubmit={(event) => {
        event.preventDefault()
        void save(sourceIn(event.currentTarget))
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onCancel()
      }}
    >
      {wrong && <Notice tone="bad">{wrong}</Notice>}
      <KnownAlready found={found} onUse={onDone} />
      <Names typed={typed} />
      <Description />
      <Choices isAddress={isAddress(typed)} />
      <label className="field">
        <span className="lab">Address</span>
        <input
          className="input"
          name="url"
          type="url"
          maxLength={2000}
          defaultValue={isAddress(typed) ? typed.trim() : ''}
        />
      </label>
      <DetailsButton typed={typed} />
      <PublicationFields source={null} errorOf={() => null} />
      <div className="row">
        <button type="submit" className="btn primary sm" aria-disabled={isBusy}>
          {found.length ? 'Add as another' : 'Save and attach'}
        </button>
        <button type="button" className="btn quiet sm" onClick={onCancel}>
          Back
        </button>
      </div>
    </form>
  )
}

/** What the registry has of it; nothing while the server cannot be asked: adding says so itself. */
async function duplicatesOf({ title, description = '', url = null, csl }: NewSource) {
  const known = cleanCsl(csl)
  const answer = await registryApi.duplicatesOf({ title, description, url, csl: known })
  return answer.ok ? answer.value.duplicates : []
}

function missingIn({ title, terms, wording }: NewSource): string {
  if (!title) return 'Give the source a name.'
  return terms === 'background' && !wording
    ? 'Say how readers may be told of it: on background they get the agreed wording alone.'
    : ''
}

function Names({ typed }: Pick<NewSourceFormProps, 'typed'>) {
  const first = useFocusFirst<HTMLInputElement>()
  return (
    <>
      <label className="field">
        <span className="lab">Name, for the newsroom</span>
        <input
          ref={first}
          className="input"
          name="title"
          dir="auto"
          required
          maxLength={300}
          defaultValue={nameOf(typed)}
        />
      </label>
      <label className="field">
        <span className="lab">Name, for readers</span>
        <input
          className="input"
          name="publicName"
          dir="auto"
          maxLength={300}
          placeholder="The same"
        />
      </label>
    </>
  )
}

/** What readers are told beside the name; it comes with the details of a page. */
function Description() {
  return (
    <label className="field">
      <span className="lab">Author, publisher, date, for readers</span>
      <input className="input" name="description" dir="auto" maxLength={1000} />
    </label>
  )
}

function Choices({ isAddress: startsWithAddress }: { readonly isAddress: boolean }) {
  const [terms, setTerms] = useState<Terms>('onRecord')
  return (
    <>
      <div className="two">
        <label className="field">
          <span className="lab">Kind of source</span>
          <select
            className="select"
            name="kind"
            defaultValue={startsWithAddress ? 'webPage' : 'document'}
          >
            {SOURCE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {KIND_WORDS[kind]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="lab">Terms</span>
          <select
            className="select"
            name="terms"
            value={terms}
            onChange={({ target }) => setTerms(target.value as Terms)}
          >
            {TERMS.map((each) => (
              <option key={each} value={each}>
                {TERMS_WORDS[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Agreed terms={terms} />
    </>
  )
}

/** What was agreed with the source, where its terms ask for words. */
function Agreed({ terms }: { readonly terms: Terms }) {
  if (terms === 'onRecord') return null
  if (terms !== 'background')
    return <p className="small muted">Nothing that rests on it alone is published.</p>
  return (
    <label className="field">
      <span className="lab">Agreed wording</span>
      <input
        className="input"
        name="wording"
        dir="auto"
        maxLength={300}
        placeholder="a person familiar with the talks"
      />
      <span className="small muted">Readers are told this, and never the name.</span>
    </label>
  )
}

function sourceIn(element: HTMLFormElement): NewSource {
  const form = new FormData(element)
  const field = (name: string) => String(form.get(name) ?? '').trim()
  return {
    kind: field('kind') as SourceKind,
    title: field('title'),
    publicName: field('publicName') || field('title'),
    description: field('description'),
    url: field('url') || null,
    terms: field('terms') as Terms,
    wording: field('wording'),
    csl: cslOfForm(Object.fromEntries(form)).csl,
    ...(field('edition') && { edition: field('edition') }),
  }
}

function isAddress(typed: string): boolean {
  return /^https?:\/\//i.test(typed.trim())
}

/** A name to begin with: the host of an address, else what was typed. */
function nameOf(typed: string): string {
  const text = typed.trim()
  if (!isAddress(text) || !URL.canParse(text)) return text
  return new URL(text).hostname.replace(/^www\./, '')
}

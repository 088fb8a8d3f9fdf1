'use client'
import { useState } from 'react'
import { DetailsButton } from '#components/registry/details-button.tsx'
import { GivenFileLine } from '#components/registry/given-file-line.tsx'
import { KnownAlready } from '#components/registry/known-already.tsx'
import { PublicationFields } from '#components/registry/publication-fields.tsx'
import { KIND_WORDS, TERMS_WORDS } from '#components/registry/words.ts'
import { Notice } from '#components/ui/notice.tsx'
import { useFocusFirst } from '#components/ui/use-focus-first.ts'
import type { Answer, NewSource } from '#lib/collab/browser/api.ts'
import { capturesApi } from '#lib/collab/browser/captures-api.ts'
import type { Start } from '#lib/collab/browser/look-up.ts'
import { registryApi } from '#lib/collab/browser/registry-api.ts'
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
  /** What is known of it already. */
  readonly start: Start
  /** What was typed to find it. */
  readonly typed: string
  readonly onCreate: (source: NewSource) => Promise<Answer<Source>>
  readonly onDone: (source: Source) => void
  readonly onCancel: () => void
}

/** A source made on the spot: what readers are told about it can be filled in later. */
export function NewSourceForm(props: NewSourceFormProps) {
  const { start, typed, onDone, onCancel } = props
  const { wrong, isBusy, found, made, save } = useNewSource(props)
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
      {start.file && <GivenFileLine file={start.file} />}
      <KnownAlready found={made ? [] : found} onUse={onDone} />
      <Names start={start} />
      <Description start={start} />
      <Choices kind={start.kind} />
      <label className="field">
        <span className="lab">Address</span>
        <input
          className="input"
          name="url"
          type="url"
          maxLength={2000}
          defaultValue={start.url ?? ''}
        />
      </label>
      <DetailsButton typed={typed} />
      <PublicationFields source={start} errorOf={() => null} />
      <div className="row">
        <button type="submit" className="btn primary sm" aria-disabled={isBusy}>
          {made ? 'Try the file again' : found.length ? 'Add as another' : 'Save and attach'}
        </button>
        {made && (
          <button type="button" className="btn sm" onClick={() => onDone(made)}>
            Attach without it
          </button>
        )}
        <button type="button" className="btn quiet sm" onClick={onCancel}>
          {made ? 'Close' : 'Back'}
        </button>
      </div>
    </form>
  )
}

/** Asks for what is there, adds what is not, and keeps the file that it was made of. */
function useNewSource({ start, onCreate, onDone }: NewSourceFormProps) {
  const [wrong, setWrong] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [found, setFound] = useState(start.found)
  /** It is in the registry, and its file is not. */
  const [made, setMade] = useState<Source | null>(null)
  const keep = async (source: Source) => {
    const { file } = start
    const answer = file && (await capturesApi(source.id).upload(file.name, file.bytes))
    if (!answer || answer.ok) return onDone(source)
    setMade(source)
    setWrong(`“${source.title}” is in the registry, without its file. ${answer.message}`)
  }
  const add = async (source: NewSource) => {
    // Asked once: whoever goes on after the answer has seen it.
    const duplicates = found.length ? [] : await duplicatesOf(source)
    if (duplicates.length) return setFound(duplicates)
    const answer = await onCreate(source)
    return answer.ok ? keep(answer.value) : setWrong(answer.message)
  }
  const save = async (source: NewSource) => {
    if (isBusy) return
    const missing = missingIn(source)
    if (missing) return setWrong(missing)
    setBusy(true)
    setWrong('')
    await (made ? keep(made) : add(source))
    setBusy(false)
  }
  return { wrong, isBusy, found, made, save }
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

type StartProps = Pick<NewSourceFormProps, 'start'>

function Names({ start }: StartProps) {
  const first = useFocusFirst<HTMLInputElement>()
  return (
    <>
      <label className="field">
        <span className="lab">Name, for the newsroom</span>
        <input
          // What is there already asks first.
          ref={start.found.length ? null : first}
          className="input"
          name="title"
          dir="auto"
          required
          maxLength={300}
          defaultValue={start.title}
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
function Description({ start }: StartProps) {
  return (
    <label className="field">
      <span className="lab">Author, publisher, date, for readers</span>
      <input
        className="input"
        name="description"
        dir="auto"
        maxLength={1000}
        defaultValue={start.description}
      />
    </label>
  )
}

function Choices({ kind: first }: Pick<Start, 'kind'>) {
  const [terms, setTerms] = useState<Terms>('onRecord')
  return (
    <>
      <div className="two">
        <label className="field">
          <span className="lab">Kind of source</span>
          <select className="select" name="kind" defaultValue={first}>
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

'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DetailsButton } from '#components/registry/details-button.tsx'
import { GivenFileLine } from '#components/registry/given-file-line.tsx'
import { KnownAlready } from '#components/registry/known-already.tsx'
import { PublicationFields } from '#components/registry/publication-fields.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useFocusFirst } from '#components/ui/use-focus-first.ts'
import type { Words } from '#components/ui/words.ts'
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
  const t = useTranslations('citing.make')
  const ui = useTranslations('ui')
  const { start, typed, onDone, onCancel } = props
  const { wrong, isBusy, found, made, save } = useNewSource(props)
  return (
    <form
      className="source-form"
      aria-label={t('form')}
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
        <span className="lab">{t('address')}</span>
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
          {made ? t('tryFile') : found.length ? t('another') : t('save')}
        </button>
        {made && (
          <button type="button" className="btn sm" onClick={() => onDone(made)}>
            {t('attachWithout')}
          </button>
        )}
        <button type="button" className="btn quiet sm" onClick={onCancel}>
          {made ? ui('close') : t('back')}
        </button>
      </div>
    </form>
  )
}

/** Asks for what is there, adds what is not, and keeps the file that it was made of. */
function useNewSource({ start, onCreate, onDone }: NewSourceFormProps) {
  const t = useTranslations('citing')
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
    setWrong(t('make.withoutFile', { title: source.title, why: answer.message }))
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
    const missing = missingIn(t, source)
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

function missingIn(t: Words<'citing'>, { title, terms, wording }: NewSource): string {
  if (!title) return t('make.noName')
  return terms === 'background' && !wording ? t('make.noWording') : ''
}

type StartProps = Pick<NewSourceFormProps, 'start'>

function Names({ start }: StartProps) {
  const t = useTranslations('citing.make')
  const first = useFocusFirst<HTMLInputElement>()
  return (
    <>
      <label className="field">
        <span className="lab">{t('name')}</span>
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
        <span className="lab">{t('publicName')}</span>
        <input
          className="input"
          name="publicName"
          dir="auto"
          maxLength={300}
          placeholder={t('sameName')}
        />
      </label>
    </>
  )
}

/** What readers are told beside the name; it comes with the details of a page. */
function Description({ start }: StartProps) {
  const t = useTranslations('citing.make')
  return (
    <label className="field">
      <span className="lab">{t('description')}</span>
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
  const t = useTranslations('citing.make')
  const words = useTranslations('sourceTerms')
  const [terms, setTerms] = useState<Terms>('onRecord')
  return (
    <>
      <div className="two">
        <label className="field">
          <span className="lab">{t('kind')}</span>
          <select className="select" name="kind" defaultValue={first}>
            {SOURCE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {words(`kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="lab">{t('terms')}</span>
          <select
            className="select"
            name="terms"
            value={terms}
            onChange={({ target }) => setTerms(target.value as Terms)}
          >
            {TERMS.map((each) => (
              <option key={each} value={each}>
                {words(`terms.${each}`)}
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
  const t = useTranslations('citing.make')
  if (terms === 'onRecord') return null
  if (terms !== 'background') return <p className="small muted">{t('notAlone')}</p>
  return (
    <label className="field">
      <span className="lab">{t('wording')}</span>
      <input
        className="input"
        name="wording"
        dir="auto"
        maxLength={300}
        placeholder={t('wordingExample')}
      />
      <span className="small muted">{t('wordingHint')}</span>
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

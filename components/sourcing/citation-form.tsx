'use client'
import { useTranslations } from 'next-intl'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { useFocusFirst } from '#components/ui/use-focus-first.ts'
import {
  type Citation,
  type Locator,
  type LocatorLabel,
  RELATIONS,
  type Relation,
} from '#lib/domain/sourcing/annotation.ts'
import { locatorsFor } from '#lib/domain/sourcing/read-place.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { storedLocator } from '#lib/domain/sourcing/timecode.ts'
import { PassageCheck } from './passage-check.tsx'
import { CREDIBILITIES } from './words.ts'

interface CitationFormProps {
  readonly citation: Citation
  /** Undefined: the registry does not know it. */
  readonly source: Source | undefined
  readonly onChange: (citation: Citation) => void
  readonly onClose: () => void
}

/** What a source says, and where. What was typed is kept however one leaves, but by Cancel. */
export function CitationForm({ citation, source, onChange, onClose }: CitationFormProps) {
  const t = useTranslations('citing')
  const ui = useTranslations('ui')
  const form = useRef<HTMLFormElement>(null)
  const isDropped = useRef(false)
  const wrong = useId()
  const [isNoTime, setNoTime] = useState(false)
  const look = () => form.current && setNoTime(citationIn(form.current, citation, source).isNoTime)
  const keep = () => {
    const next = form.current && citationIn(form.current, citation, source).citation
    if (next && !isDropped.current && !isSame(next, citation)) onChange(next)
  }
  const latest = useRef(keep)
  latest.current = keep
  useLayoutEffect(() => () => latest.current(), [])
  const drop = () => {
    isDropped.current = true
    onClose()
  }
  return (
    <form
      ref={form}
      className="citation-form"
      aria-label={t('passageAndPlace')}
      onInput={look}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isNoTime) return onClose()
        const value = event.currentTarget.elements.namedItem('value')
        if (value instanceof HTMLElement) value.focus()
      }}
      onKeyDown={(event) => {
        const offer = event.altKey && event.code === 'KeyP' ? offerIn(event.currentTarget) : null
        if (event.key !== 'Escape' && !offer) return
        event.preventDefault()
        event.stopPropagation()
        if (offer) offer.click()
        else onClose()
      }}
    >
      <Quote citation={citation} source={source} onPlace={look} />
      <Scales
        citation={citation}
        wrong={isNoTime ? wrong : undefined}
        labels={locatorsFor(source?.kind ?? 'document')}
      />
      <p id={wrong} className="err" aria-live="polite" hidden={!isNoTime}>
        {isNoTime && t('noTime')}
      </p>
      <div className="row">
        <button type="submit" className="btn sm">
          {t('done')}
        </button>
        <button type="button" className="btn quiet sm" onClick={drop}>
          {ui('cancel')}
        </button>
      </div>
    </form>
  )
}

const offerIn = (form: HTMLElement) => form.querySelector<HTMLElement>('[data-page-offer]')

interface QuoteProps extends Pick<CitationFormProps, 'citation' | 'source'> {
  /** A page was written beside it. */
  readonly onPlace: () => void
}

/** The passage, looked up in the captured source with every key. */
function Quote({ citation, source, onPlace }: QuoteProps) {
  const t = useTranslations('citing')
  const first = useFocusFirst<HTMLTextAreaElement>()
  const [quote, setQuote] = useState(citation.quote)
  const { locator } = citation
  const [page, setPage] = useState(locator?.label === 'page' ? locator.value : null)
  const offerOf = (found: string) => {
    if (found === page) return null
    return () => {
      const fields = first.current?.form
      if (!fields) return
      write(fields, 'label', 'page')
      write(fields, 'value', found)
      setPage(found)
      onPlace()
      first.current?.focus()
    }
  }
  const takeWords = (words: string) => {
    if (!first.current) return
    first.current.value = words
    setQuote(words)
    first.current.focus()
  }
  return (
    <>
      <label className="field">
        <span className="lab">{t('passage')}</span>
        <textarea
          ref={first}
          className="input serif"
          name="quote"
          dir="auto"
          rows={3}
          defaultValue={citation.quote}
          onInput={(event) => setQuote(event.currentTarget.value)}
        />
      </label>
      {source && (
        <PassageCheck source={source} quote={quote} onTake={takeWords} offerOf={offerOf} />
      )}
    </>
  )
}

function write(form: HTMLFormElement, name: string, value: string) {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) field.value = value
}

interface ScalesProps {
  readonly citation: Citation
  /** The first is usual for this kind of source. */
  readonly labels: readonly LocatorLabel[]
  /** What says that the place is no time; undefined: it may be one. */
  readonly wrong: string | undefined
}

/** Where it stands, what it does for the sentence, and how far it can be believed. */
function Scales({ citation, labels, wrong }: ScalesProps) {
  const t = useTranslations('citing')
  const words = useTranslations('evidence')
  const { locator, relation, credibility } = citation
  return (
    <div className="two">
      <label className="field">
        <span className="lab">{t('where')}</span>
        <select className="select" name="label" defaultValue={locator?.label ?? labels[0]}>
          {labels.map((label) => (
            <option key={label} value={label}>
              {words(`label.${label}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="lab">{t('which')}</span>
        <input
          className="input"
          name="value"
          maxLength={200}
          defaultValue={locator?.value ?? ''}
          autoComplete="off"
          aria-invalid={wrong !== undefined}
          aria-describedby={wrong}
        />
      </label>
      <label className="field">
        <span className="lab">{t('relation')}</span>
        <select className="select" name="relation" defaultValue={relation}>
          {RELATIONS.map((value) => (
            <option key={value} value={value}>
              {words(`relation.${value}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="lab">{t('credibility')}</span>
        <select className="select" name="credibility" defaultValue={credibility ?? ''}>
          <option value="">{t('notJudged')}</option>
          {CREDIBILITIES.map((value) => (
            <option key={value} value={value}>
              {words(`credibility.${value}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

/** What the form says. A place that is no time is not taken: the one before stays [EVI15]. */
function citationIn(element: HTMLFormElement, citation: Citation, source: Source | undefined) {
  const form = new FormData(element)
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const value = field('value')
  const said: Locator | null = value ? { label: field('label') as LocatorLabel, value } : null
  const { locator: before } = citation
  const isBefore = said?.label === before?.label && said?.value === before?.value
  const stored = isBefore ? before : said && storedLocator(said, source?.kind ?? 'document')
  const isNoTime = said !== null && stored === null
  const next: Citation = {
    ...citation,
    relation: field('relation') as Relation,
    locator: isNoTime ? before : stored,
    quote: field('quote'),
    credibility: Number(field('credibility')) || null,
  }
  return { citation: next, isNoTime }
}

function isSame(a: Citation, b: Citation): boolean {
  return (
    a.relation === b.relation &&
    a.quote === b.quote &&
    a.credibility === b.credibility &&
    a.locator?.label === b.locator?.label &&
    a.locator?.value === b.locator?.value
  )
}

'use client'
import { Icon } from '#components/ui/icon.tsx'
import type { Citation } from '#lib/domain/sourcing/annotation.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { CitationForm } from './citation-form.tsx'
import { locatorWords, RELATION_WORDS } from './words.ts'

export interface CitationItemProps {
  readonly citation: Citation
  /** Undefined: the registry does not know it. */
  readonly source: Source | undefined
  readonly editable: boolean
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
  readonly onChange: (citation: Citation) => void
  readonly onReplace: () => void
  readonly onRemove: () => void
}

/** One use of a source: what it says about the sentence, and where in the source. */
export function CitationItem(props: CitationItemProps) {
  const { citation, source, editable, isOpen } = props
  const isGone = !source || source.retiredAt !== null
  return (
    <li className="citation" data-relation={citation.relation}>
      <div className="citation-head">
        {isGone && source ? (
          <s className="citation-name" dir="auto">
            {source.title}
          </s>
        ) : (
          <span className="citation-name" dir="auto">
            {source?.title ?? 'Unknown source'}
          </span>
        )}
        <span
          className={citation.relation === 'contradicts' ? 'small ink-disputed' : 'small muted'}
        >
          {RELATION_WORDS[citation.relation]}
        </span>
      </div>
      {isGone && (
        <p className="err">
          <Icon name="warn" />
          {source ? 'Withdrawn: it supports nothing any more.' : 'It is not in the registry.'}
        </p>
      )}
      {isOpen ? (
        <CitationForm citation={citation} onChange={props.onChange} onClose={props.onClose} />
      ) : (
        <Passage citation={citation} />
      )}
      {editable && !isOpen && <Buttons {...props} isGone={isGone} />}
    </li>
  )
}

function Passage({ citation }: { readonly citation: Citation }) {
  const { quote, locator } = citation
  if (!quote && !locator) return <p className="small muted">No passage yet</p>
  return (
    <>
      {quote && (
        <blockquote className="passage" dir="auto">
          “{quote}”
        </blockquote>
      )}
      {locator && (
        <p className="small muted">
          <bdi>{locatorWords(locator)}</bdi>
        </p>
      )}
    </>
  )
}

function Buttons(props: CitationItemProps & { readonly isGone: boolean }) {
  const { citation, source, isGone } = props
  const name = source?.title ?? 'unknown source'
  return (
    <div className="row">
      {isGone ? (
        <button type="button" className="btn sm" onClick={props.onReplace}>
          Replace<span className="vh"> {name}</span>
        </button>
      ) : (
        <button type="button" className="btn quiet sm" onClick={props.onOpen}>
          {citation.quote || citation.locator ? 'Edit' : 'Add passage or place'}
          <span className="vh"> of {name}</span>
        </button>
      )}
      <button type="button" className="btn quiet sm danger" onClick={props.onRemove}>
        Remove<span className="vh"> {name}</span>
      </button>
    </div>
  )
}

'use client'
import { Icon } from '#components/ui/icon.tsx'
import type { Citation } from '#lib/domain/sourcing/annotation.ts'
import { sourceTrouble } from '#lib/domain/sourcing/link-health.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { CitationForm } from './citation-form.tsx'
import { PassageCheck } from './passage-check.tsx'
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
      {source && <SourceNote source={source} citation={citation} />}
      {isOpen ? (
        <CitationForm
          citation={citation}
          source={source}
          onChange={props.onChange}
          onClose={props.onClose}
        />
      ) : (
        <Passage citation={citation} />
      )}
      {!isOpen && source && citation.quote && (
        <PassageCheck source={source} quote={citation.quote} onTake={null} />
      )}
      {editable && !isOpen && <Buttons {...props} isGone={isGone} />}
    </li>
  )
}

const TROUBLE_WORDS = {
  dead: 'Its page is gone.',
  lost: 'Its page has changed: this passage is not there any more.',
} as const

/** What is wrong with the page of the source, and the way to its captured copies. */
function SourceNote({
  source,
  citation,
}: {
  readonly source: Source
  readonly citation: Citation
}) {
  const trouble = sourceTrouble(citation, () => source)
  if (!trouble) return null
  return (
    <p className="err">
      <Icon name="warn" />
      <span>
        {TROUBLE_WORDS[trouble]}{' '}
        <a href={`/sources/${source.id}`} target="_blank" rel="noreferrer">
          Look at the captured copy<span className="vh"> (opens in a new tab)</span>
        </a>
      </span>
    </p>
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

import type { ReactNode, Ref } from 'react'
import { KIND_WORDS } from '#components/registry/words.ts'
import { locatorWords, RELATION_WORDS } from '#components/sourcing/words.ts'
import { Icon } from '#components/ui/icon.tsx'
import { When } from '#components/ui/when.tsx'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Citation } from '#lib/domain/sourcing/annotation.ts'
import type { FindSource } from '#lib/domain/sourcing/article-content.ts'
import { sourceTrouble } from '#lib/domain/sourcing/link-health.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { termsTrouble } from '#lib/domain/sourcing/terms.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import { PassageInCopy } from './passage-in-copy.tsx'
import { credibilityWords, RELIABILITY_WORDS, TERMS_WORDS } from './scale-words.ts'

interface EvidencePanelProps {
  readonly status: SentenceStatus | null
  readonly findSource: FindSource
  readonly ref?: Ref<HTMLElement>
}

/** What is cited for the sentence: each passage as the source has it, beside the words that rest on it. */
export function EvidencePanel({ status, findSource, ref }: EvidencePanelProps) {
  const citations = status?.annotations.flatMap((annotation) => annotation.citations) ?? []
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className="evid" ref={ref} aria-label="Evidence" tabIndex={0}>
      {status && !citations.length && <NothingCited status={status} />}
      <ol>
        {citations.map((citation, index) => (
          <li key={citation.id}>
            <Evidence
              citation={citation}
              source={findSource(citation.sourceId)}
              number={index + 1}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

function NothingCited({ status }: { readonly status: SentenceStatus }) {
  const reason = status.annotations.map(({ note }) => note.trim()).find(Boolean)
  const owes = status.evidence !== 'exempt'
  return (
    <div className="evid-none">
      <h2>{owes ? 'No source yet' : 'Nothing to look up'}</h2>
      <p className="muted">
        {owes
          ? 'Nothing is cited for this sentence. Ask for a source with a query.'
          : `It owes no source${reason ? `: ${reason}` : '.'}`}
      </p>
    </div>
  )
}

interface EvidenceProps {
  readonly citation: Citation
  /** Undefined: the registry does not know it. */
  readonly source: Source | undefined
  readonly number: number
}

function Evidence({ citation, source, number }: EvidenceProps) {
  const { relation, quote, locator } = citation
  return (
    <article>
      <div className="headrow">
        <span className="srcn">
          <span className="vh">Source </span>
          {number}
        </span>
        <h2 dir="auto">{source?.title ?? 'Unknown source'}</h2>
        <span className={`rel rel-${relation}`}>{RELATION_WORDS[relation]}</span>
        <span className="grow" />
        {source && <OpenSource source={source} />}
      </div>
      {source && (
        <p className="muted small">
          {[KIND_WORDS[source.kind], source.description].filter(Boolean).join(', ')}
        </p>
      )}
      <Warnings source={source} citation={citation} />
      <figure className="leaf">
        {quote.trim() ? (
          <blockquote dir="auto">{quote}</blockquote>
        ) : (
          <p className="leaf-none">No passage is quoted.</p>
        )}
        <figcaption>
          {locator ? <bdi>{locatorWords(locator)}</bdi> : 'No place in the source is given.'}
        </figcaption>
      </figure>
      {source && quote.trim() && !source.confidential && (
        <PassageInCopy key={quote} source={source} quote={quote} />
      )}
      <Judgement citation={citation} source={source} />
    </article>
  )
}

function OpenSource({ source }: { readonly source: Source }) {
  const href = source.url && safeHref(source.url)
  if (!href) return null
  return (
    <a
      className="btn quiet icon sm"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`Open ${source.title} in a new tab`}
    >
      <Icon name="open" />
    </a>
  )
}

/** What keeps it from being published, said where it is judged. */
function Warnings({ source, citation }: Pick<EvidenceProps, 'source' | 'citation'>) {
  if (!source) return <Warning>It is not in the registry.</Warning>
  const trouble = sourceTrouble(citation, () => source)
  const forbidden = termsTrouble(source)
  return (
    <>
      {trouble && (
        <Warning>
          {trouble === 'dead' ? 'Its page is gone.' : 'Its page has lost this passage.'}
        </Warning>
      )}
      {source.retiredAt && (
        <Warning>
          Withdrawn <When at={source.retiredAt} />: it supports nothing any more.
        </Warning>
      )}
      {forbidden && <Warning>{forbidden}</Warning>}
      {source.terms !== 'onRecord' && !forbidden && (
        <p className="muted small">
          Spoken {TERMS_WORDS[source.terms]}: readers see the agreed wording alone.
        </p>
      )}
    </>
  )
}

function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <p className="err">
      <Icon name="warn" />
      <span>{children}</span>
    </p>
  )
}

function Judgement({ citation, source }: Pick<EvidenceProps, 'citation' | 'source'>) {
  return (
    <p className="ef">
      {source && (
        <span>
          Reliability {source.reliability}, {RELIABILITY_WORDS[source.reliability]}
        </span>
      )}
      {citation.credibility !== null && (
        <span>Credibility {credibilityWords(citation.credibility)}</span>
      )}
      {source && source.publicName !== source.title && (
        <span>
          Readers see “<bdi>{source.wording || source.publicName}</bdi>”
        </span>
      )}
    </p>
  )
}

import type { ReactNode } from 'react'
import { KIND_WORDS, locatorWords, RELATION_WORDS } from '#components/sourcing/words.ts'
import { ConfidenceLabel } from '#components/ui/confidence-label.tsx'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { changeInWords } from '#lib/domain/review/word-diff.ts'
import type { FindSource } from '#lib/domain/sourcing/article-content.ts'
import { suggestConfidence } from '#lib/domain/sourcing/confidence.ts'

interface FactListProps {
  readonly status: SentenceStatus
  readonly findSource: FindSource
}

/** What the annotations say about a sentence. */
export function FactList({ status, findSource }: FactListProps) {
  const { kind, confidence, annotations, sentence } = status
  const texts = (field: 'note' | 'publicNote') =>
    annotations.map((annotation) => annotation[field].trim()).filter(Boolean)
  const sourced = annotations.map(({ sourcedText }) => sourcedText?.exact).find(Boolean)
  return (
    <dl className="facts">
      <Fact name="Kind">{kind ? KIND_WORDS[kind] : <span className="muted">not said</span>}</Fact>
      {confidence && (
        <Fact name="Confidence">
          <ConfidenceLabel confidence={confidence} />
        </Fact>
      )}
      <OtherSuggestion status={status} findSource={findSource} />
      <Fact name="Sources">
        <SourceLines status={status} findSource={findSource} />
      </Fact>
      {status.evidence === 'changed' && sourced && (
        <Fact name="Words">
          <span>
            changed since they were sourced:{' '}
            <span dir="auto">{changeInWords(sourced, sentence.text)}</span>
          </span>
        </Fact>
      )}
      <Notes name="For readers" texts={texts('publicNote')} />
      <Notes name="Internal note" texts={texts('note')} />
    </dl>
  )
}

/** Where a person decided otherwise than the sources alone would [CON1]. */
function OtherSuggestion({ status, findSource }: FactListProps) {
  const suggested = suggestConfidence(status.united, findSource)
  if (!suggested || !status.confidence || suggested.confidence === status.confidence) return null
  return (
    <Fact name="By the sources">
      <ConfidenceLabel confidence={suggested.confidence} />{' '}
      <span className="muted">{suggested.reason}</span>
    </Fact>
  )
}

function SourceLines({ status, findSource }: FactListProps) {
  const citations = status.annotations.flatMap((annotation) => annotation.citations)
  if (!citations.length) {
    return <span className="muted">{status.evidence === 'exempt' ? 'owes none' : 'none yet'}</span>
  }
  return (
    <ol className="fact-sources">
      {citations.map(({ id, sourceId, relation, locator }, index) => (
        <li key={id}>
          <span className="srcn">
            <span className="vh">Source </span>
            {index + 1}
          </span>
          <span>
            <bdi>{findSource(sourceId)?.title ?? 'Unknown source'}</bdi>,{' '}
            <span className={`rel-${relation}`}>{RELATION_WORDS[relation]}</span>
            {locator && (
              <>
                , <bdi>{locatorWords(locator)}</bdi>
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Notes({ name, texts }: { readonly name: string; readonly texts: readonly string[] }) {
  if (!texts.length) return null
  return (
    <Fact name={name}>
      {texts.map((text) => (
        <p key={text} dir="auto">
          {text}
        </p>
      ))}
    </Fact>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

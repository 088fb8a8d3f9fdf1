import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { shownPlace } from '#components/sourcing/words.ts'
import { ConfidenceLabel } from '#components/ui/confidence-label.tsx'
import { hidden } from '#components/ui/hidden.tsx'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { changeInWords } from '#lib/domain/review/word-diff.ts'
import type { FindSource } from '#lib/domain/sourcing/article-content.ts'
import { suggestConfidence } from '#lib/domain/sourcing/confidence.ts'
import { owesNothing } from '#lib/domain/sourcing/evidence.ts'

interface FactListProps {
  readonly status: SentenceStatus
  readonly findSource: FindSource
}

/** What the annotations say about a sentence. */
export function FactList({ status, findSource }: FactListProps) {
  const t = useTranslations('review.fact')
  const words = useTranslations('evidence')
  const { kind, confidence, annotations, sentence } = status
  const texts = (field: 'note' | 'publicNote') =>
    annotations.map((annotation) => annotation[field].trim()).filter(Boolean)
  const sourced = annotations.map(({ sourcedText }) => sourcedText?.exact).find(Boolean)
  return (
    <dl className="facts">
      <Fact name={t('kind')}>
        {kind ? words(`kind.${kind}`) : <span className="muted">{t('notSaid')}</span>}
      </Fact>
      {(confidence || !owesNothing(kind)) && (
        <Fact name={t('confidence')}>
          {confidence ? (
            <ConfidenceLabel confidence={confidence} />
          ) : (
            <span className="muted">{t('notSaid')}</span>
          )}
        </Fact>
      )}
      <OtherSuggestion status={status} findSource={findSource} />
      <Fact name={t('sources')}>
        <SourceLines status={status} findSource={findSource} />
      </Fact>
      {status.evidence === 'changed' && sourced && (
        <Fact name={t('words')}>
          <span>
            {t.rich('wordsChanged', {
              change: () => <span dir="auto">{changeInWords(sourced, sentence.text)}</span>,
            })}
          </span>
        </Fact>
      )}
      <Notes name={t('publicNote')} texts={texts('publicNote')} />
      <Notes name={t('note')} texts={texts('note')} />
    </dl>
  )
}

/** Where a person decided otherwise than the sources alone would [CON1]. */
function OtherSuggestion({ status, findSource }: FactListProps) {
  const t = useTranslations('review.fact')
  const suggested = suggestConfidence(status.united, findSource)
  if (!suggested || !status.confidence || suggested.confidence === status.confidence) return null
  return (
    <Fact name={t('bySources')}>
      <ConfidenceLabel confidence={suggested.confidence} />{' '}
      <span className="muted">{suggested.reason}</span>
    </Fact>
  )
}

function SourceLines({ status, findSource }: FactListProps) {
  const t = useTranslations('review')
  const words = useTranslations('evidence')
  const citations = status.annotations.flatMap((annotation) => annotation.citations)
  if (!citations.length) {
    const isExempt = status.evidence === 'exempt'
    return <span className="muted">{isExempt ? t('fact.owesNone') : t('fact.noneYet')}</span>
  }
  return (
    <ol className="fact-sources">
      {citations.map(({ id, sourceId, relation, locator }, index) => (
        <li key={id}>
          <span className="srcn">
            {t.rich('evidence.number', { number: index + 1, more: hidden })}
          </span>
          <span>
            {t.rich('fact.source', {
              isLocated: String(locator !== null),
              source: () => <bdi>{findSource(sourceId)?.title ?? t('unknownSource')}</bdi>,
              relation: () => (
                <span className={`rel-${relation}`}>{words(`relation.${relation}`)}</span>
              ),
              place: () => locator && <bdi>{shownPlace(words, locator)}</bdi>,
            })}
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

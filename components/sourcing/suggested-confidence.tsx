import { useTranslations } from 'next-intl'
import { hidden } from '#components/ui/hidden.tsx'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Confidence } from '#lib/domain/sourcing/annotation.ts'
import type { FindSource } from '#lib/domain/sourcing/article-content.ts'
import { suggestConfidence } from '#lib/domain/sourcing/confidence.ts'

interface SuggestedConfidenceProps {
  readonly status: SentenceStatus
  readonly findSource: FindSource
  /** Null for whoever may not say. */
  readonly onTake: ((confidence: Confidence) => void) | null
}

/** What the sources alone would say, and why. Nothing where a person said the same. */
export function SuggestedConfidence({ status, findSource, onTake }: SuggestedConfidenceProps) {
  const t = useTranslations('sourcing')
  const words = useTranslations('evidence')
  const terms = useTranslations('terms')
  const suggested = suggestConfidence(status.united, findSource)
  if (!suggested || suggested.confidence === status.confidence) return null
  return (
    <p className="suggested small muted">
      <span>
        {t.rich('fields.bySources', {
          confidence: words(`asConfidence.${suggested.confidence}`),
          reason: suggested.reason,
          b: (text) => <b>{text}</b>,
          bdi: (text) => <bdi>{text}</bdi>,
        })}
      </span>{' '}
      {onTake && (
        <button type="button" className="btn quiet sm" onClick={() => onTake(suggested.confidence)}>
          {t.rich('fields.saySo', {
            confidence: terms(`confidence.${suggested.confidence}`),
            more: hidden,
          })}
        </button>
      )}
    </p>
  )
}

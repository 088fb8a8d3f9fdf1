import { CONFIDENCE_WORDS } from '#components/ui/confidence-label.tsx'
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
  const suggested = suggestConfidence(status.united, findSource)
  if (!suggested || suggested.confidence === status.confidence) return null
  return (
    <p className="suggested small muted">
      <span>
        By the sources <b>{CONFIDENCE_WORDS[suggested.confidence].toLowerCase()}</b>:{' '}
        <bdi>{suggested.reason}</bdi>.
      </span>{' '}
      {onTake && (
        <button type="button" className="btn quiet sm" onClick={() => onTake(suggested.confidence)}>
          Say so<span className="vh">: {CONFIDENCE_WORDS[suggested.confidence]}</span>
        </button>
      )}
    </p>
  )
}

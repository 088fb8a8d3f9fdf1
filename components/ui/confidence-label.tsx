import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import type { Confidence } from '#lib/domain/sourcing/annotation.ts'

const STEPS: Readonly<Record<Confidence, number>> = {
  confirmed: 4,
  likely: 3,
  unconfirmed: 2,
  disputed: 1,
}

/** Confidence is a word and four steps, never a colour. */
export function ConfidenceLabel({ confidence }: { confidence: Confidence }) {
  const t = useTranslations('terms.confidence')
  const steps = { '--n': STEPS[confidence] } as CSSProperties
  return (
    <span className="conf" style={steps}>
      {t(confidence)}
    </span>
  )
}

import { CONFIDENCES, KINDS } from '#lib/domain/sourcing/annotation.ts'
import type { Desk } from './evidence-commands.ts'
import { EXEMPT_REASONS, keepReason, REASONS } from './exempt-reason.ts'
import type { SourcingWords } from './use-sourcing-words.ts'

/** One answer to a question, by its number. */
export interface Choice {
  readonly words: string
  readonly meaning?: string
  readonly isOn: boolean
  readonly run: (desk: Desk) => void
}

export type ChoiceOf = 'confidence' | 'kind' | 'reason'

/** What can be answered; the first has the number 1. */
export function choicesOf(
  { t, evidence, terms }: SourcingWords,
  of: ChoiceOf,
  status: Desk['status'],
): readonly Choice[] {
  if (of === 'confidence')
    return CONFIDENCES.map((confidence) => ({
      words: terms(`confidence.${confidence}`),
      meaning: evidence(`meaning.${confidence}`),
      isOn: status.confidence === confidence,
      run: (desk) => desk.annotate.setConfidence(desk.status, confidence),
    }))
  if (of === 'kind')
    return KINDS.map((kind) => ({
      words: evidence(`kind.${kind}`),
      isOn: status.kind === kind,
      run: (desk) => desk.annotate.setKind(desk.status, kind),
    }))
  return REASONS.map((reason) => {
    const written = EXEMPT_REASONS[reason]
    return {
      words: t(`reason.${reason}`),
      isOn: status.annotations.some(({ note }) => note === written),
      run: (desk) => {
        keepReason(written)
        desk.annotate.exempt(desk.status, written)
      },
    }
  })
}

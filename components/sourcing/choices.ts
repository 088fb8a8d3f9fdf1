import { CONFIDENCE_WORDS } from '#components/ui/confidence-label.tsx'
import { CONFIDENCES, KINDS } from '#lib/domain/sourcing/annotation.ts'
import type { Desk } from './evidence-commands.ts'
import { keepReason } from './exempt-reason.ts'
import { CONFIDENCE_MEANING, EXEMPT_REASONS, KIND_WORDS } from './words.ts'

/** One answer to a question, by its number. */
export interface Choice {
  readonly words: string
  readonly meaning?: string
  readonly isOn: boolean
  readonly run: (desk: Desk) => void
}

export type ChoiceOf = 'confidence' | 'kind' | 'reason'

export const CHOICE_WORDS: Readonly<Record<ChoiceOf, string>> = {
  confidence: 'How sure are we?',
  kind: 'What kind of sentence is it?',
  reason: 'Why is there nothing to check?',
}

/** What can be answered; the first has the number 1. */
export function choicesOf(of: ChoiceOf, status: Desk['status']): readonly Choice[] {
  if (of === 'confidence')
    return CONFIDENCES.map((confidence) => ({
      words: CONFIDENCE_WORDS[confidence],
      meaning: CONFIDENCE_MEANING[confidence],
      isOn: status.confidence === confidence,
      run: (desk) => desk.annotate.setConfidence(desk.status, confidence),
    }))
  if (of === 'kind')
    return KINDS.map((kind) => ({
      words: KIND_WORDS[kind],
      isOn: status.kind === kind,
      run: (desk) => desk.annotate.setKind(desk.status, kind),
    }))
  return EXEMPT_REASONS.map((reason) => ({
    words: reason,
    isOn: status.annotations.some(({ note }) => note === reason),
    run: (desk) => {
      keepReason(reason)
      desk.annotate.exempt(desk.status, reason)
    },
  }))
}

import { CONFIDENCE_WORDS } from '#lib/domain/formats/words.ts'
import { FIGURE_MESSAGES } from '#lib/domain/publication/gate-figures.ts'
import { SPITE_WORDS } from '#lib/domain/publication/overrides.ts'
import { OUTCOME_WORDS } from '#lib/domain/review/outcomes.ts'
import { WORDS } from '#lib/domain/review/states.ts'
import { DISPLAY_WORDS } from '#lib/domain/review/status.ts'

/** Words that exports, mails and the audit trail use as well: the domain has them. */
export const terms = {
  display: DISPLAY_WORDS,
  state: WORDS,
  outcome: OUTCOME_WORDS,
  confidence: CONFIDENCE_WORDS,
  figure: FIGURE_MESSAGES,
  spite: SPITE_WORDS,
} as const

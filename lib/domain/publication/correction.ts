import { says } from '#lib/domain/shared/says.ts'
import type { Change, Correction, VersionSentence } from './version.ts'

/** What a publisher says about a correction. */
export interface CorrectionWish {
  readonly wrong: string
  readonly right: string
  /** Fingerprints of the sentences that it is about; left out: those that changed since the last version. */
  readonly sentences?: readonly string[] | undefined
}

/** Why it is not to be published as this change; null: it is [VER14]. */
export function correctionProblem(
  change: Change,
  correction: CorrectionWish | undefined,
): string | null {
  if (change !== 'correction')
    return correction ? 'Only a correction says what was wrong and what is right.' : null
  if (!says(correction?.wrong)) return 'A correction says for readers what was wrong.'
  if (!says(correction?.right)) return 'A correction says for readers what is right.'
  return null
}

/** As it stands in the version. Null: it names a sentence that the version does not have. */
export function correctionOf(
  { wrong, right, sentences: named }: CorrectionWish,
  sentences: readonly VersionSentence[],
  changed: readonly string[],
): Correction | null {
  const about = new Set(named)
  const known = new Set(sentences.map(({ fingerprint }) => fingerprint))
  if (![...about].every((fingerprint) => known.has(fingerprint))) return null
  const chosen = sentences.filter(({ fingerprint }) => about.has(fingerprint))
  return {
    wrong: wrong.trim().toWellFormed(),
    right: right.trim().toWellFormed(),
    sentences: named?.length ? chosen.map(({ id }) => id) : changed,
  }
}

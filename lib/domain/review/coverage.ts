import { owesNothing } from '#lib/domain/sourcing/evidence.ts'
import type { SentenceStatus } from './status.ts'

/** How far an article is: three numbers that are always shown together. */
export interface Coverage {
  readonly sentences: number
  /** Sentences with a live source, or with nothing to check [COV1]. */
  readonly tagged: number
  /** Sentences whose kind owes something. */
  readonly claims: number
  /** Claims with a passage or a locator [COV2]. */
  readonly evidenced: number
  /** Sentences with as many approvals that hold as they need [COV3]. */
  readonly approved: number
}

export function coverageOf(statuses: readonly SentenceStatus[]): Coverage {
  const count = (test: (status: SentenceStatus) => boolean) => statuses.filter(test).length
  const isClaim = (status: SentenceStatus) => !owesNothing(status.kind)
  return {
    sentences: statuses.length,
    tagged: count(({ evidence }) => evidence !== 'none'),
    claims: count(isClaim),
    evidenced: count((status) => isClaim(status) && status.evidenced),
    approved: count(({ isApproved }) => isApproved),
  }
}

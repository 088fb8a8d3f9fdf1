import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Blocker, BlockerKind } from './gate.ts'

/** What a chief may publish in spite of, with what readers are told of it. Of all else nobody may [GAT6]. */
export const OVERRIDE_WORDS = {
  untagged: 'without a source',
  changed: 'with words that changed after they were sourced',
  rejected: 'though a reviewer rejected it',
  queried: 'with a reviewer’s question open',
  notApproved: 'without a reviewer’s approval',
  stale: 'with changes that no reviewer has approved',
  approvalMissing: 'with fewer approvals than our rules ask for',
  disputedWithoutNote: 'though sources contradict each other',
  confidenceMissing: 'without saying how sure we are',
  passageMissing: 'without a place in the source',
  sourceRetired: 'though we no longer use its source',
  sourceDead: 'though the page of its source is gone',
  passageLost: 'though the page of its source has changed',
  legalReadDue: 'before its legal read',
} as const satisfies Partial<Record<BlockerKind, string>>

export type OverrideKind = keyof typeof OVERRIDE_WORDS

/** What a chief asks for: this blocker of the sentence with this fingerprint; null: of the whole article. */
export interface OverrideWish {
  readonly kind: OverrideKind
  readonly fingerprint: string | null
  /** For readers. */
  readonly reason: string
}

/** What was published in spite of. */
export interface Override {
  readonly kind: OverrideKind
  /** Index of the sentence; null: the whole article. */
  readonly sentence: number | null
  readonly reason: string
}

export function isOverridable({ kind }: Pick<Blocker, 'kind'>): boolean {
  return Object.hasOwn(OVERRIDE_WORDS, kind)
}

/** Blockers that are left, and the overrides that took the others. A wish for words that have moved takes nothing [GAT6]. */
export function applyOverrides(
  blockers: readonly Blocker[],
  wishes: readonly OverrideWish[],
  statuses: readonly Pick<SentenceStatus, 'fingerprint'>[],
): { readonly left: readonly Blocker[]; readonly taken: readonly Override[] } {
  const taken: Override[] = []
  const left = blockers.filter(({ kind, sentence }) => {
    if (!isOverridable({ kind })) return true
    const fingerprint = sentence === null ? null : (statuses[sentence]?.fingerprint ?? '')
    const wish = wishes.find(
      (one) => one.kind === kind && one.fingerprint === fingerprint && one.reason.trim() !== '',
    )
    if (wish) taken.push({ kind: wish.kind, sentence, reason: wish.reason.trim() })
    return !wish
  })
  return { left, taken }
}

import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { says } from '#lib/domain/shared/says.ts'
import type { Blocker, BlockerKind } from './gate.ts'
import { WARNING_WORDS, type Warning, type WarningKind } from './warnings.ts'

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
  legalReadStale: 'with changes since its legal read',
} as const satisfies Partial<Record<BlockerKind, string>>

export type OverrideKind = keyof typeof OVERRIDE_WORDS

/** What a version may be published in spite of: of a blocker by a chief, of a warning by whoever publishes [GAT6, GAT8]. */
export type SpiteKind = OverrideKind | WarningKind

/** What readers are told of each. */
export const SPITE_WORDS: Readonly<Record<SpiteKind, string>> = {
  ...OVERRIDE_WORDS,
  ...WARNING_WORDS,
}

/** What a chief asks for: this blocker of the sentence with this fingerprint; null: of the whole article. */
export interface OverrideWish {
  readonly kind: OverrideKind
  readonly fingerprint: string | null
  /** For readers. */
  readonly reason: string
}

/** Why a version is published with this warning, on the sentences with these fingerprints [GAT8]. */
export interface WarningReason {
  readonly kind: WarningKind
  readonly fingerprints: readonly string[]
  /** For readers. */
  readonly reason: string
}

/** What was published in spite of. */
export interface Override<K extends SpiteKind = SpiteKind> {
  readonly kind: K
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
): { readonly left: readonly Blocker[]; readonly taken: readonly Override<OverrideKind>[] } {
  const taken: Override<OverrideKind>[] = []
  const left = blockers.filter(({ kind, sentence }) => {
    if (!isOverridable({ kind })) return true
    const fingerprint = sentence === null ? null : (statuses[sentence]?.fingerprint ?? '')
    const wish = wishes.find(
      (one) => one.kind === kind && one.fingerprint === fingerprint && says(one.reason),
    )
    if (wish) taken.push({ kind: wish.kind, sentence, reason: wish.reason.trim() })
    return !wish
  })
  return { left, taken }
}

/** Warnings that nobody has given a reason for, and the reasons that answer the others. One for words that have moved answers nothing [GAT8]. */
export function answerWarnings(
  warnings: readonly Warning[],
  reasons: readonly WarningReason[],
): { readonly left: readonly Warning[]; readonly taken: readonly Override<WarningKind>[] } {
  const taken: Override<WarningKind>[] = []
  const left = warnings.filter(({ kind, sentence, fingerprint }) => {
    const answer = reasons.find(
      (one) => one.kind === kind && one.fingerprints.includes(fingerprint) && says(one.reason),
    )
    if (answer) taken.push({ kind, sentence, reason: answer.reason.trim() })
    return !answer
  })
  return { left, taken }
}

import type { Kind } from '#lib/domain/sourcing/annotation.ts'
import type { Approval } from './decisions.ts'

/** How many different reviewers have to approve a sentence. */
export interface ApproverPolicy {
  /** Where no rule says more. */
  readonly everywhere: number
  readonly rules: readonly ApproverRule[]
}

/** Of sentences of this kind, in articles of this section; null: of every kind, in every section. */
export interface ApproverRule {
  readonly kind: Kind | null
  readonly section: string | null
  readonly approvers: number
}

/** Until an administrator says otherwise. */
export const FIRST_POLICY: ApproverPolicy = {
  everywhere: 1,
  rules: [{ kind: 'allegation', section: null, approvers: 2 }],
}

export const MOST_APPROVERS = 5

/** The most that any rule asks which is for this kind and section [REV9]. */
export function approversNeeded(
  { everywhere, rules }: ApproverPolicy,
  kind: Kind | null,
  section: string,
): number {
  const fitting = rules.filter(
    (rule) =>
      (rule.kind === null || rule.kind === kind) &&
      (rule.section === null || sameSection(rule.section, section)),
  )
  return Math.max(1, everywhere, ...fitting.map(({ approvers }) => approvers))
}

function sameSection(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

/** How many different persons gave them. */
export function countApprovers(approvals: readonly Pick<Approval, 'personId'>[]): number {
  return new Set(approvals.map(({ personId }) => personId)).size
}

/**
 * Approvals after which a sentence counts as checked: those of fingerprints that as many people approved as were needed then, and are
 * now. Others clear no authors: who wrote a sentence that one of two has approved may not be the second [REV10]. `neededNow`: of
 * fingerprints that there are.
 */
export function clearingApprovals<A extends Approval>(
  approvals: readonly A[],
  neededNow: ReadonlyMap<string, number> = new Map(),
): readonly A[] {
  const standing = approvals.filter(({ withdrawnAt }) => withdrawnAt === null)
  const byFingerprint = Map.groupBy(standing, ({ fingerprint }) => fingerprint)
  return [...byFingerprint].flatMap(([fingerprint, group]) => {
    const now = neededNow.get(fingerprint) ?? 1
    const needed = Math.max(now, ...group.map((approval) => approval.needed ?? 1))
    const people = new Set<string>()
    for (const approval of group.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
      people.add(approval.personId)
      // It was checked from the row on that the last one needed saw.
      if (people.size >= needed) return group.filter(({ seq }) => seq >= approval.seq)
    }
    return []
  })
}

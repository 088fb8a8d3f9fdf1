import type { ArticleModel } from '#components/workspace/model.ts'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import {
  applyOverrides,
  isOverridable,
  type OverrideKind,
  type OverrideWish,
} from '#lib/domain/publication/overrides.ts'
import type { Reasons } from './publish-form.ts'

/** The reasons that a chief writes for what is in the way. Words that move lose theirs; what waits for a time takes none. */
export function overrideControl(
  { statuses, facts }: ArticleModel,
  blockers: readonly Blocker[],
  isNow: boolean,
  { reasons, onReasons }: Reasons,
) {
  const fingerprintOf = ({ sentence }: Blocker) =>
    sentence === null ? null : (statuses[sentence]?.fingerprint ?? '')
  const keyOf = (blocker: Blocker) =>
    `${blocker.kind} ${fingerprintOf(blocker)} ${blocker.sentence === null ? blocker.text : ''}`
  const reasonOf = (blocker: Blocker) => reasons[keyOf(blocker)] ?? ''
  const offered = facts.rights.overrule && isNow ? blockers.filter(isOverridable) : []
  const wishes: readonly OverrideWish[] = offered.flatMap((blocker) => {
    const reason = reasonOf(blocker).trim()
    const kind = blocker.kind as OverrideKind
    return reason ? [{ kind, fingerprint: fingerprintOf(blocker), reason }] : []
  })
  const leftOf = (all: readonly Blocker[]) => applyOverrides(all, wishes, statuses).left
  return {
    keyOf,
    reasonOf,
    setReason: (blocker: Blocker, reason: string) =>
      onReasons({ ...reasons, [keyOf(blocker)]: reason }),
    offered,
    wishes,
    /** What is in the way in spite of them. */
    left: leftOf(blockers),
    leftOf,
  }
}

export type OverrideControl = ReturnType<typeof overrideControl>

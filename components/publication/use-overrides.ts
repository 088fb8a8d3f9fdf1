import { useState } from 'react'
import type { ArticleModel } from '#components/workspace/model.ts'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import {
  applyOverrides,
  isOverridable,
  type OverrideKind,
  type OverrideWish,
} from '#lib/domain/publication/overrides.ts'

/** The reasons that a chief writes for what is in the way. Words that move lose theirs. */
export function useOverrides({ statuses, facts }: ArticleModel, blockers: readonly Blocker[]) {
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const fingerprintOf = ({ sentence }: Blocker) =>
    sentence === null ? null : (statuses[sentence]?.fingerprint ?? '')
  const keyOf = (blocker: Blocker) =>
    `${blocker.kind} ${fingerprintOf(blocker)} ${blocker.sentence === null ? blocker.text : ''}`
  const reasonOf = (blocker: Blocker) => reasons[keyOf(blocker)] ?? ''
  const offered = facts.rights.overrule ? blockers.filter(isOverridable) : []
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
      setReasons({ ...reasons, [keyOf(blocker)]: reason }),
    offered,
    wishes,
    /** What is in the way in spite of them. */
    left: leftOf(blockers),
    leftOf,
  }
}

export type OverrideControl = ReturnType<typeof useOverrides>

import { answerWarnings, type WarningReason } from '#lib/domain/publication/overrides.ts'
import { WARNING_KINDS, type Warning, type WarningKind } from '#lib/domain/publication/warnings.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Reasons } from './publish-form.ts'

export const keyOf = ({ kind, fingerprint }: Pick<Warning, 'kind' | 'fingerprint'>) =>
  `${kind} ${fingerprint}`

/** Warnings of one kind: one reason may serve all of them. */
export interface WarningGroup {
  readonly kind: WarningKind
  readonly warnings: readonly Warning[]
  /** What was written for them; empty: nothing. */
  readonly reason: string
  /** Those that came up after it was written. */
  readonly newer: readonly Warning[]
}

/** The reasons that a publisher writes for what is warned of. Words that move lose theirs. */
export function warningControl(warnings: readonly Warning[], { reasons, onReasons }: Reasons) {
  const reasonOf = (warning: Warning) => reasons[keyOf(warning)] ?? ''
  // In the order of the text, by the first of each kind.
  const groups = [...Map.groupBy(warnings, ({ kind }) => kind)].map(
    ([kind, ofKind]): WarningGroup => {
      const reason = ofKind.map(reasonOf).find((words) => words.trim()) ?? ''
      const newer = reason ? ofKind.filter((warning) => !reasonOf(warning).trim()) : []
      return { kind, warnings: ofKind, reason, newer }
    },
  )
  const wishes: readonly WarningReason[] = groups.flatMap(({ kind, warnings: ofKind }) => {
    const written = Map.groupBy(ofKind, (warning) => reasonOf(warning).trim())
    return [...written].flatMap(([reason, all]) =>
      reason ? [{ kind, fingerprints: all.map(({ fingerprint }) => fingerprint), reason }] : [],
    )
  })
  return {
    groups,
    wishes,
    left: answerWarnings(warnings, wishes).left,
    /** For all of the group. */
    setReason: ({ warnings: ofKind }: WarningGroup, reason: string) =>
      onReasons({
        ...reasons,
        ...Object.fromEntries(ofKind.map((warning) => [keyOf(warning), reason])),
      }),
  }
}

export type WarningControl = ReturnType<typeof warningControl>

/** What this page derives, and what only the server knows of the words that stand here, each once, in the order of the text. */
export function allWarnings(
  derived: readonly Warning[],
  told: readonly Warning[],
  statuses: readonly Pick<SentenceStatus, 'fingerprint'>[],
): readonly Warning[] {
  const places = new Map(statuses.map(({ fingerprint }, index) => [fingerprint, index]))
  const here = told.flatMap((warning) => {
    const sentence = places.get(warning.fingerprint)
    return sentence === undefined ? [] : [{ ...warning, sentence }]
  })
  const all = new Map([...here, ...derived].map((warning) => [keyOf(warning), warning]))
  const rank = ({ kind }: Warning) => WARNING_KINDS.indexOf(kind)
  return [...all.values()].toSorted((a, b) => a.sentence - b.sentence || rank(a) - rank(b))
}

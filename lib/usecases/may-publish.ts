import { type CorrectionWish, correctionProblem } from '#lib/domain/publication/correction.ts'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import type { Change, VersionRef } from '#lib/domain/publication/version.ts'
import type { Warning } from '#lib/domain/publication/warnings.ts'
import { type State, skippedBy } from '#lib/domain/review/states.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { says } from '#lib/domain/shared/says.ts'

/** The gate as an outcome: green, or what stands in the way and which warnings lack a reason [VER2, GAT8]. */
export function gateOpen(
  blockers: readonly Blocker[],
  warnings: readonly Warning[] = [],
): Result<null> {
  if (!blockers.length && !warnings.length) return ok(null)
  const message = [blockerWords(blockers), warningWords(warnings)].filter(Boolean).join(' ')
  return fail({ kind: 'blocked', message, blockers, warnings })
}

/** Names the first: a time that came to nothing is read without a list. */
function blockerWords(blockers: readonly Blocker[]): string {
  const [first] = blockers
  if (!first) return ''
  const { sentence, text, message } = first
  const place = sentence === null ? '' : `sentence ${sentence + 1}, “${text.slice(0, 120)}”: `
  if (blockers.length === 1) return `1 thing stands in the way: ${place}${message}`
  return `${blockers.length} things stand in the way. The first: ${place}${message}`
}

/** The same. */
function warningWords(warnings: readonly Warning[]): string {
  const [first] = warnings
  if (!first) return ''
  const { sentence, text, message } = first
  const words = `sentence ${sentence + 1}, “${text.slice(0, 120)}”: ${message}`
  if (warnings.length === 1) return `A warning has no reason yet: ${words}`
  return `${warnings.length} warnings have no reason yet. The first is of ${words}`
}

/** What is wrong with what somebody wants to publish, from this state; null: nothing [VER6, VER14]. */
export function problemOf(
  {
    change,
    note,
    correction,
  }: {
    readonly change: Change
    readonly note: string
    readonly correction?: CorrectionWish | undefined
  },
  history: readonly VersionRef[],
  state: State,
): string | null {
  if (!history.length && change !== 'first') return 'The first version is published as “first”.'
  if (history.length && change === 'first')
    return 'It has been published before: say what kind of change this is.'
  const owed = correctionProblem(change, correction)
  if (owed) return owed
  if (history.length && change !== 'correction' && !says(note))
    return 'Write for readers what changed and why.'
  if (!history.length && skippedBy(state, 'published').length && !says(note)) {
    return 'It was not sent to review. Send it, or write in the note why that step is skipped.'
  }
  return null
}

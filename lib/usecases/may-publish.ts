import type { Blocker } from '#lib/domain/publication/gate.ts'
import type { Change, VersionRef } from '#lib/domain/publication/version.ts'
import { type State, skippedBy } from '#lib/domain/review/states.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'

/** The gate as an outcome: green, or what stands in the way. */
export function gateOpen(blockers: readonly Blocker[]): Result<null> {
  if (!blockers.length) return ok(null)
  const message = `${blockers.length} ${blockers.length === 1 ? 'thing stands' : 'things stand'} in the way.`
  return fail({ kind: 'blocked', message, blockers })
}

/** What is wrong with what somebody wants to publish, from this state; null: nothing [VER6]. */
export function problemOf(
  { change, note }: { readonly change: Change; readonly note: string },
  history: readonly VersionRef[],
  state: State,
): string | null {
  if (!history.length && change !== 'first') return 'The first version is published as “first”.'
  if (history.length && change === 'first')
    return 'It has been published before: say what kind of change this is.'
  if (history.length && !note.trim()) return 'Write for readers what changed and why.'
  if (!history.length && skippedBy(state, 'published').length && !note.trim()) {
    return 'It was not sent to review. Send it, or write in the note why that step is skipped.'
  }
  return null
}

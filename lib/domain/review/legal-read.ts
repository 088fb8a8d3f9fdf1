import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { State } from './states.ts'

/** That an article was flagged for a legal read, and whether it has been read since. */
export interface LegalFlag {
  readonly at: string
  readonly personName: string
  readonly note: string
  /** Null: nobody has read it since it was flagged. */
  readonly read: { readonly at: string; readonly personName: string } | null
}

/** An article that is flagged waits for somebody who answers for it to have read it [STA6]. */
export function owesLegalRead(legal: LegalFlag | null): boolean {
  return legal !== null && legal.read === null
}

/** Whether this move ends the legal read: from there to ready, while it is owed. */
export function endsLegalRead(from: State, to: State, legal: LegalFlag | null): boolean {
  return from === 'legalRead' && to === 'ready' && owesLegalRead(legal)
}

/** Whether the flag lets an article move so [STA6]. */
export function legalBar(from: State, to: State, legal: LegalFlag | null): Result<null> {
  if (to === 'legalRead' && legal === null) {
    const message = 'It is not flagged for a legal read. Flag it first.'
    return fail({ kind: 'conflict', message })
  }
  if (to === 'ready' && owesLegalRead(legal) && from !== 'legalRead') {
    const message = 'It is flagged for a legal read: send it there first.'
    return fail({ kind: 'conflict', message })
  }
  return ok(null)
}

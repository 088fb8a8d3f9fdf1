'use client'
import { KeyOf } from '#components/keys/key-words.tsx'
import type { Subject } from '#lib/domain/review/parts.ts'
import { nothingToCheck, sameAsBefore, sourcedBefore } from './evidence-commands.ts'
import { keepReason } from './exempt-reason.ts'
import type { Sourcing } from './use-sourcing.ts'
import { EXEMPT_REASONS } from './words.ts'

interface QuickActionsProps {
  readonly sourcing: Sourcing
  readonly status: Subject
}

/** The steps that most sentences need, and the way out of them. */
export function QuickActions({ sourcing, status }: QuickActionsProps) {
  const { act, change, editable, statuses } = sourcing
  if (!editable) return null
  const before = sourcedBefore({ statuses, status })
  return (
    <div className="quick">
      {before && (
        <button type="button" className="btn sm" onClick={() => act(sameAsBefore, 'Removed')}>
          Same as {before.sentence.index + 1} <KeyOf command="same" />
        </button>
      )}
      {status.kind !== 'exempt' && (
        <button type="button" className="btn sm" onClick={() => act(nothingToCheck)}>
          Nothing to check <KeyOf command="exempt" />
        </button>
      )}
      {status.annotations.length > 0 && (
        <button
          type="button"
          className="btn quiet sm danger"
          onClick={() => change(status, (annotate, now) => annotate.clear(now))}
        >
          Remove all evidence
        </button>
      )}
      {status.kind === 'exempt' && <ExemptReason sourcing={sourcing} status={status} />}
    </div>
  )
}

/** Why a sentence owes nothing: it stands in the newsroom's note. */
function ExemptReason({ sourcing: { change }, status }: QuickActionsProps) {
  const notes = status.annotations.map(({ note }) => note)
  const reason = EXEMPT_REASONS.find((words) => notes.includes(words))
  return (
    <label className="field">
      <span className="lab">Why there is nothing to check</span>
      <select
        className="select"
        value={reason ?? ''}
        onChange={({ target }) => {
          keepReason(target.value)
          change(status, (annotate, now) => annotate.exempt(now, target.value))
        }}
      >
        {/* Chosen, it would empty the note that it speaks of. */}
        {!reason && <option value="">Written in the note below</option>}
        {EXEMPT_REASONS.map((words) => (
          <option key={words}>{words}</option>
        ))}
      </select>
    </label>
  )
}

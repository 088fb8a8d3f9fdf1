'use client'
import { useEffect, useMemo, useState } from 'react'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { followSentence } from './follow.ts'

export type Asking = 'query' | 'reject'

/** A query or a rejection that is being written. It belongs to its sentence wherever that moves. */
export interface Draft {
  readonly verdict: Asking
  readonly note: string
  /** Null: the sentence is gone, the note is not. */
  readonly status: SentenceStatus | null
  readonly isOpen: boolean
}

export interface DraftControl {
  readonly draft: Draft | null
  readonly start: (verdict: Asking, status: SentenceStatus) => void
  readonly write: (note: string) => void
  /** Closes the field. What was written stays until it is sent or discarded. */
  readonly hide: () => void
  readonly discard: () => void
}

export function useDraft(statuses: readonly SentenceStatus[]): DraftControl {
  const [kept, setDraft] = useState<Draft | null>(null)
  const draft = useMemo(() => kept && followDraft(kept, statuses), [kept, statuses])
  // Kept as followed, step by step: from far behind a sentence might not be known again.
  useEffect(() => setDraft((known) => known && followDraft(known, statuses)), [statuses])

  return {
    draft,
    start: (verdict, status) =>
      setDraft((known) => ({ verdict, status, note: known?.note ?? '', isOpen: true })),
    write: (note) => setDraft((known) => known && { ...known, note }),
    hide: () => setDraft((known) => (known?.note.trim() ? { ...known, isOpen: false } : null)),
    discard: () => setDraft(null),
  }
}

function followDraft(draft: Draft, statuses: readonly SentenceStatus[]): Draft {
  const status = draft.status && followSentence(draft.status, statuses)
  return status === draft.status ? draft : { ...draft, status }
}

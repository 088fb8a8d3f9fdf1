'use client'
import type { Subject } from '#lib/domain/review/parts.ts'
import { NoteField } from './note-field.tsx'
import type { Sourcing } from './use-sourcing.ts'

interface NotesProps {
  readonly sourcing: Sourcing
  readonly status: Subject
}

/** What readers are told beside the sources, and what stays in the newsroom. */
export function Notes({ sourcing: { editable, change }, status }: NotesProps) {
  const first = (field: 'note' | 'publicNote') =>
    status.annotations.map((annotation) => annotation[field]).find(Boolean) ?? ''
  // Whoever only reads sees the notes that there are.
  if (!editable && !first('publicNote') && !first('note')) return null
  return (
    <div className="panel-section">
      <NoteField
        label="Note for readers"
        hint="Shown in the card of this sentence"
        value={first('publicNote')}
        editable={editable}
        onChange={(text) => change(status, (annotate, now) => annotate.setPublicNote(now, text))}
      />
      <NoteField
        label="Note for the newsroom"
        hint="Never published"
        value={first('note')}
        editable={editable}
        onChange={(text) => change(status, (annotate, now) => annotate.setNote(now, text))}
      />
    </div>
  )
}

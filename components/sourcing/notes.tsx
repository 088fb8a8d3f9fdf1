'use client'
import { useTranslations } from 'next-intl'
import type { Subject } from '#lib/domain/review/parts.ts'
import { NoteField } from './note-field.tsx'
import type { Sourcing } from './use-sourcing.ts'

interface NotesProps {
  readonly sourcing: Sourcing
  readonly status: Subject
}

/** What readers are told beside the sources, and what stays in the newsroom. */
export function Notes({ sourcing: { editable, change }, status }: NotesProps) {
  const t = useTranslations('sourcing')
  const first = (field: 'note' | 'publicNote') =>
    status.annotations.map((annotation) => annotation[field]).find(Boolean) ?? ''
  // Whoever only reads sees the notes that there are.
  if (!editable && !first('publicNote') && !first('note')) return null
  return (
    <div className="panel-section">
      <NoteField
        label={t('fields.publicNote')}
        hint={t('fields.publicNoteHint')}
        value={first('publicNote')}
        editable={editable}
        onChange={(text) => change(status, (annotate, now) => annotate.setPublicNote(now, text))}
      />
      <NoteField
        label={t('fields.note')}
        hint={t('fields.noteHint')}
        value={first('note')}
        editable={editable}
        onChange={(text) => change(status, (annotate, now) => annotate.setNote(now, text))}
      />
    </div>
  )
}

'use client'

import { Choice } from '#components/ui/choice.tsx'
import type { Changes } from '#lib/domain/text/document-file.ts'
import type { NewArticleForm } from './use-new-article.ts'

const CHANGE_WORDS: readonly (readonly [Changes, string])[] = [
  ['accept', 'Accept them all'],
  ['reject', 'Reject them all'],
  ['suggest', 'Keep them as suggestions'],
]

/** What becomes of the changes that a document keeps track of; nothing is asked where there can be none. */
export function TrackedChanges({ form: { draft, change } }: { form: NewArticleForm }) {
  if (draft.file?.format !== 'docx') return null
  return (
    <Choice
      label="Tracked changes"
      hint="Footnotes, endnotes and comments come in as evidence and notes on their sentences."
      options={CHANGE_WORDS}
      value={draft.changes}
      onChange={(event) => change({ changes: event.target.value as Changes })}
    />
  )
}

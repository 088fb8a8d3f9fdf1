'use client'

import { useTranslations } from 'next-intl'
import { Choice } from '#components/ui/choice.tsx'
import type { Changes } from '#lib/domain/text/document-file.ts'
import type { NewArticleForm } from './use-new-article.ts'

const CHANGES: readonly Changes[] = ['accept', 'reject', 'suggest']

/** What becomes of the changes that a document keeps track of; nothing is asked where there can be none. */
export function TrackedChanges({ form: { draft, change } }: { form: NewArticleForm }) {
  const t = useTranslations('newArticle')
  if (draft.file?.format !== 'docx') return null
  return (
    <Choice
      label={t('changes')}
      hint={t('changesHint')}
      options={CHANGES.map((each) => [each, t(`change.${each}`)])}
      value={draft.changes}
      onChange={(event) => change({ changes: event.target.value as Changes })}
    />
  )
}

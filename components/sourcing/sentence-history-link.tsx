'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { queryOf, searchOf } from '#lib/collab/browser/history-api.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'

interface SentenceHistoryLinkProps {
  readonly articleId: string
  readonly status: SentenceStatus
}

/** Long words make long addresses: so much of a sentence is enough to know it by. */
const KNOWN_BY = 600

/** When the sentence became what it is, and by whom. */
export function SentenceHistoryLink({ articleId, status: { sentence } }: SentenceHistoryLinkProps) {
  const t = useTranslations('sourcing')
  const text = sentence.text.slice(0, KNOWN_BY)
  return (
    <Link
      className="btn sm"
      href={`/articles/${articleId}/history${queryOf(searchOf({ ...sentence, text }))}`}
    >
      {t('record.history')}
    </Link>
  )
}

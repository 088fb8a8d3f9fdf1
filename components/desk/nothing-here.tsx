import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { ListName } from './lists.ts'

/** Why a list is empty, and what to do about it. */
export function NothingHere({
  list,
  search,
  mayWrite,
}: {
  list: ListName
  search: string
  mayWrite: boolean
}) {
  const t = useTranslations('desk')
  if (search) {
    return (
      <EmptyState title={t('nothingMatches', { search })} text={t('nothingMatchesHint')}>
        <Link className="btn" href={list === 'all' ? '/' : `/?list=${list}`}>
          {t('clearSearch')}
        </Link>
      </EmptyState>
    )
  }
  const text = list === 'all' && mayWrite ? t('empty.all.start') : t(`empty.${list}.text`)
  return <EmptyState title={t(`empty.${list}.title`)} text={text} />
}

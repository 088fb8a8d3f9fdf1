'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { NOTICE_KINDS, type NoticeKind } from '#lib/domain/notices/notice.ts'
import { noticesHref } from './model.ts'

export function NoticeFilters({
  kind,
  unread,
}: {
  readonly kind: NoticeKind | null
  readonly unread: boolean
}) {
  const t = useTranslations('notices')
  const kinds = useTranslations('notices.label')
  const { push } = useRouter()
  return (
    <div className="tabrow">
      <nav className="tabs" aria-label={t('which')}>
        <Link href={noticesHref(kind, false)} {...(!unread && { 'aria-current': 'page' as const })}>
          {t('all')}
        </Link>
        <Link href={noticesHref(kind, true)} {...(unread && { 'aria-current': 'page' as const })}>
          {t('unread')}
        </Link>
      </nav>
      <select
        className="select notice-kind"
        aria-label={t('kind')}
        value={kind ?? ''}
        onChange={(event) => push(noticesHref(event.target.value || null, unread))}
      >
        <option value="">{t('everyKind')}</option>
        {NOTICE_KINDS.map((each) => (
          <option key={each} value={each}>
            {kinds(each)}
          </option>
        ))}
      </select>
    </div>
  )
}

'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { NOTICE_KINDS, type NoticeKind } from '#lib/domain/notices/notice.ts'
import { KIND_LABELS } from '#lib/domain/notices/notice-words.ts'
import { noticesHref } from './model.ts'

export function NoticeFilters({
  kind,
  unread,
}: {
  readonly kind: NoticeKind | null
  readonly unread: boolean
}) {
  const { push } = useRouter()
  return (
    <div className="tabrow">
      <nav className="tabs" aria-label="Which notices">
        <Link href={noticesHref(kind, false)} {...(!unread && { 'aria-current': 'page' as const })}>
          All
        </Link>
        <Link href={noticesHref(kind, true)} {...(unread && { 'aria-current': 'page' as const })}>
          Unread
        </Link>
      </nav>
      <select
        className="select notice-kind"
        aria-label="Kind"
        value={kind ?? ''}
        onChange={(event) => push(noticesHref(event.target.value || null, unread))}
      >
        <option value="">Every kind</option>
        {NOTICE_KINDS.map((each) => (
          <option key={each} value={each}>
            {KIND_LABELS[each]}
          </option>
        ))}
      </select>
    </div>
  )
}

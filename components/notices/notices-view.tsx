import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { StayFresh } from '#components/ui/stay-fresh.tsx'
import type { Outcome } from '#components/ui/use-submit.ts'
import type { NoticeKind } from '#lib/domain/notices/notice.ts'
import { MarkRead } from './mark-read.tsx'
import { type NoticeLine, noticesHref } from './model.ts'
import { NoticeFilters } from './notice-filters.tsx'
import { NoticeList } from './notice-list.tsx'

export interface NoticesViewProps {
  readonly notices: readonly NoticeLine[]
  readonly kind: NoticeKind | null
  readonly unread: boolean
  /** Of the next page; null: this is the last. */
  readonly next: string | null
  readonly isFirst: boolean
  readonly now: Date
  readonly onRead: (form: FormData) => Promise<Outcome<null>>
}

/** What concerns whoever looks at it. */
export function NoticesView(props: NoticesViewProps) {
  const { notices, kind, unread, next, isFirst, now, onRead } = props
  const t = useTranslations('notices')
  const isFiltered = kind !== null || unread
  return (
    <div className="page narrow">
      <div className="hello">
        <div>
          <h1>{t('notices')}</h1>
          <p>{t.rich('means', { way: (text) => <Link href="/account#notices">{text}</Link> })}</p>
        </div>
        <div className="tools">
          {notices.some(({ isRead }) => !isRead) && (
            <MarkRead id={null} what="all" onRead={onRead} />
          )}
        </div>
      </div>
      <NoticeFilters kind={kind} unread={unread} />
      {isFirst && <StayFresh />}
      <NoticeList notices={notices} now={now} onRead={onRead} />
      {!notices.length && next === null && <Nothing isFiltered={isFiltered} />}
      {(next !== null || !isFirst) && (
        <nav className="kept-pages" aria-label={t('pages')}>
          {!isFirst && (
            <Link className="btn sm" href={noticesHref(kind, unread)}>
              {t('newest')}
            </Link>
          )}
          {next !== null && (
            <Link className="btn sm" href={noticesHref(kind, unread, next)}>
              {t('older')}
            </Link>
          )}
        </nav>
      )}
    </div>
  )
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  const t = useTranslations('notices')
  if (!isFiltered) return <EmptyState title={t('nothingYet')} text={t('nothingYetMeans')} />
  return (
    <EmptyState title={t('nothingOfKind')} text={t('nothingOfKindHint')}>
      <Link className="btn" href="/notices">
        {t('showAll')}
      </Link>
    </EmptyState>
  )
}

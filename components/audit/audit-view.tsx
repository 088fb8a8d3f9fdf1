import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { hidden } from '#components/ui/hidden.tsx'
import { When } from '#components/ui/when.tsx'
import { actionLabel, actWords } from '#lib/domain/trail/act-words.ts'
import { AuditFilters, type AuditFiltersProps } from './audit-filters.tsx'

/** A row of the trail as the list shows it. */
export interface ActLine {
  readonly seq: number
  readonly at: string
  readonly actorName: string | null
  readonly action: string
  readonly articleId: string | null
  /** Null: none, or one that this person may not see. */
  readonly title: string | null
  readonly detail: unknown
  readonly hash: string
}

interface AuditViewProps extends AuditFiltersProps {
  readonly acts: readonly ActLine[]
  /** The address of older rows; null: there are none. */
  readonly older: string | null
  readonly isFirst: boolean
  /** Whether the trail is whole. */
  readonly state: ReactNode
}

/** Who did what and when, as it was recorded. */
export function AuditView(props: AuditViewProps) {
  const t = useTranslations('audit')
  const { acts, older, isFirst, state, ...filters } = props
  return (
    <div className="page">
      <div className="hello">
        <div>
          <h1>{t('audit')}</h1>
          <p>{t('means')}</p>
        </div>
        <div className="tools">
          <a className="btn" href="/api/v1/audit" download>
            {t('download')}
          </a>
        </div>
      </div>
      {state}
      <AuditFilters {...filters} />
      {acts.length > 0 && <ActTable acts={acts} />}
      {!acts.length && (
        <EmptyState title={t('noneFits')} text={t('noneFitsHint')}>
          <Link className="btn" href="/audit">
            {t('showAll')}
          </Link>
        </EmptyState>
      )}
      {(older !== null || !isFirst) && (
        <nav className="kept-pages" aria-label={t('pages')}>
          {!isFirst && (
            <Link className="btn sm" href="/audit">
              {t('newest')}
            </Link>
          )}
          {older !== null && (
            <Link className="btn sm" href={older}>
              {t('older')}
            </Link>
          )}
        </nav>
      )}
    </div>
  )
}

function ActTable({ acts }: { readonly acts: readonly ActLine[] }) {
  const t = useTranslations('audit')
  return (
    <table className="desk register acts-list" aria-label={t('acts')}>
      <thead>
        <tr>
          <th scope="col">{t('row')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('when')}</th>
        </tr>
      </thead>
      <tbody>
        {acts.map((act) => (
          <ActRow key={act.seq} act={act} />
        ))}
      </tbody>
    </table>
  )
}

function ActRow({ act }: { readonly act: ActLine }) {
  const t = useTranslations('audit')
  const { seq, at, actorName, articleId, title } = act
  return (
    <tr>
      <td className="num">{seq}</td>
      <td>
        <span className="act-words">
          <bdi>{actWords(act, actorName)}</bdi>
        </span>
        {articleId && (
          <span className="sub">
            {title === null ? (
              t('hiddenArticle')
            ) : (
              <Link href={`/articles/${articleId}`} prefetch={false}>
                <bdi>{title}</bdi>
              </Link>
            )}
          </span>
        )}
        <ActDetail act={act} />
      </td>
      <td className="when">
        <When at={at} />
      </td>
    </tr>
  )
}

function ActDetail({ act: { seq, at, action, detail, hash } }: { readonly act: ActLine }) {
  const t = useTranslations('audit')
  const code = (text: ReactNode) => <code>{text}</code>
  return (
    <details className="act-detail">
      <summary>{t.rich('detailsOf', { seq: String(seq), more: hidden })}</summary>
      <dl>
        <dt>{t('act')}</dt>
        <dd>{t.rich('actDetail', { action, label: actionLabel(action), code })}</dd>
        <dt>{t('recorded')}</dt>
        <dd>{at}</dd>
        <dt>{t('detail')}</dt>
        <dd>
          <code>{JSON.stringify(detail, null, 1)}</code>
        </dd>
        <dt>{t('hash')}</dt>
        <dd>
          <code>{hash}</code>
        </dd>
      </dl>
    </details>
  )
}

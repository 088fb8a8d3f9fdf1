import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { hidden } from '#components/ui/hidden.tsx'
import type { Archival } from '#lib/domain/review/states.ts'
import { ByWhom } from './by-whom.tsx'
import { KeptTable } from './kept-table.tsx'

export interface KeptArticlesProps {
  readonly articles: readonly {
    readonly id: string
    readonly title: string
    readonly slug: string
    readonly archived: Archival | null
  }[]
}

/** Archived articles. Whoever may take one back finds the button in it, and on the desk. */
export function KeptArticles({ articles }: KeptArticlesProps) {
  const t = useTranslations('archive')
  if (!articles.length) return null
  return (
    <KeptTable title={t('articles')} id="kept-articles" columns={[t('article'), t('archivedBy')]}>
      {articles.map(({ id, title, slug, archived }) => (
        <tr key={id}>
          <td>
            <Link className="t" href={`/articles/${id}`}>
              <bdi>{title || t('nothingWritten')}</bdi>
            </Link>
            <div className="sub">/{slug}</div>
            {archived?.note && (
              <div className="why">
                <q dir="auto">{archived.note}</q>
              </div>
            )}
          </td>
          <td>{archived ? <ByWhom {...archived} /> : t('somebody')}</td>
          <td className="acts">
            <Link className="btn quiet sm" href={`/articles/${id}/history`}>
              {t.rich('historyOf', { title, more: hidden })}
            </Link>
          </td>
        </tr>
      ))}
    </KeptTable>
  )
}

import Link from 'next/link'
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
  if (!articles.length) return null
  return (
    <KeptTable title="Archived articles" id="kept-articles" columns={['Article', 'Archived by']}>
      {articles.map(({ id, title, slug, archived }) => (
        <tr key={id}>
          <td>
            <Link className="t" href={`/articles/${id}`}>
              <bdi>{title || 'Nothing written yet'}</bdi>
            </Link>
            <div className="sub">/{slug}</div>
            {archived?.note && (
              <div className="why">
                <q dir="auto">{archived.note}</q>
              </div>
            )}
          </td>
          <td>{archived ? <ByWhom {...archived} /> : 'Somebody'}</td>
          <td className="acts">
            <Link className="btn quiet sm" href={`/articles/${id}/history`}>
              History<span className="vh"> of {title}</span>
            </Link>
          </td>
        </tr>
      ))}
    </KeptTable>
  )
}

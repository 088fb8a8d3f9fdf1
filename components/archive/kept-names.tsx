import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { hidden } from '#components/ui/hidden.tsx'
import { ByWhom } from './by-whom.tsx'
import { KeptTable } from './kept-table.tsx'

export interface NameLine {
  readonly id: string
  readonly articleId: string
  readonly articleTitle: string
  readonly name: string
  readonly seq: number
  readonly at: string
  readonly personName: string
}

/** Names that were taken from moments; the moments are in the history as before. */
export function KeptNames({ names }: { readonly names: readonly NameLine[] }) {
  const t = useTranslations('archive')
  if (!names.length) return null
  return (
    <KeptTable title={t('names')} id="kept-names" columns={[t('name'), t('removedBy')]}>
      {names.map(({ id, articleId, articleTitle, name, seq, at, personName }) => (
        <tr key={id}>
          <td>
            <bdi>{name}</bdi>
            <div className="sub">
              <bdi>{articleTitle || t('nothingWritten')}</bdi>
            </div>
          </td>
          <td>
            <ByWhom {...{ at, personName }} />
          </td>
          <td className="acts">
            <Link className="btn quiet sm" href={`/articles/${articleId}/history?at=${seq}`}>
              {t.rich('moment', { name, more: hidden })}
            </Link>
          </td>
        </tr>
      ))}
    </KeptTable>
  )
}

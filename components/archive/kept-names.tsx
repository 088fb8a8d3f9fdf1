import Link from 'next/link'
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
  if (!names.length) return null
  return (
    <KeptTable title="Names of moments" id="kept-names" columns={['Name', 'Removed by']}>
      {names.map(({ id, articleId, articleTitle, name, seq, at, personName }) => (
        <tr key={id}>
          <td>
            <bdi>{name}</bdi>
            <div className="sub">
              <bdi>{articleTitle || 'Nothing written yet'}</bdi>
            </div>
          </td>
          <td>
            <ByWhom {...{ at, personName }} />
          </td>
          <td className="acts">
            <Link className="btn quiet sm" href={`/articles/${articleId}/history?at=${seq}`}>
              The moment<span className="vh"> {name}</span>
            </Link>
          </td>
        </tr>
      ))}
    </KeptTable>
  )
}

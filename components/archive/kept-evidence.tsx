import Link from 'next/link'
import { KIND_WORDS } from '#components/sourcing/words.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import { ByWhom } from './by-whom.tsx'
import { KeptTable } from './kept-table.tsx'

export interface EvidenceLine {
  readonly articleId: string
  readonly articleTitle: string
  readonly annotationId: string
  /** The row that took it off. */
  readonly seq: number
  readonly at: string
  readonly personName: string
  readonly annotation: Annotation
  readonly sources: readonly string[]
}

/** Evidence that was thrown away; the article as it was just before is one press away. */
export function KeptEvidence({ evidence }: { readonly evidence: readonly EvidenceLine[] }) {
  if (!evidence.length) return null
  return (
    <KeptTable
      title="Evidence that was taken off"
      id="kept-evidence"
      columns={['Evidence', 'Taken off by']}
    >
      {evidence.map((line) => (
        <tr key={`${line.articleId} ${line.annotationId}`}>
          <td>
            <Said {...line} />
          </td>
          <td>
            <ByWhom {...line} />
          </td>
          <td className="acts">
            <Link className="btn quiet sm" href={momentBefore(line)}>
              The article just before
            </Link>
          </td>
        </tr>
      ))}
    </KeptTable>
  )
}

function Said({ annotation, sources, articleTitle }: EvidenceLine) {
  const { kind, note, sourcedText } = annotation
  const said = [kind && KIND_WORDS[kind], ...sources].filter(Boolean).join(' · ')
  return (
    <>
      {sourcedText?.exact && (
        <q className="serif" dir="auto">
          {sourcedText.exact}
        </q>
      )}
      <div>{said || 'A note alone'}</div>
      {note && (
        <div className="why" dir="auto">
          {note}
        </div>
      )}
      <div className="sub">
        <bdi>{articleTitle || 'Nothing written yet'}</bdi>
      </div>
    </>
  )
}

function momentBefore({ articleId, seq, at }: EvidenceLine): string {
  return `/articles/${articleId}/history?${new URLSearchParams({ at: String(seq - 1), on: at })}`
}

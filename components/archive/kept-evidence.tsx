import Link from 'next/link'
import { useTranslations } from 'next-intl'
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
  const t = useTranslations('archive')
  if (!evidence.length) return null
  return (
    <KeptTable
      title={t('evidenceTakenOff')}
      id="kept-evidence"
      columns={[t('evidence'), t('takenOffBy')]}
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
              {t('justBefore')}
            </Link>
          </td>
        </tr>
      ))}
    </KeptTable>
  )
}

function Said({ annotation, sources, articleTitle }: EvidenceLine) {
  const t = useTranslations('archive')
  const kinds = useTranslations('evidence.kind')
  const { kind, note, sourcedText } = annotation
  const said = [kind && kinds(kind), ...sources].filter(Boolean).join(' · ')
  return (
    <>
      {sourcedText?.exact && (
        <q className="serif" dir="auto">
          {sourcedText.exact}
        </q>
      )}
      <div>{said || t('noteAlone')}</div>
      {note && (
        <div className="why" dir="auto">
          {note}
        </div>
      )}
      <div className="sub">
        <bdi>{articleTitle || t('nothingWritten')}</bdi>
      </div>
    </>
  )
}

function momentBefore({ articleId, seq, at }: EvidenceLine): string {
  return `/articles/${articleId}/history?${new URLSearchParams({ at: String(seq - 1), on: at })}`
}

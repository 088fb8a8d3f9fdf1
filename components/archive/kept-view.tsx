import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { Outcome } from '#components/ui/use-submit.ts'
import { KeptArticles, type KeptArticlesProps } from './kept-articles.tsx'
import { type EvidenceLine, KeptEvidence } from './kept-evidence.tsx'
import { KeptNames, type NameLine } from './kept-names.tsx'
import { KeptSources, type PastLine, type RetiredLine } from './kept-sources.tsx'

export interface KeptViewProps extends KeptArticlesProps {
  readonly retired: readonly RetiredLine[]
  readonly pastSources: readonly PastLine[]
  readonly names: readonly NameLine[]
  readonly evidence: readonly EvidenceLine[]
  readonly page: number
  readonly next: number | null
  /** Null: this person changes no sources. */
  readonly onRestoreSource: ((form: FormData) => Promise<Outcome<null>>) | null
}

/** What was put away or taken out, with who and when, and the way back. */
export function KeptView(props: KeptViewProps) {
  const t = useTranslations('archive')
  const { articles, retired, pastSources, names, evidence, page, next, onRestoreSource } = props
  const isEmpty = !articles.length && !retired.length && !pastSources.length && !names.length
  return (
    <div className="page">
      <div className="hello">
        <div>
          <h1>{t('archive')}</h1>
          <p>{t('means')}</p>
        </div>
      </div>
      {isEmpty && !evidence.length && page === 0 && next === null && (
        <EmptyState title={t('nothingYet')} text={t('nothingYetMeans')} />
      )}
      <KeptArticles articles={articles} />
      <KeptEvidence evidence={evidence} />
      {(page > 0 || next !== null) && (
        <nav className="kept-pages" aria-label={t('evidencePages')}>
          {page > 0 && (
            <Link className="btn sm" href={page > 1 ? `/archive?page=${page - 1}` : '/archive'}>
              {t('newer')}
            </Link>
          )}
          {next !== null && (
            <Link className="btn sm" href={`/archive?page=${next}`}>
              {t('older')}
            </Link>
          )}
        </nav>
      )}
      <KeptSources retired={retired} past={pastSources} onRestore={onRestoreSource} />
      <KeptNames names={names} />
    </div>
  )
}

import { useTranslations } from 'next-intl'
import { When } from '#components/ui/when.tsx'
import type { VersionRef } from '#lib/domain/publication/version.ts'
import { CorrectionText } from './correction-text.tsx'

interface VersionListProps {
  readonly slug: string
  readonly versions: readonly VersionRef[]
}

/** What has been published, newest first. */
export function VersionList({ slug, versions }: VersionListProps) {
  const t = useTranslations('versions')
  if (!versions.length) return null
  return (
    <section>
      <h3>{t('earlier')}</h3>
      <ul className="versions">
        {versions
          .toSorted((a, b) => b.number - a.number)
          .map(({ number, change, note, correction, publishedAt }) => (
            <li key={number}>
              <a href={`/read/${slug}/v/${number}`} target="_blank" rel="noopener">
                {t('version', { number })}
              </a>
              <span className="muted">
                {t.rich(`published.${change}`, { when: () => <When at={publishedAt} /> })}
              </span>
              {correction && (
                <span className="version-note">
                  <CorrectionText {...correction} />
                </span>
              )}
              {note && <span className="version-note">{note}</span>}
            </li>
          ))}
      </ul>
    </section>
  )
}

import { useTranslations } from 'next-intl'
import { Dialog } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { ArticleModel } from '#components/workspace/model.ts'

export interface PublishedVersion {
  readonly slug: string
  readonly number: number
}

interface PublishedViewProps {
  readonly published: PublishedVersion
  readonly facts: ArticleModel['facts']
  readonly onClose: () => void
}

/** The version is out: where it stands, and by what anybody can tell it from another. */
export function PublishedView({ published: { slug, number }, facts, onClose }: PublishedViewProps) {
  const t = useTranslations('publishing')
  const version = facts.versions.find((known) => known.number === number)
  return (
    <Dialog
      title={t('isPublished', { number })}
      size="medium"
      isOpen
      onClose={onClose}
      footer={
        <>
          <span className="muted small grow">{t('startsNext', { number: number + 1 })}</span>
          <button type="button" className="btn primary" onClick={onClose}>
            {t('backToArticle')}
          </button>
        </>
      }
    >
      <div className="published">
        <Notice tone="good">
          {t.rich('readersFind', {
            address: `/read/${slug}`,
            link: (address) => (
              <a href={`/read/${slug}`} target="_blank" rel="noopener">
                {address}
              </a>
            ),
          })}
        </Notice>
        <p>{t('neverChanges', { number })}</p>
        {version && (
          <dl>
            <dt>SHA-256</dt>
            <dd>
              <code>{version.hash}</code>
            </dd>
          </dl>
        )}
      </div>
    </Dialog>
  )
}

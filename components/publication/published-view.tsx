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
  const version = facts.versions.find((known) => known.number === number)
  return (
    <Dialog
      title={`Version ${number} is published`}
      size="medium"
      isOpen
      onClose={onClose}
      footer={
        <>
          <span className="muted small grow">Editing starts version {number + 1}.</span>
          <button type="button" className="btn primary" onClick={onClose}>
            Back to the article
          </button>
        </>
      }
    >
      <div className="published">
        <Notice tone="good">
          Readers find it at{' '}
          <a href={`/read/${slug}`} target="_blank" rel="noopener">
            /read/{slug}
          </a>
          .
        </Notice>
        <p>Once published, version {number} never changes.</p>
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

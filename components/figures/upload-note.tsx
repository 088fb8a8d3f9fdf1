import { useTranslations } from 'next-intl'
import { Notice } from '#components/ui/notice.tsx'
import type { FigureDesk } from './figure-desk.ts'

/** What becomes of the picture that is on its way; nothing when none is. */
export function UploadNote({ desk: { upload, retry } }: { readonly desk: FigureDesk }) {
  const t = useTranslations('figures')
  const ui = useTranslations('ui')
  if (!upload) return null
  if (upload.kind === 'sending') {
    const percent = Math.round(upload.part * 100)
    return (
      <div className="upload">
        <progress aria-label={t('upload.label')} max={100} value={percent} />
        <span className="muted small num">
          {percent < 100 ? t('upload.sending', { percent }) : t('upload.sent')}
        </span>
      </div>
    )
  }
  return (
    <Notice tone={upload.kind === 'failed' ? 'bad' : 'plain'}>
      <p>{upload.kind === 'failed' ? upload.message : t('upload.waiting')}</p>
      <button type="button" className="btn sm" onClick={retry}>
        {ui('tryAgain')}
      </button>
    </Notice>
  )
}

'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** An unexpected error: what it means for one's work, and the two ways on. */
export function TroublePage({ retry }: { retry: () => void }) {
  const t = useTranslations('trouble')
  const ui = useTranslations('ui')
  return (
    <div className="page narrow">
      <div className="empty" role="alert">
        <h1>{t('wentWrong')}</h1>
        <p>{t('nothingLost')}</p>
        <div className="wrap">
          <button type="button" className="btn primary" onClick={retry}>
            {ui('tryAgain')}
          </button>
          <Link className="btn" href="/">
            {t('toDesk')}
          </Link>
        </div>
      </div>
    </div>
  )
}

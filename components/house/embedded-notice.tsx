import { useTranslations } from 'next-intl'
/** What the embedded mode cannot promise, said where everybody sees it. */
export function EmbeddedNotice() {
  const t = useTranslations('house')
  return <footer className="foot">{t('embedded')}</footer>
}

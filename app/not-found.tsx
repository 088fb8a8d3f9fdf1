import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { titled } from '#app/titled.ts'

export const generateMetadata = () => titled('notFound')

/** Also the answer for what one may not see: the two must not differ. */
export default async function NotFound() {
  const t = await getTranslations('pages')
  return (
    <main className="page narrow">
      <div className="empty">
        <h1>{t('nothingHere')}</h1>
        <p>{t('nothingHereMeans')}</p>
        <div className="wrap">
          <Link className="btn primary" href="/">
            {t('toDesk')}
          </Link>
        </div>
      </div>
    </main>
  )
}

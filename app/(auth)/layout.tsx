import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { GATEWAY, Words } from '#app/words.tsx'
import { settingsOfProcess } from '#lib/auth/settings.ts'

/** Pages for people who are not in yet. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const { newsroom } = settingsOfProcess()
  const t = await getTranslations('ui')
  return (
    <Words of={GATEWAY}>
      <div className="gateway">
        <header>
          <p className="mark">Galley</p>
          {newsroom !== 'Galley' && <p className="muted">{newsroom}</p>}
        </header>
        <main tabIndex={-1} aria-label={t('content')}>
          {children}
        </main>
      </div>
    </Words>
  )
}

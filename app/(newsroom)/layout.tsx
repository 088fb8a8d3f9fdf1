import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { identity } from '#app/identity.ts'
import { NEWSROOM, Words } from '#app/words.tsx'
import { EmbeddedNotice } from '#components/house/embedded-notice.tsx'
import { TopBar } from '#components/house/top-bar.tsx'
import { settingsOfProcess } from '#lib/auth/settings.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { countUnread } from '#lib/usecases/notices.ts'
import { signOutHere } from './actions.ts'

/** The frame of the newsroom's pages. Each page asks for itself who is there: a layout is not run for each of them. */
export default async function NewsroomLayout({ children }: { children: ReactNode }) {
  const me = (await identity())?.actor
  if (!me) return children
  const t = await getTranslations('ui')
  const unread = await countUnread(serverContext(), me)
  return (
    <Words of={NEWSROOM}>
      <div className="house">
        <a className="skip" href="#main">
          {t('skip')}
        </a>
        <TopBar me={me} unread={unread} onSignOut={signOutHere} />
        <main id="main" tabIndex={-1} aria-label={t('content')}>
          {children}
        </main>
        {settingsOfProcess().embedded && <EmbeddedNotice />}
      </div>
    </Words>
  )
}

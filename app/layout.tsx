import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SHARED, Words } from '#app/words.tsx'
import { FocusKeeper } from '#components/ui/focus-keeper.tsx'
import { LiveRegion } from '#components/ui/live-region.tsx'
import { Providers } from '#components/ui/providers.tsx'
import { directionOf } from '#lib/messages/locales.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/glyphs.css'
import './styles/text-glyphs.css'
import './styles/icons.css'
import './styles/marks.css'
import './styles/notices.css'
import './styles/controls.css'
import './styles/fields.css'
import './styles/shell.css'
import './styles/dialog.css'
import './styles/desk.css'
import './styles/house.css'
import './styles/notice-list.css'
import './styles/audit.css'
import './styles/editor.css'
import './styles/sentence-marks.css'
import './styles/workspace.css'
import './styles/panel.css'
import './styles/citations.css'
import './styles/suggestions.css'
import './styles/threads.css'
import './styles/source-mode.css'
import './styles/keys.css'
import './styles/status.css'
import './styles/review.css'
import './styles/publication.css'
import './styles/history.css'
import './styles/figures.css'
import './styles/given.css'
import './styles/captures.css'
import './styles/registry.css'

export const metadata: Metadata = {
  title: { default: 'Galley', template: '%s · Galley' },
  icons: { icon: '/icon.svg' },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

/** The theme stands in a cookie, so that the first paint has it. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get('theme')?.value
  const chosen = theme === 'light' || theme === 'dark' ? { 'data-theme': theme } : {}
  const locale = await getLocale()
  return (
    <html lang={locale} dir={directionOf(locale)} {...chosen}>
      <body>
        <LiveRegion />
        <FocusKeeper />
        <Words of={SHARED}>
          <Providers>{children}</Providers>
        </Words>
      </body>
    </html>
  )
}

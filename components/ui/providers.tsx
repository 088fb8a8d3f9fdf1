'use client'

import { useRouter } from 'next/navigation'
import { type Locale, useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { RouterProvider } from 'react-aria-components'
import { I18nProvider } from 'react-aria-components/I18nProvider'

/** Languages that only look like one take the dates and the direction of a real one. */
const REAL: Readonly<Record<Locale, string>> = {
  'en-GB': 'en-GB',
  'en-XA': 'en-GB',
  'ar-XB': 'ar-AE',
}

/** One locale for server and browser, so that both render the same; links in menus stay in the page. */
export function Providers({ children }: { children: ReactNode }) {
  const { push } = useRouter()
  return (
    <I18nProvider locale={REAL[useLocale()]}>
      <RouterProvider navigate={push}>{children}</RouterProvider>
    </I18nProvider>
  )
}

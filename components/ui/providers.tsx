'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { RouterProvider } from 'react-aria-components'
import { I18nProvider } from 'react-aria-components/I18nProvider'

/** One locale for server and browser, so that both render the same; links in menus stay in the page. */
export function Providers({ children }: { children: ReactNode }) {
  const { push } = useRouter()
  return (
    <I18nProvider locale="en-GB">
      <RouterProvider navigate={push}>{children}</RouterProvider>
    </I18nProvider>
  )
}

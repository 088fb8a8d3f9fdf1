'use client'

import { TroublePage } from '#components/house/trouble-page.tsx'

export default function RootError({ retry }: { retry: () => void }) {
  return (
    <main>
      <TroublePage retry={retry} />
    </main>
  )
}

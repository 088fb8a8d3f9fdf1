'use client'

import { TroublePage } from '#components/house/trouble-page.tsx'

export default function NewsroomError({ retry }: { retry: () => void }) {
  return <TroublePage retry={retry} />
}

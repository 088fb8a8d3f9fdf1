import type { ReactNode } from 'react'
import { ARTICLE, Words } from '#app/words.tsx'

export default function ArticleLayout({ children }: { children: ReactNode }) {
  return <Words of={ARTICLE}>{children}</Words>
}

'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon.tsx'
import { useUnread } from './use-unread.ts'

/** How many notices are unread, and the way to them. `first`: as the server counted; null: it was not asked yet. */
export function Bell({ first }: { readonly first: number | null }) {
  const count = useUnread(first)
  const t = useTranslations('bell')
  const words = count ? t('unread', { count: countWords(count) }) : t('notices')
  return (
    <Link className="btn quiet icon bell" href="/notices" prefetch={false} aria-label={words}>
      <Icon name="bell" />
      {count > 0 && (
        <span className="bell-count num" aria-hidden="true">
          {countWords(count)}
        </span>
      )}
    </Link>
  )
}

const MOST = 99

const countWords = (count: number) => (count > MOST ? `${MOST}+` : String(count))

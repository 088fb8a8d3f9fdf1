'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'

interface Place {
  readonly href: string
  readonly name: string
  /** For administrators alone. */
  readonly admin: boolean
}

const PLACES = [
  { href: '/', name: 'desk', admin: false },
  { href: '/sources', name: 'sources', admin: false },
  { href: '/people', name: 'people', admin: true },
  { href: '/rules', name: 'rules', admin: true },
  { href: '/webhooks', name: 'webhooks', admin: true },
  { href: '/keys', name: 'keys', admin: true },
  { href: '/archive', name: 'archive', admin: true },
  { href: '/audit', name: 'audit', admin: true },
] as const satisfies readonly Place[]

export function NewsroomNav({ admin }: { admin: boolean }) {
  const t = useTranslations('house')
  const path = usePathname()
  return (
    <nav className="nav" aria-label={t('newsroom')}>
      {PLACES.filter((place) => admin || !place.admin).map(({ href, name }) => (
        <Link key={href} href={href} {...(path === href && { 'aria-current': 'page' })}>
          {t(`place.${name}`)}
        </Link>
      ))}
    </nav>
  )
}

'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

const PLACES = [
  { href: '/', words: 'Desk' },
  { href: '/sources', words: 'Sources' },
  { href: '/people', words: 'People', admin: true },
  { href: '/rules', words: 'Rules', admin: true },
  { href: '/webhooks', words: 'Webhooks', admin: true },
  { href: '/keys', words: 'Keys', admin: true },
  { href: '/archive', words: 'Archive', admin: true },
  { href: '/audit', words: 'Audit', admin: true },
]

export function NewsroomNav({ admin }: { admin: boolean }) {
  const path = usePathname()
  return (
    <nav className="nav" aria-label="Newsroom">
      {PLACES.filter((place) => admin || !place.admin).map(({ href, words }) => (
        <Link key={href} href={href} {...(path === href && { 'aria-current': 'page' })}>
          {words}
        </Link>
      ))}
    </nav>
  )
}

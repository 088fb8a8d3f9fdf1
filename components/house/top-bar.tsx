import Link from 'next/link'
import { KeyDesk } from '#components/keys/key-desk.tsx'
import { Bell } from '#components/notices/bell.tsx'
import type { Actor } from '#lib/domain/access/policy.ts'
import { AccountMenu } from './account-menu.tsx'
import { NewsroomNav } from './newsroom-nav.tsx'

export function TopBar({
  me,
  unread,
  onSignOut,
}: {
  me: Actor
  unread: number
  onSignOut: () => Promise<void>
}) {
  return (
    <header className="top">
      <Link className="mark" href="/">
        Galley
      </Link>
      <span className="sep hide-s" />
      <NewsroomNav admin={me.roles.includes('admin')} />
      <span className="grow" />
      <Bell first={unread} />
      <AccountMenu me={me} onSignOut={onSignOut} />
      <KeyDesk />
    </header>
  )
}

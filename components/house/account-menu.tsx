'use client'

import { useTranslations } from 'next-intl'
import { Button } from 'react-aria-components/Button'
import {
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components/Menu'
import { Avatar } from '#components/ui/avatar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { initialsOf } from '#components/ui/person-marks.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import { isTheme, THEMES } from './themes.ts'
import { useLeave } from './use-leave.ts'
import { useTheme } from './use-theme.ts'

export function AccountMenu({ me, onSignOut }: { me: Actor; onSignOut: () => Promise<void> }) {
  const t = useTranslations('house')
  const settings = useTranslations('settings')
  const [theme, setTheme] = useTheme()
  const leave = useLeave(me.id, onSignOut)
  return (
    <>
      <MenuTrigger>
        <Button
          className="account"
          aria-label={t('accountMenu', { initials: initialsOf(me.name), name: me.name })}
        >
          <span aria-hidden="true">
            <Avatar person={me} />
          </span>
        </Button>
        <Popover className="menu" placement="bottom end">
          <Menu aria-label={t('account')}>
            <MenuItem href="/account" textValue={t('account')}>
              <Icon name="person" />
              <span>
                <bdi>{me.name}</bdi>
                <span className="muted small block">{t('accountAndTokens')}</span>
              </span>
            </MenuItem>
            <Separator />
            <MenuSection
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[theme]}
              onSelectionChange={(keys) => {
                const [chosen] = keys === 'all' ? [] : keys
                if (isTheme(chosen)) setTheme(chosen)
              }}
            >
              <Header className="sect">{settings('theme')}</Header>
              {THEMES.map(({ id, icon }) => (
                <MenuItem key={id} id={id} textValue={settings(`themes.${id}`)}>
                  <Icon name={icon} />
                  {settings(`themes.${id}`)}
                  {theme === id && (
                    <span className="end">
                      <Icon name="check" />
                    </span>
                  )}
                </MenuItem>
              ))}
            </MenuSection>
            <Separator />
            <MenuItem onAction={leave.ask}>{t('signOut')}</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <LeaveDialog leave={leave} />
    </>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu'
import { Icon } from '#components/ui/icon.tsx'
import type { ArticleModel } from './model.ts'

interface MoreMenuProps {
  readonly model: Pick<ArticleModel, 'facts' | 'present'>
  readonly onOpen: (dialog: 'data' | 'people') => void
}

/** What the head of an article has no room for on a telephone. */
export function MoreMenu({ model, onOpen }: MoreMenuProps) {
  const t = useTranslations('workspace')
  return (
    <MenuTrigger>
      <Button className="btn quiet icon more-menu" aria-label={t('more')}>
        <Icon name="more" />
      </Button>
      <Popover className="menu" placement="bottom end">
        <Menu aria-label={t('more')}>
          <MenuItem onAction={() => onOpen('data')}>
            <Icon name="document" /> {t('articleData')}
          </MenuItem>
          <MenuItem href={`/articles/${model.facts.id}/history`}>
            <Icon name="clock" /> {t('history')}
          </MenuItem>
          <MenuItem href={`/articles/${model.facts.id}/versions`}>
            <Icon name="seal" /> {t('versions')}
            <span className="muted small end">{model.facts.versions.length}</span>
          </MenuItem>
          <MenuItem href="/notices">
            <Icon name="bell" /> {t('notices')}
          </MenuItem>
          <MenuItem onAction={() => onOpen('people')}>
            <Icon name="person" /> {t('people')}
            <span className="muted small end">
              {t('countHere', { count: model.present.length })}
            </span>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

'use client'
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
  return (
    <MenuTrigger>
      <Button className="btn quiet icon more-menu" aria-label="More of this article">
        <Icon name="more" />
      </Button>
      <Popover className="menu" placement="bottom end">
        <Menu aria-label="More of this article">
          <MenuItem onAction={() => onOpen('data')}>
            <Icon name="document" /> Article data
          </MenuItem>
          <MenuItem href={`/articles/${model.facts.id}/history`}>
            <Icon name="clock" /> History
          </MenuItem>
          <MenuItem href={`/articles/${model.facts.id}/versions`}>
            <Icon name="seal" /> Versions
            <span className="muted small end">{model.facts.versions.length}</span>
          </MenuItem>
          <MenuItem href="/notices">
            <Icon name="bell" /> Notices
          </MenuItem>
          <MenuItem onAction={() => onOpen('people')}>
            <Icon name="person" /> People
            <span className="muted small end">{model.present.length} here</span>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

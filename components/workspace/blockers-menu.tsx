'use client'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { BlockerList } from '#components/publication/blocker-list.tsx'
import type { ArticleActions, ArticleModel } from './model.ts'

interface BlockersMenuProps {
  readonly model: ArticleModel
  readonly actions: ArticleActions
}

/** What stands between the article and its publication, for those who do not publish it but clear the way. */
export function BlockersMenu({ model, actions }: BlockersMenuProps) {
  const { blockers, statuses, view } = model
  if (!view.loaded) return null
  if (!blockers.length) return <span className="chip plain hide-s">Nothing to clear</span>
  return (
    <DialogTrigger>
      <Button className="btn quiet num">{blockers.length} to clear</Button>
      <Popover className="menu blockers" placement="bottom end">
        <Dialog aria-label="To clear before publication">
          {({ close }) => (
            <BlockerList
              blockers={blockers}
              statuses={statuses}
              onGo={(index) => {
                close()
                actions.select(index)
                actions.setMode('write')
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

'use client'
import { useState } from 'react'
import { BlockerList } from '#components/publication/blocker-list.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { placesToClear } from '#lib/domain/publication/gate.ts'
import type { ArticleActions, ArticleModel } from './model.ts'

interface BlockersMenuProps {
  readonly model: ArticleModel
  readonly actions: ArticleActions
}

/** What stands between the article and its publication, for those who do not publish it but clear the way. */
export function BlockersMenu({ model, actions }: BlockersMenuProps) {
  const [isOpen, setOpen] = useState(false)
  const { blockers, statuses, view } = model
  if (!view.loaded) return null
  const goTo = (index: number) => {
    setOpen(false)
    actions.select(index)
    actions.setMode('write')
  }
  const goToFigure = (block: number) => {
    setOpen(false)
    actions.showFigure(block)
  }
  return (
    <>
      {blockers.length ? (
        <button type="button" className="btn quiet num" onClick={() => setOpen(true)}>
          {placesToClear(blockers)} to clear
        </button>
      ) : (
        <span className="chip plain hide-s">Nothing to clear</span>
      )}
      <Dialog title="Before it can be published" isOpen={isOpen} onClose={() => setOpen(false)}>
        {blockers.length ? (
          <BlockerList blockers={blockers} statuses={statuses} onGo={goTo} onFigure={goToFigure} />
        ) : (
          <p className="muted">Nothing is in the way: a publisher can publish it.</p>
        )}
      </Dialog>
    </>
  )
}

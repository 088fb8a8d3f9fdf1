'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { placesToClear } from '#lib/domain/publication/gate.ts'
import { BlockerList } from './later-parts.tsx'
import type { ArticleActions, ArticleModel } from './model.ts'

interface BlockersMenuProps {
  readonly model: ArticleModel
  readonly actions: ArticleActions
}

/** What stands between the article and its publication, for those who do not publish it but clear the way. */
export function BlockersMenu({ model, actions }: BlockersMenuProps) {
  const t = useTranslations('workspace')
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
          {t('toClear', { count: placesToClear(blockers) })}
        </button>
      ) : (
        <span className="chip plain hide-s">{t('nothingToClear')}</span>
      )}
      <Dialog title={t('beforePublished')} isOpen={isOpen} onClose={() => setOpen(false)}>
        {blockers.length ? (
          <BlockerList blockers={blockers} statuses={statuses} onGo={goTo} onFigure={goToFigure} />
        ) : (
          <p className="muted">{t('nothingInWay')}</p>
        )}
      </Dialog>
    </>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import {
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Separator,
} from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Icon } from '#components/ui/icon.tsx'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import { rightsToMove } from '#lib/domain/access/policy.ts'
import { legalBar } from '#lib/domain/review/legal-read.ts'
import { movesFrom, type State, skippedBy } from '#lib/domain/review/states.ts'
import { MoveDialog, PlanDialog } from './later-dialogs.tsx'
import { inOrder, moveNamed, stateLabel } from './moves.ts'
import { OwedNotice } from './owed-notice.tsx'

export interface StateMenuProps {
  readonly model: ArticleModel
  readonly actions: ArticleActions
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

/** Where the article is, where this person may move it, and how it came here. */
export function StateMenu({ model, actions, isOpen, onOpenChange }: StateMenuProps) {
  const t = useTranslations('moving')
  const { state, versions } = model.facts
  const [to, setTo] = useState<State | null>(null)
  const [isPlanning, setPlanning] = useState(false)
  const moves = inOrder(state, openMoves(model.facts))
  const steps = moves.filter((move) => !skippedBy(state, move).length)
  const leaps = moves.filter((move) => skippedBy(state, move).length)
  const show = (index: number) => {
    setTo(null)
    actions.select(index)
  }
  const itemOf = (move: State) => (
    <MenuItem key={move} id={move} onAction={() => setTo(move)}>
      {moveNamed(t, state, move).name}
    </MenuItem>
  )
  return (
    <>
      <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
        <Button className="btn quiet sm state-menu">
          <span className="vh">{t('stateOf')} </span>
          {stateLabel(t, state, versions.at(-1)?.change ?? null)} <Icon name="down" />
        </Button>
        <Popover className="menu" placement="bottom start">
          <Menu aria-label={t('menu')}>
            {steps.map(itemOf)}
            {leaps.length > 0 && (
              <MenuSection aria-label={t('withReason')}>
                <Header className="sect">{t('withReason')}</Header>
                {leaps.map(itemOf)}
              </MenuSection>
            )}
            {moves.length > 0 && <Separator />}
            <MenuItem id="plan" onAction={() => setPlanning(true)}>
              {t('openPlan')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {to && (
        <MoveDialog
          {...{ from: state, to, actions }}
          sentences={model.statuses}
          owed={<OwedNotice blockers={model.blockers} onGo={show} />}
          version={versions.at(-1)?.number ?? null}
          onClose={() => setTo(null)}
        />
      )}
      {isPlanning && <PlanDialog {...{ model, actions }} onClose={() => setPlanning(false)} />}
    </>
  )
}

/** The moves that the table, the rights and a flag for a legal read leave open. */
function openMoves({ state, rights, archived, legal }: ArticleModel['facts']): readonly State[] {
  const ends = state === 'archived' ? [archived?.from ?? 'draft'] : movesFrom(state)
  return ends.filter((to) => {
    const may = rightsToMove(state, to).some((right) => rights[right])
    return may && legalBar(state, to, legal).ok
  })
}

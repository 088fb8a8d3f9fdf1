'use client'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Icon } from '#components/ui/icon.tsx'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import { movesFrom, type State } from '#lib/domain/review/states.ts'
import { MoveDialog } from './move-dialog.tsx'
import { moveNamed, STATE_WORDS } from './moves.ts'

export interface StateMenuProps {
  readonly model: ArticleModel
  readonly actions: ArticleActions
}

/** Where the article is, and where this person may move it. */
export function StateMenu({ model, actions }: StateMenuProps) {
  const { state, rights, archived, versions } = model.facts
  const [to, setTo] = useState<State | null>(null)
  const back = archived?.from ?? 'draft'
  const moves: readonly State[] =
    state === 'archived'
      ? [back].filter(() => rights.move || rights.archive)
      : movesFrom(state).filter((move) => (move === 'archived' ? rights.archive : rights.move))
  if (!moves.length) return <span className="chip plain">{STATE_WORDS[state]}</span>
  return (
    <>
      <MenuTrigger>
        <Button className="btn quiet sm state-menu">
          <span className="vh">State of the article: </span>
          {STATE_WORDS[state]} <Icon name="down" />
        </Button>
        <Popover className="menu" placement="bottom start">
          <Menu aria-label="Move the article">
            {moves.map((move) => (
              <MenuItem key={move} id={move} onAction={() => setTo(move)}>
                {moveNamed(state, move).name}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {to && (
        <MoveDialog
          {...{ from: state, to, actions }}
          version={versions.at(-1)?.number ?? null}
          onClose={() => setTo(null)}
        />
      )}
    </>
  )
}

'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu'
import { MoveDialog } from '#components/publication/move-dialog.tsx'
import { announce } from '#components/ui/announce.ts'
import { Icon } from '#components/ui/icon.tsx'
import { articleApi } from '#lib/collab/browser/api.ts'
import type { DeskLine } from './entry.ts'

type RowMovesProps = Pick<DeskLine, 'id' | 'title' | 'state' | 'archived' | 'version' | 'may'>

/** Out of the way and back, from the desk. */
export function RowMoves({ id, title, state, archived, version, may }: RowMovesProps) {
  const t = useTranslations('desk')
  const router = useRouter()
  const [isAsking, setAsking] = useState(false)
  const actions = useMemo(() => {
    const { move } = articleApi(id)
    return {
      announce,
      move: async (...wish: Parameters<typeof move>) => {
        const answer = await move(...wish)
        router.refresh()
        return answer
      },
    }
  }, [id, router])
  const article = title || t('withoutWords')
  const to = may.takeBack ? (archived?.from ?? 'draft') : 'archived'
  return (
    <>
      {may.takeBack && (
        <button
          type="button"
          className="btn sm"
          aria-label={t('takeBackOne', { article })}
          onClick={() => setAsking(true)}
        >
          {t('takeBack')}
        </button>
      )}
      {may.archive && (
        <MenuTrigger>
          <Button className="btn quiet icon sm" aria-label={t('more', { article })}>
            <Icon name="more" />
          </Button>
          <Popover className="menu" placement="bottom end">
            <Menu aria-label={t('more', { article })}>
              <MenuItem onAction={() => setAsking(true)}>
                <Icon name="archive" /> {t('archive')}
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
      {isAsking && (
        <MoveDialog {...{ from: state, to, actions, version }} onClose={() => setAsking(false)} />
      )}
    </>
  )
}

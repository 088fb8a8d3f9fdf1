'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Bell } from '#components/notices/bell.tsx'
import { StateMenu } from '#components/publication/state-menu.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { hidden } from '#components/ui/hidden.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { placesToClear } from '#lib/domain/publication/gate.ts'
import { BlockersMenu } from './blockers-menu.tsx'
import type { ArticleActions, ArticleModel, Mode } from './model.ts'
import { MoreMenu } from './more-menu.tsx'

export interface TopBarProps {
  readonly model: ArticleModel
  readonly mode: Mode
  readonly actions: ArticleActions
  /** The menu of the article's state is one of those that are opened from elsewhere, too. */
  readonly isStateOpen: boolean
  readonly onOpen: (dialog: 'publish' | 'people' | 'data' | 'state') => void
  readonly onClose: () => void
}

/** Title, state, modes, who is here, and publishing. */
export function TopBar({ model, mode, actions, onOpen, isStateOpen, onClose }: TopBarProps) {
  const t = useTranslations('workspace')
  const { facts } = model
  return (
    <header className="top">
      <Link className="btn quiet icon" href="/" aria-label={t('backToDesk')}>
        <Icon name="back" />
      </Link>
      <Title model={model} mode={mode} />
      <StateMenu
        model={model}
        actions={actions}
        isOpen={isStateOpen}
        onOpenChange={(isOpen) => (isOpen ? onOpen('state') : onClose())}
      />
      <button
        type="button"
        className="btn quiet sm wide-only"
        aria-label={t('articleData')}
        onClick={() => onOpen('data')}
      >
        <Icon name="document" /> {t('data')}
      </button>
      <Link
        className="btn quiet sm wide-only"
        href={`/articles/${facts.id}/history`}
        aria-label={t('history')}
      >
        <Icon name="clock" /> {t('history')}
      </Link>
      <MoreMenu model={model} onOpen={onOpen} />
      <span className="grow" />
      <Modes mode={mode} onMode={actions.setMode} />
      <People model={model} onPress={() => onOpen('people')} />
      <span className="wide-only">
        <Bell first={null} />
      </span>
      <span className="publish-place">
        {facts.rights.publish ? (
          <PublishButton left={placesToClear(model.blockers)} onPress={() => onOpen('publish')} />
        ) : (
          <BlockersMenu model={model} actions={actions} />
        )}
      </span>
    </header>
  )
}

/** The page has one first heading: the article's own headline where it is shown, else its title here. */
function Title({ model, mode }: Pick<TopBarProps, 'model' | 'mode'>) {
  const t = useTranslations('workspace')
  const { facts, content } = model
  const headline = content.blocks.find(
    (block) => block.type === 'text' && block.role === 'headline',
  )
  const words = (headline?.type === 'text' && headline.text.trim()) || facts.title || t('untitled')
  const version = facts.versions.at(-1)
  const Name = headline && mode === 'write' ? 'p' : 'h1'
  return (
    <div className="crumb">
      <Name className="crumb-title" dir="auto" title={words}>
        {words}
      </Name>
      {version && (
        <Link className="ver" href={`/articles/${facts.id}/versions`} prefetch={false}>
          {t('publicVersion', { number: String(version.number) })}
        </Link>
      )}
    </div>
  )
}

const MODES: readonly Mode[] = ['write', 'source', 'review']

function Modes({ mode, onMode }: Pick<TopBarProps, 'mode'> & { onMode: (mode: Mode) => void }) {
  const t = useTranslations('workspace')
  return (
    <nav className="seg" aria-label={t('modes')}>
      {MODES.map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={mode === value}
          onClick={() => onMode(value)}
        >
          {t(`mode.${value}`)}
        </button>
      ))}
    </nav>
  )
}

/** As many faces as fit; the others are counted. */
const SHOWN = 5

function People({ model, onPress }: Pick<TopBarProps, 'model'> & { onPress: () => void }) {
  const t = useTranslations('workspace')
  const { present } = model
  const uncounted = present.length - SHOWN
  const faces = () => (
    <>
      {present.slice(0, SHOWN).map((person) => (
        <Avatar key={person.id} person={person} colour={person.colour} />
      ))}
      {uncounted > 0 && <span className="small">{t('moreFaces', { count: uncounted })}</span>}
    </>
  )
  return (
    <button type="button" className="avas people-button wide-only" onClick={onPress}>
      {t.rich('peopleHere', { faces, more: hidden })}
    </button>
  )
}

function PublishButton({ left, onPress }: { left: number; onPress: () => void }) {
  const t = useTranslations('workspace')
  return (
    <button type="button" className="btn primary" onClick={onPress}>
      {left > 0
        ? t.rich('publishLeft', {
            count: left,
            left: (words) => <span className="num hide-s">{words}</span>,
          })
        : t('publishNow')}
    </button>
  )
}

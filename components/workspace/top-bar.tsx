'use client'
import Link from 'next/link'
import { Bell } from '#components/notices/bell.tsx'
import { StateMenu } from '#components/publication/state-menu.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
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
  const { facts } = model
  return (
    <header className="top">
      <Link className="btn quiet icon" href="/" aria-label="Back to the desk">
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
        aria-label="Article data"
        onClick={() => onOpen('data')}
      >
        <Icon name="document" /> Data
      </button>
      <Link
        className="btn quiet sm wide-only"
        href={`/articles/${facts.id}/history`}
        aria-label="History"
      >
        <Icon name="clock" /> History
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
  const { facts, content } = model
  const headline = content.blocks.find(
    (block) => block.type === 'text' && block.role === 'headline',
  )
  const words = (headline?.type === 'text' && headline.text.trim()) || facts.title || 'Untitled'
  const version = facts.versions.at(-1)
  const Name = headline && mode === 'write' ? 'p' : 'h1'
  return (
    <div className="crumb">
      <Name className="crumb-title" dir="auto" title={words}>
        {words}
      </Name>
      {version && (
        <Link className="ver" href={`/articles/${facts.id}/versions`} prefetch={false}>
          version {version.number} is public
        </Link>
      )}
    </div>
  )
}

const MODES: readonly (readonly [Mode, string])[] = [
  ['write', 'Write'],
  ['source', 'Source'],
  ['review', 'Review'],
]

function Modes({ mode, onMode }: Pick<TopBarProps, 'mode'> & { onMode: (mode: Mode) => void }) {
  return (
    <nav className="seg" aria-label="Mode">
      {MODES.map(([value, words]) => (
        <button
          key={value}
          type="button"
          aria-pressed={mode === value}
          onClick={() => onMode(value)}
        >
          {words}
        </button>
      ))}
    </nav>
  )
}

/** As many faces as fit; the others are counted. */
const SHOWN = 5

function People({ model, onPress }: Pick<TopBarProps, 'model'> & { onPress: () => void }) {
  const { present } = model
  const more = present.length - SHOWN
  return (
    <button type="button" className="avas people-button wide-only" onClick={onPress}>
      <span className="vh">People: </span>
      {present.slice(0, SHOWN).map((person) => (
        <Avatar key={person.id} person={person} colour={person.colour} />
      ))}
      {more > 0 && <span className="small">+{more}</span>}
      <span className="vh">. Who works on this article</span>
    </button>
  )
}

function PublishButton({ left, onPress }: { left: number; onPress: () => void }) {
  return (
    <button type="button" className="btn primary" onClick={onPress}>
      Publish… {left > 0 && <span className="num hide-s">{left} to clear</span>}
    </button>
  )
}

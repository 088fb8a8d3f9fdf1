'use client'
import Link from 'next/link'
import type { ArticleModel, Mode } from './model.ts'

export interface TopBarProps {
  readonly model: ArticleModel
  readonly mode: Mode
  readonly onMode: (mode: Mode) => void
  readonly onPublish: () => void
  readonly onPeople: () => void
  readonly stateMenu: React.ReactNode
}

const MODES: readonly (readonly [Mode, string])[] = [
  ['write', 'Write'],
  ['source', 'Source'],
  ['review', 'Review'],
]

/** Title, state, modes, who is here, and publishing. */
export function TopBar({ model, mode, onMode, onPublish, onPeople, stateMenu }: TopBarProps) {
  const { facts, blockers, present } = model
  const version = facts.versions.at(-1)
  const left = blockers.length
  return (
    <header className="top">
      <Link className="btn quiet icon" href="/" aria-label="Back to the desk">
        <span className="i i-back" aria-hidden="true" />
      </Link>
      <div className="crumb">
        <h1 dir="auto">{titleOf(model)}</h1>
        {version && (
          <a className="ver" href={`/read/${facts.slug}`}>
            version {version.number} is public
          </a>
        )}
      </div>
      {stateMenu}
      <span className="grow" />
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
      <button
        type="button"
        className="avas people-button"
        onClick={onPeople}
        aria-label={peopleWords(model)}
      >
        {present.slice(0, 5).map(({ id, name, colour }) => (
          <span key={id} className={`ava pc${colour}`} title={name} aria-hidden="true">
            {initials(name)}
          </span>
        ))}
        {present.length > 5 && <span className="small">+{present.length - 5}</span>}
      </button>
      {facts.rights.publish && (
        <button type="button" className="btn primary" onClick={onPublish}>
          Publish… {left > 0 && <span className="num">{left} to clear</span>}
        </button>
      )}
    </header>
  )
}

/** The headline as it stands, else what the desk calls it. */
function titleOf({ content, facts }: ArticleModel): string {
  const headline = content.blocks.find(
    (block) => block.type === 'text' && block.role === 'headline',
  )
  return (headline?.type === 'text' && headline.text.trim()) || facts.title || 'Untitled'
}

function peopleWords({ present }: ArticleModel): string {
  const names = present.map(({ name }) => name).join(', ')
  return `People: ${names}. Who works on this article`
}

function initials(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase()
}

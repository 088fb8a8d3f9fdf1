'use client'
import { useTranslations } from 'next-intl'
import { KIND_ICONS } from '#components/registry/words.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { attachAndGo, isCited } from './evidence-commands.ts'
import type { Sourcing } from './use-sourcing.ts'

interface ShelfProps {
  readonly sourcing: Sourcing
  readonly status: SentenceStatus
}

/** Sources that this article uses, each with the number that attaches it. */
export function Shelf({ sourcing, status }: ShelfProps) {
  const t = useTranslations('sourcing')
  const { shelf, editable, pick, act, goesOn } = sourcing
  if (!editable || !shelf.length) return null
  return (
    <div className="panel-section shelf">
      <h2 className="panel-title">{t('shelf.title')}</h2>
      <ol>
        {shelf.map((source, at) => (
          <li key={source.id}>
            <ShelfItem
              number={at + 1}
              source={source}
              cited={isCited(status, source)}
              onPick={() =>
                goesOn ? act((desk) => attachAndGo(desk, source), 'removed') : pick(source)
              }
            />
          </li>
        ))}
      </ol>
    </div>
  )
}

interface ShelfItemProps {
  readonly number: number
  readonly source: Source
  readonly cited: boolean
  readonly onPick: () => void
}

function ShelfItem({ number, source, cited, onPick }: ShelfItemProps) {
  const kinds = useTranslations('sourceTerms.kind')
  const t = useTranslations('sourcing')
  return (
    <button
      type="button"
      className="shelf-item"
      aria-disabled={cited}
      title={kinds(source.kind)}
      onClick={() => {
        if (!cited) onPick()
      }}
    >
      <kbd className={cited ? 'on' : ''}>{number}</kbd>
      <Icon name={KIND_ICONS[source.kind]} />
      <span className="shelf-name" dir="auto">
        {source.title}
      </span>
      {cited && <span className="muted small">{t('shelf.attached')}</span>}
    </button>
  )
}

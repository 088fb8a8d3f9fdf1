'use client'
import { useTranslations } from 'next-intl'
import type { Words } from '#components/ui/words.ts'
import type { Boundaries } from '#components/workspace/use-boundaries.ts'

interface SentenceEdgesProps {
  readonly boundaries: Boundaries
}

/** Where the sentence begins and ends, when the rules have it wrong: joined with the next, or split at the caret. */
export function SentenceEdges({ boundaries }: SentenceEdgesProps) {
  const t = useTranslations('sourcing')
  const { hasNext, isSplit, joins, join, split, takeBack } = boundaries
  const isHandmade = isSplit || joins > 0
  if (!hasNext && !split && !isHandmade) return null
  return (
    <div className="panel-section">
      <h2 className="panel-title">{t('edges.title')}</h2>
      {isHandmade && (
        <p className="handmade">
          <span>{handmadeWords(t, isSplit, joins)}</span>
          <button type="button" className="btn quiet sm" onClick={takeBack}>
            {t('edges.takeBack')}
          </button>
        </p>
      )}
      <div className="quick">
        {hasNext && (
          <button type="button" className="btn sm" onClick={join} title={t('edges.joinKey')}>
            {t('edges.join')}
          </button>
        )}
        {split && (
          <button
            type="button"
            className="btn sm"
            title={t('edges.splitKey')}
            // The text keeps its caret: it says where.
            onMouseDown={(event) => event.preventDefault()}
            onClick={split}
          >
            {t('edges.split')}
          </button>
        )}
      </div>
    </div>
  )
}

function handmadeWords(t: Words<'sourcing'>, isSplit: boolean, joins: number): string {
  // Of so many sentences it was joined.
  const count = joins + 1
  if (!isSplit) return t('edges.joined', { count })
  return joins ? t('edges.beginsJoined', { count }) : t('edges.begins')
}

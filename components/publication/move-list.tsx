import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { Notice } from '#components/ui/notice.tsx'
import { useRow } from '#components/ui/use-row.ts'
import { When } from '#components/ui/when.tsx'
import type { ArticleActions } from '#components/workspace/model.ts'
import type { Move } from '#lib/domain/review/moves.ts'
import { stateLabel, stepNamed } from './moves.ts'

/** Every move of the article, newest first: a step that was left out stays in sight. */
export function MoveList({ load }: { readonly load: ArticleActions['moves'] }) {
  const t = useTranslations('moving')
  const [moves, setMoves] = useState<readonly Move[] | null>(null)
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    let isGone = false
    void load().then((answer) => {
      if (isGone) return
      if (answer.ok) setMoves(answer.value.moves)
      else setError(answer.message)
    })
    return () => {
      isGone = true
    }
  }, [load])
  return (
    <section>
      <h3>{t('moves')}</h3>
      {error && <Notice tone="bad">{error}</Notice>}
      {moves?.length === 0 && <p className="muted">{t('noMoves')}</p>}
      <ol className="versions" aria-label={t('moves')} aria-busy={moves === null && error === null}>
        {moves?.toReversed().map((move) => (
          <MoveLine key={`${move.at} ${move.from} ${move.to}`} move={move} />
        ))}
      </ol>
    </section>
  )
}

const ARROW = {
  arrow: (arrow: ReactNode) => <span aria-hidden="true">{arrow}</span>,
  spoken: (words: ReactNode) => <span className="vh">{words}</span>,
}

function MoveLine({
  move: { at, personName, from, to, note, skipped, version, change },
}: {
  move: Move
}) {
  const t = useTranslations('moving')
  const row = useRow()
  const ends = { from: t(`state.${from}`), to: stateLabel(t, to, change), ...ARROW }
  const steps = skipped.map((step) => stepNamed(t, step))
  return (
    <li>
      <b>
        {version === null
          ? t.rich('step', ends)
          : t.rich('stepWithVersion', { ...ends, number: version })}
      </b>
      <span className="muted">
        {t.rich('movedBy', {
          name: personName,
          who: (name) => <bdi>{name}</bdi>,
          when: () => <When at={at} />,
        })}
      </span>
      {steps.length > 0 && <span className="ink-stale">{t('leftOut', { steps: row(steps) })}</span>}
      {note && (
        <span className="version-note" dir="auto">
          {note}
        </span>
      )}
    </li>
  )
}

import { useEffect, useState } from 'react'
import { Notice } from '#components/ui/notice.tsx'
import { When } from '#components/ui/when.tsx'
import type { ArticleActions } from '#components/workspace/model.ts'
import type { Move } from '#lib/domain/review/moves.ts'
import type { State } from '#lib/domain/review/states.ts'
import { STATE_WORDS, stateLabel } from './moves.ts'

/** Every move of the article, newest first: a step that was left out stays in sight. */
export function MoveList({ load }: { readonly load: ArticleActions['moves'] }) {
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
      <h3>Moves</h3>
      {error && <Notice tone="bad">{error}</Notice>}
      {moves?.length === 0 && <p className="muted">It has not been moved yet.</p>}
      <ol className="versions" aria-label="Moves" aria-busy={moves === null && error === null}>
        {moves?.toReversed().map((move) => (
          <MoveLine key={`${move.at} ${move.from} ${move.to}`} move={move} />
        ))}
      </ol>
    </section>
  )
}

const SKIPPED_WORDS: Readonly<Partial<Record<State, string>>> = {
  inReview: 'the review',
  checked: 'the check',
}

function MoveLine({
  move: { at, personName, from, to, note, skipped, version, change },
}: {
  move: Move
}) {
  return (
    <li>
      <b>
        {STATE_WORDS[from]} <span aria-hidden="true">→</span>
        <span className="vh">to</span> {stateLabel(to, change)}
        {version !== null && `, version ${version}`}
      </b>
      <span className="muted">
        <bdi>{personName}</bdi>, <When at={at} />
      </span>
      {skipped.length > 0 && (
        <span className="ink-stale">
          Left out: {skipped.map((step) => SKIPPED_WORDS[step] ?? STATE_WORDS[step]).join(', ')}
        </span>
      )}
      {note && (
        <span className="version-note" dir="auto">
          {note}
        </span>
      )}
    </li>
  )
}

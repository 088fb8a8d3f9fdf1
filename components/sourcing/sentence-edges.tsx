'use client'
import type { Boundaries } from '#components/workspace/use-boundaries.ts'

interface SentenceEdgesProps {
  readonly boundaries: Boundaries
}

/** Where the sentence begins and ends, when the rules have it wrong: joined with the next, or split at the caret. */
export function SentenceEdges({ boundaries }: SentenceEdgesProps) {
  const { hasNext, isSplit, joins, join, split, takeBack } = boundaries
  const isHandmade = isSplit || joins > 0
  if (!hasNext && !split && !isHandmade) return null
  return (
    <div className="panel-section">
      <h2 className="panel-title">Where it begins and ends</h2>
      {isHandmade && (
        <p className="handmade">
          <span>{handmadeWords(isSplit, joins)}</span>
          <button type="button" className="btn quiet sm" onClick={takeBack}>
            Take back
          </button>
        </p>
      )}
      <div className="quick">
        {hasNext && (
          <button type="button" className="btn sm" onClick={join} title="Ctrl Alt J">
            Join with the next
          </button>
        )}
        {split && (
          <button
            type="button"
            className="btn sm"
            title="Ctrl Alt Enter"
            // The text keeps its caret: it says where.
            onMouseDown={(event) => event.preventDefault()}
            onClick={split}
          >
            Split at the caret
          </button>
        )}
      </div>
    </div>
  )
}

function handmadeWords(isSplit: boolean, joins: number): string {
  const joined = joins === 1 ? 'joined' : `joined of ${joins + 1}`
  if (!isSplit) return `It was ${joined} by hand.`
  return joins ? `It begins here and was ${joined} by hand.` : 'It begins here by hand.'
}

import { useMemo } from 'react'
import type { CapturedIndex } from '#components/sourcing/captured-index.ts'
import { useCheckWords } from '#components/sourcing/check-words.ts'
import { PassageCheck } from '#components/sourcing/passage-check.tsx'
import { useCaptured } from '#components/sourcing/use-captured.ts'
import { Icon } from '#components/ui/icon.tsx'
import { passageContext } from '#lib/domain/sourcing/passage-context.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'

interface PassageInCopyProps {
  /** None that is confidential: of it nothing is opened. */
  readonly source: Source
  readonly quote: string
}

/** The passage where it stands in the captured copy, so that it is judged by what stands around it [CAP14]. */
export function PassageInCopy({ source, quote }: PassageInCopyProps) {
  const { captured, retry } = useCaptured(source.id)
  if (captured === null) {
    return (
      <p className="small muted" role="status">
        Opening the captured copy…
      </p>
    )
  }
  if (captured === 'failed') {
    return (
      <p className="small">
        The captured copy did not come. Check the connection.{' '}
        <button type="button" className="btn sm" onClick={retry}>
          Try again
        </button>
      </p>
    )
  }
  if (captured === 'none') {
    return <p className="small muted">Nothing is captured of this source: open it to look.</p>
  }
  return (
    <>
      <PassageCheck source={source} quote={quote} onTake={null} />
      <Around {...{ source, quote, captured }} />
    </>
  )
}

interface AroundProps extends PassageInCopyProps {
  readonly captured: CapturedIndex
}

function Around({ source, quote, captured: { capture, index } }: AroundProps) {
  const checkWords = useCheckWords()
  const found = useMemo(() => passageContext(index, quote), [index, quote])
  const whole = `/sources/${source.id}?capture=${capture.id}`
  return (
    <div className="in-copy">
      {found && (
        <figure aria-label={`In the copy: ${checkWords(found.check, capture)}`}>
          <blockquote dir="auto">
            {found.before}
            <mark>{found.passage}</mark>
            {found.after}
          </blockquote>
        </figure>
      )}
      <a
        className="btn sm"
        href={found ? `${whole}&at=${found.from}-${found.to}` : whole}
        target="_blank"
        rel="noopener"
        aria-label={`Open the whole copy of ${source.title} in a new tab`}
      >
        <Icon name="open" /> Open the whole
      </a>
    </div>
  )
}

import { useTranslations } from 'next-intl'
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
  const t = useTranslations('review.copy')
  const ui = useTranslations('ui')
  const { captured, retry } = useCaptured(source.id)
  if (captured === null) {
    return (
      <p className="small muted" role="status">
        {t('opening')}
      </p>
    )
  }
  if (captured === 'failed') {
    return (
      <p className="small">
        {t('notCome')}{' '}
        <button type="button" className="btn sm" onClick={retry}>
          {ui('tryAgain')}
        </button>
      </p>
    )
  }
  if (captured === 'none') {
    return <p className="small muted">{t('nothingCaptured')}</p>
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
  const t = useTranslations('review.copy')
  const checkWords = useCheckWords()
  const found = useMemo(() => passageContext(index, quote), [index, quote])
  const whole = `/sources/${source.id}?capture=${capture.id}`
  return (
    <div className="in-copy">
      {found && (
        <figure aria-label={t('passage', { found: checkWords(found.check, capture) })}>
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
        aria-label={t('openWholeOf', { title: source.title })}
      >
        <Icon name="open" /> {t('openWhole')}
      </a>
    </div>
  )
}

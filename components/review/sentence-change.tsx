import { useTranslations } from 'next-intl'
import { When } from '#components/ui/when.tsx'
import type { Approval } from '#lib/domain/review/decisions.ts'
import { DiffText } from './diff-text.tsx'

interface SentenceChangeProps {
  readonly text: string
  /** The words that were approved; null when there is nothing to compare with. */
  readonly approval: Approval | null
  readonly me: string
  /** Who changed it since; null when that is not known. */
  readonly changedBy: string | null
  /** Whether what went and what came is marked. */
  readonly isMarked: boolean
}

/** The sentence, large, with what changed since it was last approved. */
export function SentenceChange({ text, approval, me, changedBy, isMarked }: SentenceChangeProps) {
  const t = useTranslations('review.sentence')
  const moved = approval !== null && approval.text !== text
  return (
    <>
      <h2 className="vh">{moved ? t('headingChanged') : t('heading')}</h2>
      <p className="diff" dir="auto">
        {moved && isMarked ? <DiffText before={approval.text} after={text} /> : text}
      </p>
      {approval && (
        <p className="muted">
          {t.rich(moved ? 'approvedEarlier' : 'approved', {
            isYou: String(approval.personId === me),
            name: approval.personName,
            when: () => <When at={approval.at} />,
          })}
          {!moved && ` ${t('otherEvidence')}`}
          {changedBy && ` ${t('changedBy', { names: changedBy })}`}
        </p>
      )}
    </>
  )
}

import { useTranslations } from 'next-intl'
import { DiffText } from '#components/review/diff-text.tsx'
import { Glyph } from '#components/ui/glyph.tsx'
import { When } from '#components/ui/when.tsx'
import type { Approval } from '#lib/domain/review/decisions.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'

interface ApprovalNoteProps {
  readonly status: SentenceStatus
  /** What is asked about it. */
  readonly questions: React.ReactNode
}

/** Who approved the sentence, what changed since, and what is asked. */
export function ApprovalNote({ status, questions }: ApprovalNoteProps) {
  const t = useTranslations('sourcing')
  const { approvals, lapsed, sentence } = status
  // The same change is not told twice: what was approved is mostly what was sourced.
  const isShown =
    status.evidence === 'changed' &&
    status.annotations.some(({ sourcedText }) => sourcedText?.exact === lapsed?.text)
  if (!approvals.length && !lapsed && !questions) return null
  return (
    <div className="panel-section">
      <h2 className="panel-title">{t('review.title')}</h2>
      {questions}
      {approvals.map((approval) => (
        <p key={approval.id}>
          <span className="ink-approved">
            <Glyph name="approved" />
          </span>{' '}
          {t.rich('review.approved', {
            name: approval.personName,
            when: () => <When at={approval.at} />,
          })}
        </p>
      ))}
      {approvals.length > 0 && !status.isApproved && (
        <p className="muted">
          {t('review.soFar', { count: approvals.length, needed: status.needed })}
        </p>
      )}
      {lapsed && <Lapsed approval={lapsed} text={sentence.text} isShown={isShown} />}
    </div>
  )
}

interface LapsedProps {
  readonly approval: Approval
  /** As it stands now. */
  readonly text: string
  /** The change stands above already. */
  readonly isShown: boolean
}

function Lapsed({ approval, text, isShown }: LapsedProps) {
  const t = useTranslations('sourcing')
  const isMoved = approval.text !== text
  const said = { name: approval.personName, when: () => <When at={approval.at} /> }
  return (
    <>
      <p>
        <span className="ink-stale">
          <Glyph name="stale" />
        </span>{' '}
        {isMoved ? t.rich('review.otherWords', said) : t.rich('review.otherEvidence', said)}
      </p>
      {isMoved && !isShown && (
        <p className="serif panel-diff" dir="auto">
          <DiffText before={approval.text} after={text} />
        </p>
      )}
    </>
  )
}

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
  const { approvals, lapsed, sentence } = status
  // The same change is not told twice: what was approved is mostly what was sourced.
  const isShown =
    status.evidence === 'changed' &&
    status.annotations.some(({ sourcedText }) => sourcedText?.exact === lapsed?.text)
  if (!approvals.length && !lapsed && !questions) return null
  return (
    <div className="panel-section">
      <h2 className="panel-title">Review</h2>
      {questions}
      {approvals.map((approval) => (
        <p key={approval.id}>
          <span className="ink-approved">
            <Glyph name="approved" />
          </span>{' '}
          {approval.personName} approved these words and this evidence <When at={approval.at} />.
        </p>
      ))}
      {approvals.length > 0 && !status.isApproved && (
        <p className="muted">
          {approvals.length} of {status.needed} reviewers have approved it.
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
  const isMoved = approval.text !== text
  return (
    <>
      <p>
        <span className="ink-stale">
          <Glyph name="stale" />
        </span>{' '}
        {approval.personName} approved {isMoved ? 'other words' : 'it'} <When at={approval.at} />.{' '}
        {isMoved ? 'They have changed since.' : 'The words are the same, the evidence is not.'}
      </p>
      {isMoved && !isShown && (
        <p className="serif panel-diff" dir="auto">
          <DiffText before={approval.text} after={text} />
        </p>
      )}
    </>
  )
}

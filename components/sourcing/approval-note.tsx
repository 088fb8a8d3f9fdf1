import { DiffText } from '#components/review/diff-text.tsx'
import { Glyph } from '#components/ui/glyph.tsx'
import { When } from '#components/ui/when.tsx'
import type { Approval, Query } from '#lib/domain/review/decisions.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'

/** Who approved the sentence, what changed since, and what is asked. */
export function ApprovalNote({ status }: { readonly status: SentenceStatus }) {
  const { approvals, lapsed, openQueries, sentence } = status
  if (!approvals.length && !lapsed && !openQueries.length) return null
  return (
    <div className="panel-section">
      <h2 className="panel-title">Review</h2>
      {openQueries.map((query) => (
        <Question key={query.id} query={query} />
      ))}
      {approvals.map((approval) => (
        <p key={approval.id}>
          <span className="ink-approved">
            <Glyph name="approved" />
          </span>{' '}
          {approval.personName} approved these words and this evidence <When at={approval.at} />.
        </p>
      ))}
      {lapsed && <Lapsed approval={lapsed} text={sentence.text} />}
    </div>
  )
}

function Question({ query }: { readonly query: Query }) {
  return (
    <div className="query-note">
      <p>
        <b>{query.personName}</b> {query.verdict === 'reject' ? 'rejected it' : 'asked'}{' '}
        <span className="muted small">
          <When at={query.at} />
        </span>
      </p>
      <p className="serif" dir="auto">
        {query.note}
      </p>
    </div>
  )
}

interface LapsedProps {
  readonly approval: Approval
  /** As it stands now. */
  readonly text: string
}

function Lapsed({ approval, text }: LapsedProps) {
  const isMoved = approval.text !== text
  return (
    <>
      <p>
        <span className="ink-stale">
          <Glyph name="stale" />
        </span>{' '}
        {approval.personName} approved {isMoved ? 'other words' : 'it'} <When at={approval.at} />.{' '}
        {isMoved ? 'Since then:' : 'The words are the same, the evidence is not.'}
      </p>
      {isMoved && (
        <p className="serif panel-diff" dir="auto">
          <DiffText before={approval.text} after={text} />
        </p>
      )}
    </>
  )
}

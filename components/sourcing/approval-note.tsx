import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { When } from './when.tsx'

/** Who approved the sentence, why an approval no longer holds, and what is asked. */
export function ApprovalNote({ status }: { readonly status: SentenceStatus }) {
  const { approvals, lapsed, openQueries } = status
  if (!approvals.length && !lapsed && !openQueries.length) return null
  return (
    <div className="panel-section">
      <h2 className="panel-title">Review</h2>
      {openQueries.map((query) => (
        <div key={query.id} className="query-note">
          <p>
            <b>{query.personName}</b> {query.verdict === 'reject' ? 'rejects it' : 'asks'},{' '}
            <span className="muted small">
              <When at={query.at} />
            </span>
          </p>
          <p className="serif">{query.note}</p>
        </div>
      ))}
      {approvals.map((approval) => (
        <p key={approval.id}>
          <span className="g g-approved ink-approved" aria-hidden="true" /> Approved by{' '}
          {approval.personName},{' '}
          <span className="muted small">
            <When at={approval.at} />
          </span>
        </p>
      ))}
      {lapsed && (
        <p>
          <span className="g g-stale ink-stale" aria-hidden="true" /> {lapsed.personName} approved
          other words or other evidence, <When at={lapsed.at} />:{' '}
          <q className="serif">{lapsed.text}</q>
        </p>
      )}
    </div>
  )
}

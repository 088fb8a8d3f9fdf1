import Link from 'next/link'
import type { ReactNode } from 'react'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { When } from '#components/ui/when.tsx'
import { actionLabel, actWords } from '#lib/domain/trail/act-words.ts'
import { AuditFilters, type AuditFiltersProps } from './audit-filters.tsx'

/** A row of the trail as the list shows it. */
export interface ActLine {
  readonly seq: number
  readonly at: string
  readonly actorName: string | null
  readonly action: string
  readonly articleId: string | null
  /** Null: none, or one that this person may not see. */
  readonly title: string | null
  readonly detail: unknown
  readonly hash: string
}

interface AuditViewProps extends AuditFiltersProps {
  readonly acts: readonly ActLine[]
  /** The address of older rows; null: there are none. */
  readonly older: string | null
  readonly isFirst: boolean
  /** Whether the trail is whole. */
  readonly state: ReactNode
}

/** Who did what and when, as it was recorded. */
export function AuditView(props: AuditViewProps) {
  const { acts, older, isFirst, state, ...filters } = props
  return (
    <div className="page">
      <div className="hello">
        <div>
          <h1>Audit</h1>
          <p>Who did what and when, as the server recorded it. No row is ever changed.</p>
        </div>
        <div className="tools">
          <a className="btn" href="/api/v1/audit" download>
            Download to check offline
          </a>
        </div>
      </div>
      {state}
      <AuditFilters {...filters} />
      {acts.length > 0 && <ActTable acts={acts} />}
      {!acts.length && (
        <EmptyState
          title="No act fits"
          text="Take a filter away, or look at other days. Days are those of UTC."
        >
          <Link className="btn" href="/audit">
            Show all
          </Link>
        </EmptyState>
      )}
      {(older !== null || !isFirst) && (
        <nav className="kept-pages" aria-label="Older and newer">
          {!isFirst && (
            <Link className="btn sm" href="/audit">
              Newest
            </Link>
          )}
          {older !== null && (
            <Link className="btn sm" href={older}>
              Older
            </Link>
          )}
        </nav>
      )}
    </div>
  )
}

function ActTable({ acts }: { readonly acts: readonly ActLine[] }) {
  return (
    <table className="desk register acts-list" aria-label="Acts">
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">What</th>
          <th scope="col">When</th>
        </tr>
      </thead>
      <tbody>
        {acts.map((act) => (
          <ActRow key={act.seq} act={act} />
        ))}
      </tbody>
    </table>
  )
}

function ActRow({ act }: { readonly act: ActLine }) {
  const { seq, at, actorName, action, articleId, title, detail, hash } = act
  return (
    <tr>
      <td className="num">{seq}</td>
      <td>
        <span className="act-words">
          <bdi>{actWords(act, actorName)}</bdi>
        </span>
        {articleId && (
          <span className="sub">
            {title === null ? (
              'An article that you may not see'
            ) : (
              <Link href={`/articles/${articleId}`} prefetch={false}>
                <bdi>{title}</bdi>
              </Link>
            )}
          </span>
        )}
        <details className="act-detail">
          <summary>
            <span className="vh">{`Row ${seq}: `}</span>Details
          </summary>
          <dl>
            <dt>Act</dt>
            <dd>
              <code>{action}</code> ({actionLabel(action)})
            </dd>
            <dt>Recorded</dt>
            <dd>{at}</dd>
            <dt>Detail</dt>
            <dd>
              <code>{JSON.stringify(detail, null, 1)}</code>
            </dd>
            <dt>Hash</dt>
            <dd>
              <code>{hash}</code>
            </dd>
          </dl>
        </details>
      </td>
      <td className="when">
        <When at={at} />
      </td>
    </tr>
  )
}

import { useState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { When } from '#components/ui/when.tsx'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import type { Query } from '#lib/domain/review/decisions.ts'
import { mayClose } from '#lib/domain/review/queue.ts'

interface OpenQueriesProps {
  readonly queries: readonly Query[]
  readonly model: ArticleModel
  readonly actions: ArticleActions
}

/** What is asked about a sentence, by whom, and the way to close it for those who may. */
export function OpenQueries({ queries, model, actions }: OpenQueriesProps) {
  if (!queries.length) return null
  return (
    <section className="also">
      <h3>
        {queries.some(({ verdict }) => verdict === 'reject')
          ? 'Open questions and rejections'
          : 'Open queries'}
      </h3>
      <ul className="questions">
        {queries.map((query) => (
          <OpenQuery key={query.id} query={query} model={model} actions={actions} />
        ))}
      </ul>
    </section>
  )
}

interface OpenQueryProps extends Omit<OpenQueriesProps, 'queries'> {
  readonly query: Query
}

function OpenQuery({ query, model, actions }: OpenQueryProps) {
  const { me, facts } = model
  const mine = query.personId === me.id
  return (
    <li>
      <p>
        <b>{mine ? 'You' : query.personName}</b>{' '}
        {query.verdict === 'reject' ? 'rejected it' : 'asked'}{' '}
        <span className="muted small">
          <When at={query.at} />
        </span>
      </p>
      <p className="serif" dir="auto">
        {query.note}
      </p>
      {mayClose(query, me.id, facts.rights.overrule) && (
        <CloseQuery query={query} needsReason={!mine} actions={actions} />
      )}
    </li>
  )
}

interface CloseQueryProps {
  readonly query: Query
  /** A chief who closes somebody else's question says why; it is logged. */
  readonly needsReason: boolean
  readonly actions: ArticleActions
}

function CloseQuery({ query, needsReason, actions }: CloseQueryProps) {
  const [reason, setReason] = useState('')
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const what = query.verdict === 'reject' ? 'rejection' : 'query'

  const close = async () => {
    if (isBusy) return
    if (needsReason && !isAsking) return setAsking(true)
    if (needsReason && !reason.trim())
      return setError('Write why you close it. The reason is logged.')
    setBusy(true)
    const answer = await actions.closeQuery(query.id, reason.trim())
    setBusy(false)
    if (!answer.ok) return setError(answer.message)
    actions.announce(`The ${what} is closed.`)
  }
  return (
    <div className="close-query">
      {isAsking && (
        <Field label={`Why you close ${query.personName}’s ${what}`} error={error}>
          {(control) => (
            <textarea
              {...control}
              className="input"
              value={reason}
              required
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      )}
      {!isAsking && error && <Notice tone="bad">{error}</Notice>}
      <button type="button" className="btn sm" aria-disabled={isBusy} onClick={() => void close()}>
        Close the {what}
      </button>
    </div>
  )
}

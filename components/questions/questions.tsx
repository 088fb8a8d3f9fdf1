import { When } from '#components/ui/when.tsx'
import type { Query } from '#lib/domain/review/decisions.ts'
import { OUTCOME_WORDS } from '#lib/domain/review/outcomes.ts'
import { mayClose } from '#lib/domain/review/queue.ts'
import { AnswerQuestion } from './answer-question.tsx'
import { CloseQuestion } from './close-question.tsx'
import type { OneQuestionProps, QuestionProps } from './question-props.ts'

export interface QuestionsProps extends QuestionProps {
  /** Those of one sentence, open and closed, or some whose words are gone. */
  readonly queries: readonly Query[]
}

/** What is asked about a sentence, what was said to it, and how it ended. */
export function Questions(props: QuestionsProps) {
  const open = props.queries.filter(({ closedAt }) => closedAt === null)
  const closed = props.queries.filter(({ closedAt }) => closedAt !== null)
  if (!props.queries.length) return null
  return (
    <>
      {open.length > 0 && (
        <section className="also">
          <h3>{headingOf(props.fingerprint, open)}</h3>
          <ul className="questions">
            {open.map((query) => (
              <OpenQuestion key={query.id} {...props} query={query} />
            ))}
          </ul>
        </section>
      )}
      {closed.length > 0 && (
        <details className="also closed-questions">
          <summary>
            {closed.length === 1 ? '1 closed question' : `${closed.length} closed questions`}
          </summary>
          <ul className="questions">
            {closed.map((query) => (
              <ClosedQuestion key={query.id} query={query} me={props.model.me.id} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function headingOf(fingerprint: string | null, open: readonly Query[]): string {
  if (fingerprint === null) return 'Questions about words that are gone'
  const rejects = open.some(({ verdict }) => verdict === 'reject')
  return rejects ? 'Open questions and rejections' : 'Open queries'
}

function OpenQuestion({ query, model, ...rest }: OneQuestionProps) {
  const { me, facts } = model
  return (
    <li>
      {rest.fingerprint === null && (
        <p className="serif gone-words" dir="auto">
          <del>{query.text}</del>
        </p>
      )}
      <Said query={query} me={me.id} />
      <AnswerQuestion query={query} model={model} {...rest} />
      {mayClose(query, me.id, facts.rights.overrule) && (
        <CloseQuestion query={query} model={model} {...rest} />
      )}
    </li>
  )
}

interface SaidProps {
  readonly query: Query
  readonly me: string
}

/** The question and the conversation about it. */
function Said({ query, me }: SaidProps) {
  const raised = query.verdict === 'reject' ? 'rejected it' : 'asked'
  return (
    <>
      <Words {...{ me, raised }} by={query} text={query.note} />
      {query.messages.map((message) => {
        const said = message.personId === query.personId ? 'added' : 'answered'
        return <Words key={message.id} me={me} by={message} raised={said} text={message.text} />
      })}
    </>
  )
}

interface WordsProps {
  readonly me: string
  readonly by: { readonly personId: string; readonly personName: string; readonly at: string }
  readonly raised: string
  readonly text: string
}

function Words({ me, by, raised, text }: WordsProps) {
  return (
    <div className="query-note">
      <p>
        <b>{by.personId === me ? 'You' : by.personName}</b> {raised}{' '}
        <span className="muted small">
          <When at={by.at} />
        </span>
      </p>
      <p className="serif" dir="auto">
        {text}
      </p>
    </div>
  )
}

function ClosedQuestion({ query, me }: SaidProps) {
  const { closure, closedAt } = query
  return (
    <li>
      <Said query={query} me={me} />
      <p className="outcome">
        <b>{closure?.outcome ? OUTCOME_WORDS[closure.outcome] : 'Closed'}</b>{' '}
        <span className="muted small">
          {closure?.personName && `by ${closure.personName} `}
          {closedAt && <When at={closedAt} />}
        </span>
      </p>
      {closure?.reason && <p dir="auto">{closure.reason}</p>}
    </li>
  )
}

import { useTranslations } from 'next-intl'
import { When } from '#components/ui/when.tsx'
import type { Words } from '#components/ui/words.ts'
import type { Query } from '#lib/domain/review/decisions.ts'
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
  const t = useTranslations('questions')
  const open = props.queries.filter(({ closedAt }) => closedAt === null)
  const closed = props.queries.filter(({ closedAt }) => closedAt !== null)
  if (!props.queries.length) return null
  return (
    <>
      {open.length > 0 && (
        <section className="also">
          <h3>{headingOf(t, props.fingerprint, open)}</h3>
          <ul className="questions">
            {open.map((query) => (
              <OpenQuestion key={query.id} {...props} query={query} />
            ))}
          </ul>
        </section>
      )}
      {closed.length > 0 && (
        <details className="also closed-questions">
          <summary>{t('closedCount', { count: closed.length })}</summary>
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

function headingOf(
  t: Words<'questions'>,
  fingerprint: string | null,
  open: readonly Query[],
): string {
  if (fingerprint === null) return t('aboutGoneWords')
  const rejects = open.some(({ verdict }) => verdict === 'reject')
  return rejects ? t('openWithRejections') : t('openQueries')
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
  const raised = query.verdict === 'reject' ? 'rejected' : 'asked'
  return (
    <>
      <Remark me={me} did={raised} by={query} text={query.note} />
      {query.messages.map((message) => {
        const did = message.personId === query.personId ? 'added' : 'answered'
        return <Remark key={message.id} me={me} did={did} by={message} text={message.text} />
      })}
    </>
  )
}

interface RemarkProps {
  readonly me: string
  readonly by: { readonly personId: string; readonly personName: string; readonly at: string }
  readonly did: 'asked' | 'rejected' | 'added' | 'answered'
  readonly text: string
}

function Remark({ me, by, did, text }: RemarkProps) {
  const t = useTranslations('questions')
  return (
    <div className="query-note">
      <p>
        {t.rich(`said.${did}`, {
          isYou: String(by.personId === me),
          name: by.personName,
          b: (name) => <b>{name}</b>,
          when: () => (
            <span className="muted small">
              <When at={by.at} />
            </span>
          ),
        })}
      </p>
      <p className="serif" dir="auto">
        {text}
      </p>
    </div>
  )
}

function ClosedQuestion({ query, me }: SaidProps) {
  const t = useTranslations('questions')
  const terms = useTranslations('terms')
  const { closure, closedAt } = query
  const when = closedAt && <When at={closedAt} />
  return (
    <li>
      <Said query={query} me={me} />
      <p className="outcome">
        <b>{closure?.outcome ? terms(`outcome.${closure.outcome}`) : t('closed')}</b>{' '}
        <span className="muted small">
          {closure?.personName
            ? t.rich('closedBy', { name: closure.personName, when: () => when })
            : when}
        </span>
      </p>
      {closure?.reason && <p dir="auto">{closure.reason}</p>}
    </li>
  )
}

import { useFormatter, useTranslations } from 'next-intl'
import { KeyOf } from '#components/keys/key-words.tsx'
import { Questions } from '#components/questions/questions.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { StateLabel } from '#components/ui/state-label.tsx'
import { When } from '#components/ui/when.tsx'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import { type Approval, questionsOn } from '#lib/domain/review/decisions.ts'
import { comparedWith, type QueueItem } from '#lib/domain/review/queue.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { EvidenceChanges } from './evidence-changes.tsx'
import { FactList } from './fact-list.tsx'
import { namesIn, peopleInWords } from './names.ts'
import { SentenceChange } from './sentence-change.tsx'
import type { Differences } from './use-review.ts'

interface SentenceStageProps {
  readonly model: ArticleModel
  readonly actions: ArticleActions
  readonly item: QueueItem
  readonly authors: readonly string[]
  readonly isViewed: boolean
  readonly onView: () => void
  readonly differences: Differences
}

/** One sentence, with all that a reviewer judges it by but the evidence itself. */
export function SentenceStage(props: SentenceStageProps) {
  const t = useTranslations('review')
  const format = useFormatter()
  const { model, actions, item, authors, differences } = props
  const { status, own } = item
  const { me, facts, findSource } = model
  const { sentence, approvals } = status
  const isDone = item.group === 'done'
  const compared = comparedWith(status, facts.approvals, me.id)
  const hasMoved = compared !== null && compared.text !== sentence.text
  return (
    <>
      <StageHead {...props} hasMoved={hasMoved} />
      <SentenceChange
        text={sentence.text}
        approval={compared}
        isMarked={differences.isShown}
        me={me.id}
        changedBy={peopleInWords(t, (items) => format.list(items), authors, namesIn(model))}
      />
      {compared && (
        <EvidenceChanges
          key={compared.id}
          approval={compared}
          status={status}
          findSource={findSource}
          ask={actions.approved}
        />
      )}
      {own && !isDone && <p className="own-work">{t('ownWork')}</p>}
      <Questions
        queries={questionsOn(facts.queries, sentence.annotationIds)}
        fingerprint={status.fingerprint}
        model={model}
        actions={actions}
      />
      <FactList status={status} findSource={findSource} />
      <InItsParagraph model={model} status={status} />
      <Approvals approvals={approvals} me={me.id} />
    </>
  )
}

interface ApprovalsProps {
  readonly approvals: readonly Approval[]
  readonly me: string
}

function Approvals({ approvals, me }: ApprovalsProps) {
  const t = useTranslations('review.sentence')
  if (!approvals.length) return null
  return (
    <section className="also">
      <h3>{t('approvals')}</h3>
      <ul>
        {approvals.map(({ id, personId, personName, at }) => (
          <li key={id}>
            <When at={at} />
            <span>{t('approval', { isYou: String(personId === me), name: personName })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface StageHeadProps extends SentenceStageProps {
  /** Whether the words are others than those that the sentence is compared with. */
  readonly hasMoved: boolean
}

/** Its state, where it stands, and what can be switched. */
function StageHead({ model, item, isViewed, onView, differences, hasMoved }: StageHeadProps) {
  const t = useTranslations('review.sentence')
  const { sentence, display } = item.status
  return (
    <div className="headrow">
      <StateLabel display={display} />
      <span className="muted">
        {t('number', {
          number: sentence.index + 1,
          count: model.statuses.length,
          role: t(`role.${sentence.role}`),
        })}
      </span>
      <span className="grow" />
      {hasMoved && (
        <button
          type="button"
          className="btn quiet sm"
          aria-pressed={differences.isShown}
          onClick={differences.toggle}
        >
          {t('whatChanged')} <KeyOf command="differences" />
        </button>
      )}
      <button
        type="button"
        className="btn quiet sm viewed"
        aria-pressed={isViewed}
        onClick={onView}
      >
        {isViewed && <Icon name="check" />}
        {t('viewed')} <KeyOf command="viewed" />
      </button>
    </div>
  )
}

interface InItsParagraphProps {
  readonly model: ArticleModel
  readonly status: SentenceStatus
}

/** A sentence that is right by itself may be wrong beside its neighbours. */
function InItsParagraph({ model, status }: InItsParagraphProps) {
  const t = useTranslations('review.sentence')
  const { blockIndex, from, to, text } = status.sentence
  const block = model.content.blocks[blockIndex]
  if (block?.type !== 'text' || block.text.trim() === text) return null
  return (
    <section aria-label={t('paragraph')}>
      <p className="ctx" dir="auto">
        {block.text.slice(0, from)}
        <span className="now">{block.text.slice(from, to)}</span>
        {block.text.slice(to)}
      </p>
    </section>
  )
}

import { KeyOf } from '#components/keys/key-words.tsx'
import { Questions } from '#components/questions/questions.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { StateLabel } from '#components/ui/state-label.tsx'
import { When } from '#components/ui/when.tsx'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import { questionsOn } from '#lib/domain/review/decisions.ts'
import { comparedWith, type QueueItem } from '#lib/domain/review/queue.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Role } from '#lib/domain/text/article-text.ts'
import { OWN_WORK } from './barrier.ts'
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
        changedBy={peopleInWords(authors, namesIn(model))}
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
      {own && !isDone && <p className="own-work">{OWN_WORK}</p>}
      <Questions
        queries={questionsOn(facts.queries, sentence.annotationIds)}
        fingerprint={status.fingerprint}
        model={model}
        actions={actions}
      />
      <FactList status={status} findSource={findSource} />
      <InItsParagraph model={model} status={status} />
      {approvals.length > 0 && (
        <section className="also">
          <h3>Approvals that hold</h3>
          <ul>
            {approvals.map(({ id, personId, personName, at }) => (
              <li key={id}>
                <When at={at} />
                <span>
                  {personId === me.id ? 'You' : personName} approved these words and this evidence
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

interface StageHeadProps extends SentenceStageProps {
  /** Whether the words are others than those that the sentence is compared with. */
  readonly hasMoved: boolean
}

/** Its state, where it stands, and what can be switched. */
function StageHead({ model, item, isViewed, onView, differences, hasMoved }: StageHeadProps) {
  const { sentence, display } = item.status
  return (
    <div className="headrow">
      <StateLabel display={display} />
      <span className="muted">
        Sentence {sentence.index + 1} of {model.statuses.length}, {ROLE_WORDS[sentence.role]}
      </span>
      <span className="grow" />
      {hasMoved && (
        <button
          type="button"
          className="btn quiet sm"
          aria-pressed={differences.isShown}
          onClick={differences.toggle}
        >
          What changed <KeyOf command="differences" />
        </button>
      )}
      <button
        type="button"
        className="btn quiet sm viewed"
        aria-pressed={isViewed}
        onClick={onView}
      >
        {isViewed && <Icon name="check" />}
        Viewed <KeyOf command="viewed" />
      </button>
    </div>
  )
}

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  headline: 'headline',
  standfirst: 'standfirst',
  paragraph: 'in the text',
  subhead: 'subhead',
  quote: 'quotation',
  bullet: 'in a list',
  numbered: 'in a list',
  caption: 'caption',
}

interface InItsParagraphProps {
  readonly model: ArticleModel
  readonly status: SentenceStatus
}

/** A sentence that is right by itself may be wrong beside its neighbours. */
function InItsParagraph({ model, status }: InItsParagraphProps) {
  const { blockIndex, from, to, text } = status.sentence
  const block = model.content.blocks[blockIndex]
  if (block?.type !== 'text' || block.text.trim() === text) return null
  return (
    <section aria-label="Its paragraph">
      <p className="ctx" dir="auto">
        {block.text.slice(0, from)}
        <span className="now">{block.text.slice(from, to)}</span>
        {block.text.slice(to)}
      </p>
    </section>
  )
}

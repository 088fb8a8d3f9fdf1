import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { KeyOf } from '#components/keys/key-words.tsx'
import { Glyph } from '#components/ui/glyph.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { QuestionForm } from './question-form.tsx'
import type { Review } from './use-review.ts'

interface DecisionBarProps {
  readonly review: Review
  readonly me: string
  /** Gives the keys back to the sentence when a field closes. */
  readonly onLeaveField: () => void
}

/** What can be decided about the shown sentence, and why not where it cannot. */
export function DecisionBar({ review, me, onLeaveField }: DecisionBarProps) {
  const t = useTranslations('review.decision')
  const { item, barrier, notice, drafting } = review
  const { draft } = drafting
  const number = item ? item.status.sentence.index + 1 : 0
  const isHere = draft !== null && (draft.status === null || draft.status === item?.status)
  const isOpen = isHere && draft.isOpen && !barrier?.ever
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own border and legend
    <div className="decide" role="group" aria-label={t('title', { number })}>
      {notice && !(isOpen && notice.isRefusal) && <Said review={review} />}
      {draft && !isHere && <Elsewhere review={review} />}
      {isOpen && (
        <QuestionForm
          draft={draft}
          error={notice?.isRefusal ? notice.words : null}
          isBusy={review.isBusy}
          onWrite={drafting.write}
          onSend={review.send}
          onHide={() => {
            drafting.hide()
            onLeaveField()
          }}
          onDiscard={() => {
            drafting.discard()
            onLeaveField()
          }}
        />
      )}
      {barrier?.ever && (
        <div className="decide-row">
          <p className="muted">{barrier.words}</p>
          <span className="grow" />
          <Steps review={review} />
        </div>
      )}
      {!barrier?.ever && !isOpen && <Buttons review={review} me={me} />}
    </div>
  )
}

function Buttons({ review, me }: Pick<DecisionBarProps, 'review' | 'me'>) {
  const t = useTranslations('review.decision')
  const { item, barrier, whyNot } = review
  const reason = useId()
  const mine = item?.status.approvals.some(({ personId }) => personId === me) ?? false
  const why = whyNot ? { 'aria-disabled': true, 'aria-describedby': reason } : {}
  const offline = barrier ? { 'aria-disabled': true, 'aria-describedby': reason } : {}
  return (
    <div className="decide-row">
      {mine ? (
        <button type="button" className="btn" {...offline} onClick={review.undo}>
          {t('undoApproval')} <KeyOf command="undoDecision" />
        </button>
      ) : (
        <button
          type="button"
          className={whyNot ? 'btn' : 'btn primary'}
          {...why}
          onClick={review.approve}
        >
          <Glyph name="approved" />
          {t('approve')} <KeyOf command="approve" />
        </button>
      )}
      <button type="button" className="btn" {...offline} onClick={() => review.ask('query')}>
        <Glyph name="queried" />
        {t('query')} <KeyOf command="query" />
      </button>
      <button type="button" className="btn" {...offline} onClick={() => review.ask('reject')}>
        {t('reject')} <KeyOf command="reject" />
      </button>
      <span className="grow" />
      <span className={`muted small decide-why${whyNot ? '' : ' scope'}`} id={reason}>
        {whyNot ?? t('scope')}
      </span>
      <Steps review={review} />
    </div>
  )
}

function Steps({ review }: Pick<DecisionBarProps, 'review'>) {
  const t = useTranslations('review.decision')
  return (
    <span className="steps">
      <button
        type="button"
        className="btn quiet icon"
        aria-label={t('previous')}
        title={t('previousWithKey')}
        onClick={() => review.step(-1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        className="btn quiet icon"
        aria-label={t('next')}
        title={t('nextWithKey')}
        onClick={() => review.step(1)}
      >
        <Icon name="down" />
      </button>
    </span>
  )
}

/** A refusal, or what was just done with the way back. */
function Said({ review }: Pick<DecisionBarProps, 'review'>) {
  const t = useTranslations('review.decision')
  const { notice, undoable, item } = review
  if (!notice) return null
  if (notice.isRefusal) return <Notice tone="bad">{notice.words}</Notice>
  const elsewhere = undoable && undoable.index !== item?.status.sentence.index
  return (
    <p className="said">
      <span className="ok">
        <Icon name="check" />
        {notice.words}
      </span>
      {elsewhere && (
        <button type="button" className="btn quiet sm" onClick={review.undo}>
          {t('undo')} <KeyOf command="undoDecision" />
        </button>
      )}
    </p>
  )
}

/** A note that waits for its sentence to be shown again. */
function Elsewhere({ review }: Pick<DecisionBarProps, 'review'>) {
  const t = useTranslations('review.decision')
  const { draft } = review.drafting
  const status = draft?.status
  if (!status) return null
  return (
    <p className="said">
      <span className="muted">{t('noteElsewhere', { number: status.sentence.index + 1 })}</span>
      <button
        type="button"
        className="btn quiet sm"
        onClick={() => review.go(status.sentence.index)}
      >
        {t('goBack')}
      </button>
    </p>
  )
}

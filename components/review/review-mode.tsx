'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useCommands } from '#components/keys/use-commands.ts'
import { StrayQuestions } from '#components/questions/stray-questions.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { useKeptFocus } from '#components/ui/use-kept-focus.ts'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import type { ThreadPlace } from '#lib/domain/talk/thread.ts'
import { BatchDialog } from './batch-dialog.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { namesIn, peopleInWords } from './names.ts'
import { QueueList } from './queue-list.tsx'
import { reviewCommands, reviewKey } from './review-keys.ts'
import { SentenceStage } from './sentence-stage.tsx'
import { type Review, useReview } from './use-review.ts'
import { waitingWords } from './waiting.ts'

export interface ReviewModeProps {
  readonly model: ArticleModel
  readonly actions: ArticleActions
  /** Where conversations are open. */
  readonly openThreads?: readonly (ThreadPlace | null)[]
}

const NO_THREADS: readonly ThreadPlace[] = []

/** A reviewer's way through the article: what waits, the sentence, and the evidence that it rests on. */
export function ReviewMode({ model, actions, openThreads = NO_THREADS }: ReviewModeProps) {
  const t = useTranslations('review')
  const review = useReview(model, actions, openThreads)
  useCommands(reviewCommands(review))
  const section = useRef<HTMLElement>(null)
  const stage = useRef<HTMLElement>(null)
  const keepFocus = useKeptFocus(stage, section)
  const { item } = review
  const toStage = () => stage.current?.focus({ preventScroll: true })
  const index = item?.status.sentence.index

  // The keys work where the focus is. As the mode opens it is taken from nowhere only.
  useEffect(() => {
    if (document.activeElement === document.body) stage.current?.focus({ preventScroll: true })
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sentence is read from its beginning
  useEffect(() => {
    if (stage.current) stage.current.scrollTop = 0
  }, [index])

  return (
    <section
      ref={section}
      className="rev"
      aria-label={t('title')}
      onFocus={keepFocus}
      onKeyDown={(event) => {
        if (reviewKey(event, review)) event.preventDefault()
      }}
    >
      <QueueList review={review} me={model.me.id} />
      <div className="desk2">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keys work while it has the focus */}
        <section className="stage" ref={stage} tabIndex={0} aria-label={t('sentence.title')}>
          <div className="in">
            {!review.queue.left && <NothingLeft model={model} review={review} />}
            <StrayQuestions model={model} actions={actions} />
            {item && (
              <SentenceStage
                key={index}
                model={model}
                actions={actions}
                item={item}
                isViewed={review.viewed.all.has(item.status.fingerprint)}
                onView={review.view}
                differences={review.differences}
                authors={review.authors[item.status.sentence.index] ?? []}
              />
            )}
          </div>
        </section>
        {item && <DecisionBar review={review} me={model.me.id} onLeaveField={toStage} />}
      </div>
      <BatchDialog batch={review.batch} findSource={model.findSource} />
      <EvidencePanel
        ref={review.evidence}
        status={item?.status ?? null}
        findSource={model.findSource}
      />
    </section>
  )
}

/** Nothing waits for this reviewer: what is open waits for somebody, who is named. */
function NothingLeft({ model, review }: { readonly model: ArticleModel; readonly review: Review }) {
  const t = useTranslations('review')
  const format = useFormatter()
  const { queue, authors } = review
  if (!queue.items.length) {
    return <EmptyState title={t('nothing')} text={t('noText')} />
  }
  const list = (items: Iterable<string>) => format.list(items)
  const nameOf = namesIn(model)
  const waiting = waitingWords(t, list, queue, ({ status }) => {
    const writers = authors[status.sentence.index] ?? []
    return peopleInWords(t, list, writers.filter(nameOf), nameOf)
  })
  return (
    <div className="nothing-left">
      <h2>{t('nothing')}</h2>
      {waiting.length ? (
        waiting.map((words) => <p key={words}>{words}</p>)
      ) : (
        <p>{t('allApproved', { count: queue.items.length })}</p>
      )}
    </div>
  )
}

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { QUEUE_GROUPS, type QueueGroup, type QueueItem } from '#lib/domain/review/queue.ts'
import { QueueEntry } from './queue-item.tsx'
import type { Review } from './use-review.ts'

/** As many as anybody reads at once; a very long article has thousands. */
const PAGE = 100

interface QueueListProps {
  readonly review: Review
  readonly me: string
}

/** The reviewer's way through the article. On a narrow screen it unfolds from its heading. */
export function QueueList({ review, me }: QueueListProps) {
  const t = useTranslations('review.queue')
  const { queue, timeLeft } = review
  const [isUnfolded, setUnfolded] = useState(false)
  const done = { done: queue.done, count: queue.items.length }
  const go = (index: number) => {
    setUnfolded(false)
    review.go(index)
  }
  return (
    <nav className="queue" aria-label={t('title')} data-unfolded={isUnfolded || undefined}>
      <div className="qh">
        <div>
          <b>{t('left', { count: queue.left })}</b>
          <div className="muted small">
            {timeLeft ? t('doneAndLeft', { ...done, timeLeft }) : t('done', done)}
          </div>
        </div>
        {review.batch.items.length > 0 && (
          <button type="button" className="btn sm" onClick={review.batch.begin}>
            {t('approveViewed', { count: review.batch.items.length })}
          </button>
        )}
        <button
          type="button"
          className="btn sm queue-fold"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {t('all')}
        </button>
      </div>
      <div className="queue-groups">
        {QUEUE_GROUPS.map((group) => {
          const items = queue.items.filter((item) => item.group === group)
          if (!items.length) return null
          const props = {
            group,
            items,
            me,
            current: review.item,
            viewed: review.viewed.all,
            onGo: go,
          }
          return group === 'done' ? (
            <DoneGroup key={group} {...props} />
          ) : (
            <Group key={group} {...props} />
          )
        })}
      </div>
    </nav>
  )
}

interface GroupProps {
  readonly group: QueueGroup
  readonly items: readonly QueueItem[]
  readonly me: string
  readonly current: QueueItem | null
  readonly viewed: ReadonlySet<string>
  readonly onGo: (index: number) => void
}

function Group(props: GroupProps) {
  const t = useTranslations('review.queue.group')
  return (
    <section>
      <h2>
        {t(props.group)} <span>{props.items.length}</span>
      </h2>
      <Entries {...props} />
    </section>
  )
}

/** What is done is out of the way, and within reach. */
function DoneGroup(props: GroupProps) {
  const t = useTranslations('review.queue.group')
  const [isOpen, setOpen] = useState(false)
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('done')} <span>{props.items.length}</span>
      </summary>
      {isOpen && <Entries {...props} />}
    </details>
  )
}

function Entries({ items, me, current, viewed, onGo }: GroupProps) {
  const t = useTranslations('review.queue')
  const [shown, setShown] = useState(PAGE)
  return (
    <>
      <ul>
        {items.slice(0, shown).map((item) => (
          <QueueEntry
            key={item.status.sentence.index}
            item={item}
            me={me}
            isCurrent={item === current}
            isViewed={viewed.has(item.status.fingerprint)}
            onGo={onGo}
          />
        ))}
      </ul>
      {items.length > shown && (
        <button type="button" className="btn quiet sm" onClick={() => setShown(shown + PAGE)}>
          {t('more', { count: items.length })}
        </button>
      )}
    </>
  )
}

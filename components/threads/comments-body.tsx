'use client'
import { useTranslations } from 'next-intl'
import { Notice } from '#components/ui/notice.tsx'
import { FILTERS, type Filter, passes } from '#lib/domain/talk/thread.ts'
import { MessageForm } from './message-form.tsx'
import type { TalkControl } from './talk-control.ts'
import { ThreadItem } from './thread-item.tsx'

export interface CommentsProps {
  readonly talk: TalkControl
  /** Back to the text, or to the list of its sentences. */
  readonly onLeave: () => void
}

/** What is being written, or which are shown; and those. */
export function CommentsBody({ talk, onLeave }: CommentsProps) {
  const t = useTranslations('threads')
  const ui = useTranslations('ui')
  return (
    <>
      {talk.target ? <Composer talk={talk} onLeave={onLeave} /> : <Tools talk={talk} />}
      {talk.failed && (
        <Notice tone="bad">
          {t('notFetched')} {talk.failed}{' '}
          <button type="button" className="btn sm" onClick={talk.retry}>
            {ui('tryAgain')}
          </button>
        </Notice>
      )}
      <List talk={talk} onLeave={onLeave} />
    </>
  )
}

function Composer({ talk, onLeave }: CommentsProps) {
  const t = useTranslations('threads')
  const quote = talk.target?.quote.trim() ?? ''
  return (
    <div className="composer">
      <p className="thread-quote" dir="auto">
        {quote}
      </p>
      <MessageForm
        label={t('commentOnThese')}
        sendWords={t('comment')}
        text={talk.draftOf(null)}
        people={talk.others}
        offline={talk.offline}
        focusOn={talk.turn}
        onWrite={(text) => talk.write(null, text)}
        onSend={() => talk.send(null)}
        onLeave={onLeave}
        onDiscard={talk.cancel}
      />
    </div>
  )
}

function Tools({ talk }: { readonly talk: TalkControl }) {
  const t = useTranslations('threads')
  const { listed, meId, filter, setFilter, begin } = talk
  const count = (value: Filter) => listed?.filter((each) => passes(value, each, meId)).length ?? 0
  return (
    <div className="comment-tools">
      <select
        className="select sm"
        aria-label={t('which')}
        value={filter}
        onChange={(event) => setFilter(event.target.value as Filter)}
      >
        {FILTERS.map((value) => (
          <option key={value} value={value}>
            {t('filterCount', { filter: t(`filter.${value}`), count: count(value) })}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="btn sm"
        title={t('commentOn')}
        // The text keeps its selection.
        onMouseDown={(event) => event.preventDefault()}
        onClick={begin}
      >
        {t('comment')}
      </button>
    </div>
  )
}

function List({ talk, onLeave }: CommentsProps) {
  const t = useTranslations('threads')
  const { listed, shown, filter } = talk
  if (!listed) {
    if (talk.failed) return null
    return (
      <p className="muted" role="status">
        {t('fetching')}
      </p>
    )
  }
  if (!shown.length)
    return (
      <p className="muted comments-empty">{listed.length ? t(`empty.${filter}`) : t('none')}</p>
    )
  const placed = shown.filter(({ place }) => place !== null)
  const lost = shown.filter(({ place }) => place === null)
  const items = (some: typeof shown) =>
    some.map((each) => (
      <ThreadItem key={each.thread.id} talk={talk} listed={each} onLeave={onLeave} />
    ))
  return (
    <>
      {placed.length > 0 && <ul className="threads">{items(placed)}</ul>}
      {lost.length > 0 && (
        <>
          <h2 className="panel-title">{t('lost', { count: lost.length })}</h2>
          <ul className="threads">{items(lost)}</ul>
        </>
      )}
    </>
  )
}

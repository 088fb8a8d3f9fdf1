'use client'
import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode, useState } from 'react'
import { Avatar } from '#components/ui/avatar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { When } from '#components/ui/when.tsx'
import { type Named, namesIn } from '#lib/domain/talk/mentions.ts'
import type { ListedThread, Message } from '#lib/domain/talk/thread.ts'
import { MessageForm } from './message-form.tsx'
import type { TalkControl } from './talk-control.ts'

interface ThreadItemProps {
  readonly talk: TalkControl
  readonly listed: ListedThread
  readonly onLeave: () => void
}

/** A thread of the list: its words and how it began; opened, all that is said in it and a field to answer in. */
export function ThreadItem({ talk, listed, onLeave }: ThreadItemProps) {
  const t = useTranslations('threads')
  const { thread, place, unread } = listed
  const isOpen = talk.current === thread.id
  const [first] = thread.messages
  const answers = thread.messages.length - 1
  return (
    <li className="thread" data-thread-item={thread.id} data-open={isOpen || undefined}>
      <button
        type="button"
        className="thread-head"
        aria-expanded={isOpen}
        onClick={() => talk.choose(isOpen ? null : thread.id)}
      >
        <span className="thread-quote" dir="auto">
          {unread > 0 && <span className="unread-dot" aria-hidden="true" />}
          {thread.quote.trim()}
        </span>
        <span className="vh">{unread > 0 && t('unread', { count: unread })}</span>
        {!isOpen && first && (
          <span className="thread-begun" dir="auto">
            <b>{first.personName}</b> {first.text}
          </span>
        )}
        <span className="thread-facts muted small">
          {!isOpen && first && <When at={(thread.messages.at(-1) ?? first).at} />}
          {!isOpen && <span>{answers > 0 && t('answers', { count: answers })}</span>}
          {place === null && <span>{t('withoutPlace')}</span>}
          {thread.resolved && <span>{t('resolvedBy', { name: thread.resolved.personName })}</span>}
        </span>
      </button>
      {isOpen && <OpenThread talk={talk} listed={listed} onLeave={onLeave} />}
    </li>
  )
}

function OpenThread({ talk, listed, onLeave }: ThreadItemProps) {
  const t = useTranslations('threads')
  const { thread, place } = listed
  const { id, resolved } = thread
  return (
    <div className="thread-body">
      {place === null && <Lost talk={talk} threadId={id} />}
      <ol className="messages">
        {thread.messages.map((message) => (
          <MessageView key={message.id} message={message} talk={talk} />
        ))}
      </ol>
      <MessageForm
        label={resolved ? t('answerAndReopen') : t('answer')}
        sendWords={t('answer')}
        text={talk.draftOf(id)}
        people={talk.others}
        offline={talk.offline}
        onWrite={(text) => talk.write(id, text)}
        onSend={() => talk.send(id)}
        onLeave={onLeave}
        more={<Settle talk={talk} listed={listed} />}
      />
    </div>
  )
}

/** A thread whose words are gone, and the way to give it others. */
function Lost({ talk, threadId }: { readonly talk: TalkControl; readonly threadId: string }) {
  const t = useTranslations('threads')
  const [problem, setProblem] = useState<string | null>(null)
  const place = async () => setProblem(await talk.place(threadId))
  return (
    <div className="wrap">
      <p className="small">{t('wordsGone')}</p>
      <button
        type="button"
        className="btn sm"
        title={t('placeHint')}
        aria-disabled={talk.offline !== null}
        // The text keeps its selection.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => talk.offline === null && void place()}
      >
        {t('place')}
      </button>
      {problem && (
        <span className="err" role="alert">
          {problem}
        </span>
      )}
    </div>
  )
}

function Settle({ talk, listed }: Omit<ThreadItemProps, 'onLeave'>) {
  const t = useTranslations('threads')
  const { id, resolved } = listed.thread
  const [problem, setProblem] = useState<string | null>(null)
  const settle = async () => setProblem(await talk.settle(id, !resolved))
  return (
    <>
      <button
        type="button"
        className="btn sm"
        aria-disabled={talk.offline !== null}
        onClick={() => talk.offline === null && void settle()}
      >
        <Icon name={resolved ? 'open' : 'check'} />
        {resolved ? t('reopen') : t('resolve')}
      </button>
      {problem && (
        <span className="err" role="alert">
          {problem}
        </span>
      )}
    </>
  )
}

function MessageView({ message, talk }: { message: Message; talk: TalkControl }) {
  const t = useTranslations('threads')
  const { personId, personName, text, at } = message
  return (
    <li className="message">
      <p className="message-head">
        <span aria-hidden="true">
          <Avatar person={{ id: personId, name: personName }} colour={talk.colourOf(personId)} />
        </span>
        <b>{personId === talk.meId ? t('you') : personName}</b>
        <span className="muted small">
          <When at={at} />
        </span>
      </p>
      <p className="message-text" dir="auto">
        {withNames(text, message.mentions, talk.people)}
      </p>
    </li>
  )
}

/** Names stand out where somebody was told. */
function withNames(text: string, mentions: readonly string[], people: readonly Named[]) {
  const parts: ReactNode[] = []
  let done = 0
  for (const { from, to, ids } of namesIn(text, people)) {
    if (!ids.some((id) => mentions.includes(id))) continue
    parts.push(
      <Fragment key={from}>
        {text.slice(done, from)}
        <b className="mention">{text.slice(from, to)}</b>
      </Fragment>,
    )
    done = to
  }
  return [...parts, text.slice(done)]
}

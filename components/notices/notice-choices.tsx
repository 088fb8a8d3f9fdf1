'use client'

import { useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { Outcome } from '#components/ui/use-submit.ts'
import {
  MAIL_CHOICES,
  type MailChoice,
  NOTICE_KINDS,
  type NoticeChoice,
  type NoticeKind,
} from '#lib/domain/notices/notice.ts'
import { KIND_WORDS } from '#lib/domain/notices/notice-words.ts'

const MAIL_WORDS: Readonly<Record<MailChoice, string>> = {
  ...{ off: 'No mail', hourly: 'Once an hour', daily: 'Once a day' },
}
const UNREACHABLE = 'The server was not reached. Check the connection and try again.'

type Choices = Readonly<Record<NoticeKind, NoticeChoice>>

/** For each kind whether the list shows it, and how often mail tells of it. Each change is saved by itself. */
export function NoticeChoices({
  choices,
  mail,
  onChoose,
}: {
  readonly choices: Choices
  /** Whether any is sent, and why the last letter did not get through. */
  readonly mail: { readonly isSetUp: boolean; readonly failure: string | null }
  readonly onChoose: (kind: NoticeKind, choice: NoticeChoice) => Promise<Outcome<null>>
}) {
  const [shown, setShown] = useState(choices)
  const [trouble, setTrouble] = useState('')
  const choose = async (kind: NoticeKind, choice: NoticeChoice) => {
    setShown((known) => ({ ...known, [kind]: choice }))
    const outcome = await onChoose(kind, choice).catch(() => ({
      ...{ ok: false as const, message: UNREACHABLE },
    }))
    setTrouble(outcome.ok ? '' : outcome.message)
    if (outcome.ok) announce('Saved.')
    // What was not saved is not shown as if it were.
    else setShown((known) => ({ ...known, [kind]: shown[kind] }))
  }
  return (
    <>
      {trouble && <Notice tone="bad">{trouble}</Notice>}
      {!mail.isSetUp && (
        <Notice>
          Mail is not set up here, so none is sent. Whoever runs this server can name a mail server.
        </Notice>
      )}
      {mail.isSetUp && mail.failure && (
        <Notice tone="bad">The last mail to you did not get through: {mail.failure}</Notice>
      )}
      <ul className="notice-choices" aria-label="What you are told of">
        {NOTICE_KINDS.map((kind) => (
          <ChoiceLine key={kind} kind={kind} choice={shown[kind]} onChoose={choose} />
        ))}
      </ul>
    </>
  )
}

function ChoiceLine({
  kind,
  choice,
  onChoose,
}: {
  readonly kind: NoticeKind
  readonly choice: NoticeChoice
  readonly onChoose: (kind: NoticeKind, choice: NoticeChoice) => void
}) {
  const { app, mail } = choice
  return (
    <li>
      <label className="check">
        <input
          type="checkbox"
          checked={app}
          onChange={(event) => onChoose(kind, { app: event.target.checked, mail })}
        />
        <span>{KIND_WORDS[kind]}</span>
      </label>
      <select
        className="select"
        aria-label={`Mail: ${KIND_WORDS[kind]}`}
        value={mail}
        onChange={(event) => onChoose(kind, { app, mail: event.target.value as MailChoice })}
      >
        {MAIL_CHOICES.map((each) => (
          <option key={each} value={each}>
            {MAIL_WORDS[each]}
          </option>
        ))}
      </select>
    </li>
  )
}

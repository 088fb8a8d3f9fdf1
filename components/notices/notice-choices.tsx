'use client'

import { useTranslations } from 'next-intl'
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
  const t = useTranslations('notices')
  const ui = useTranslations('ui')
  const [shown, setShown] = useState(choices)
  const [trouble, setTrouble] = useState('')
  const choose = async (kind: NoticeKind, choice: NoticeChoice) => {
    setShown((known) => ({ ...known, [kind]: choice }))
    const outcome = await onChoose(kind, choice).catch(() => ({
      ...{ ok: false as const, message: ui('unreachable') },
    }))
    setTrouble(outcome.ok ? '' : outcome.message)
    if (outcome.ok) announce(t('saved'))
    // What was not saved is not shown as if it were.
    else setShown((known) => ({ ...known, [kind]: shown[kind] }))
  }
  return (
    <>
      {trouble && <Notice tone="bad">{trouble}</Notice>}
      {!mail.isSetUp && <Notice>{t('mailNotSetUp')}</Notice>}
      {mail.isSetUp && mail.failure && (
        <Notice tone="bad">{t('mailFailed', { reason: mail.failure })}</Notice>
      )}
      <ul className="notice-choices" aria-label={t('toldOf')}>
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
  const t = useTranslations('notices')
  const kinds = useTranslations('notices.told')
  const { app, mail } = choice
  return (
    <li>
      <label className="check">
        <input
          type="checkbox"
          checked={app}
          onChange={(event) => onChoose(kind, { app: event.target.checked, mail })}
        />
        <span>{kinds(kind)}</span>
      </label>
      <select
        className="select"
        aria-label={t('mailOf', { kind: kinds(kind) })}
        value={mail}
        onChange={(event) => onChoose(kind, { app, mail: event.target.value as MailChoice })}
      >
        {MAIL_CHOICES.map((each) => (
          <option key={each} value={each}>
            {t(`mail.${each}`)}
          </option>
        ))}
      </select>
    </li>
  )
}

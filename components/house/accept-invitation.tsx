'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { Notice } from '#components/ui/notice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { useTimeWords } from '#components/ui/time-words.ts'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'
import { NewPassword } from './new-password.tsx'

interface Opened {
  readonly email: string
  readonly name: string
  readonly expiresAt: string
}

interface AcceptProps {
  readonly newsroom: string
  /** Who is signed in here already; null: nobody. */
  readonly signedInAs: string | null
  readonly look: (token: string) => Promise<Outcome<Opened>>
  /** The value: where to go on. */
  readonly accept: (form: FormData) => Promise<Outcome<string>>
}

/** Where the link of an invitation leads. Its secret stands behind the mark of the address, which browsers send to nobody. */
export function AcceptInvitation({ look, ...rest }: AcceptProps) {
  const t = useTranslations('gateway')
  const ui = useTranslations('ui')
  const { token, seen, again } = useLink(look)
  if (!seen)
    return (
      <p className="muted" role="status">
        {t('lookingAtInvitation')}
      </p>
    )
  if (!seen.ok)
    return (
      <>
        <h1>{t('invitationFails')}</h1>
        <Notice tone="bad">{seen.message}</Notice>
        <p className="wrap">
          {seen.isUnreached && (
            <button type="button" className="btn" onClick={again}>
              {ui('tryAgain')}
            </button>
          )}
          <a className="btn quiet" href="/sign-in">
            {t('signIn')}
          </a>
        </p>
      </>
    )
  return <Accept key={token} token={token} opened={seen.value} {...rest} />
}

type Seen = Outcome<Opened> & { readonly isUnreached?: boolean }

/** What the address holds, also when another link is put in its place. */
function useLink(look: AcceptProps['look']) {
  const t = useTranslations('gateway')
  const [token, setToken] = useState('')
  const [seen, setSeen] = useState<Seen | null>(null)
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is asked for by its number
  useEffect(() => {
    let isOld = false
    const read = async () => {
      const given = window.location.hash.slice(1)
      setSeen(null)
      setToken(given)
      const found = await look(given).catch(
        (): Seen => ({ ok: false, message: t('unreached'), isUnreached: true }),
      )
      if (!isOld && given === window.location.hash.slice(1)) setSeen(found)
    }
    void read()
    window.addEventListener('hashchange', read)
    return () => {
      isOld = true
      window.removeEventListener('hashchange', read)
    }
  }, [look, round, t])
  return { token, seen, again: () => setRound((before) => before + 1) }
}

type FormProps = Omit<AcceptProps, 'look'> & { readonly token: string; readonly opened: Opened }

function Accept({ newsroom, signedInAs, token, opened, accept }: FormProps) {
  const t = useTranslations('gateway')
  const time = useTimeWords()
  const who = (text: ReactNode) => <bdi className="anywhere">{text}</bdi>
  // A whole new page: nothing of the link stays in this one, and going back does not lead to it.
  const form = useSubmit(accept, (next) => window.location.replace(next))
  return (
    <>
      <h1>{t('welcome', { newsroom })}</h1>
      <p className="muted">
        {t.rich('choosePassword', {
          name: opened.name,
          end: time.appointed(opened.expiresAt),
          who,
        })}
      </p>
      {signedInAs && <Notice>{t.rich('signedInHere', { name: signedInAs, who })}</Notice>}
      <form className="form" onSubmit={form.onSubmit}>
        {form.general && <Notice tone="bad">{form.general}</Notice>}
        <input type="hidden" name="token" value={token} />
        <TextInput
          label={t('emailAddress')}
          type="email"
          autoComplete="username"
          readOnly
          hint={t('signInByIt')}
          value={opened.email}
        />
        <NewPassword label={t('password')} error={form.errorOf('password')} />
        <button type="submit" className="btn primary" aria-disabled={form.pending}>
          {form.pending ? t('comingIn') : t('comeIn')}
        </button>
      </form>
      <p className="hint">{t('recordAndFactor')}</p>
    </>
  )
}

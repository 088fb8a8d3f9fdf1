'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Avatar } from '#components/ui/avatar.tsx'
import type { Actor } from '#lib/domain/access/policy.ts'
import { RefusalNote } from './refusal-note.tsx'
import { useRoleWords } from './role-words.ts'
import type { SignInAction } from './sign-in-form.tsx'

/** One click for each person of the demo newsroom. */
export function DemoPeople({
  action,
  people,
  next,
}: {
  action: SignInAction
  people: readonly Actor[]
  next: string
}) {
  const t = useTranslations('gateway')
  const roleWords = useRoleWords()
  const [state, dispatch, pending] = useActionState(action, { message: '', email: '' })
  return (
    <section className="demo" aria-labelledby="demo">
      <h2 id="demo">{t('demo')}</h2>
      <RefusalNote state={state} />
      <form action={dispatch}>
        <input type="hidden" name="next" value={next} />
        {people.map((person) => (
          <button
            key={person.id}
            type="submit"
            name="email"
            value={person.email}
            className="person"
            aria-disabled={pending}
          >
            <span aria-hidden="true">
              <Avatar person={person} />
            </span>
            <span>
              <b>{person.name}</b> <span className="muted small">{roleWords(person)}</span>
            </span>
          </button>
        ))}
      </form>
    </section>
  )
}

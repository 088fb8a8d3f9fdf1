'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useFocusFirst } from '#components/ui/use-focus-first.ts'
import type { Moment } from '#lib/domain/history/moments.ts'
import type { History } from './use-history.ts'

interface NameFormProps {
  readonly history: History
  readonly moment: Moment
}

/** Gives the chosen moment a name, or takes the one away that it is. */
export function NameForm({ history, moment }: NameFormProps) {
  const t = useTranslations('history')
  const { api, reload } = history
  const [isOpen, setOpen] = useState(false)
  const [message, setMessage] = useState('')
  const done = async (answer: { readonly ok: boolean; readonly message?: string }) => {
    setMessage(answer.ok ? '' : (answer.message ?? ''))
    if (!answer.ok) return
    setOpen(false)
    await reload()
  }
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '')
    await done(await api.name(moment.seq, name))
  }
  return (
    <>
      {moment.names.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="btn sm"
          onClick={async () => done(await api.unname(id))}
        >
          {moment.names.length > 1 ? t('removeNamed', { name }) : t('removeName')}
        </button>
      ))}
      {!moment.names.length && (
        <button
          type="button"
          className="btn sm"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t('name')}
        </button>
      )}
      {isOpen && <NameField onSave={save} />}
      {message && (
        <p className="err" role="alert">
          {message}
        </p>
      )}
    </>
  )
}

function NameField({ onSave }: { onSave: (event: FormEvent<HTMLFormElement>) => void }) {
  const t = useTranslations('history')
  const first = useFocusFirst<HTMLInputElement>()
  return (
    <form className="name-form" onSubmit={onSave}>
      <label>
        <span className="vh">{t('nameLabel')}</span>
        <input
          ref={first}
          className="input"
          name="name"
          maxLength={100}
          placeholder={t('namePlaceholder')}
          required
        />
      </label>
      <button type="submit" className="btn sm">
        {t('saveName')}
      </button>
    </form>
  )
}

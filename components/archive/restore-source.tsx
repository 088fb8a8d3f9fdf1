'use client'
import { useTranslations } from 'next-intl'
import { hidden } from '#components/ui/hidden.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'

interface RestoreSourceProps {
  readonly id: string
  readonly title: string
  readonly action: (form: FormData) => Promise<Outcome<null>>
}

/** Brings a withdrawn source back. */
export function RestoreSource({ id, title, action }: RestoreSourceProps) {
  const t = useTranslations('archive')
  const { onSubmit, pending, general } = useSubmit(action, () => undefined)
  return (
    <form onSubmit={onSubmit}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="retired" value="no" />
      <button type="submit" className="btn sm" aria-disabled={pending}>
        {t.rich('restore', { title, more: hidden })}
      </button>
      {general && (
        <p className="err" role="alert">
          {general}
        </p>
      )}
    </form>
  )
}

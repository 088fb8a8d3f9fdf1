'use client'

import { useTranslations } from 'next-intl'
import { announce } from '#components/ui/announce.ts'
import { Icon } from '#components/ui/icon.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'

/** One notice, or with `id` null all of them, without going anywhere. */
export function MarkRead({
  id,
  what,
  onRead,
}: {
  readonly id: string | null
  readonly what: string
  readonly onRead: (form: FormData) => Promise<Outcome<null>>
}) {
  const t = useTranslations('notices')
  const { pending, onSubmit, general } = useSubmit(onRead, () =>
    announce(id === null ? t('allMarked') : t('marked')),
  )
  return (
    <form onSubmit={onSubmit}>
      {id !== null && <input type="hidden" name="id" value={id} />}
      {id === null ? (
        <button type="submit" className="btn" aria-disabled={pending}>
          {t('markAllRead')}
        </button>
      ) : (
        <button
          type="submit"
          className="btn quiet icon"
          aria-label={t('markReadOne', { notice: what })}
          title={t('markRead')}
          aria-disabled={pending}
        >
          <Icon name="check" />
        </button>
      )}
      {general && (
        <span className="err" role="alert">
          {general}
        </span>
      )}
    </form>
  )
}

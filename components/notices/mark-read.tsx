'use client'

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
  const { pending, onSubmit, general } = useSubmit(onRead, () =>
    announce(id === null ? 'All notices are marked as read.' : 'Marked as read.'),
  )
  return (
    <form onSubmit={onSubmit}>
      {id !== null && <input type="hidden" name="id" value={id} />}
      {id === null ? (
        <button type="submit" className="btn" aria-disabled={pending}>
          Mark all as read
        </button>
      ) : (
        <button
          type="submit"
          className="btn quiet icon"
          aria-label={`Mark as read: ${what}`}
          title="Mark as read"
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

'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef } from 'react'
import { Fetching, later } from '#components/ui/later.tsx'
import { useKeptFocus } from '#components/ui/use-kept-focus.ts'
import type { CommentsProps } from './comments-body.tsx'

const CommentsBody = later(
  async () => (await import('./comments-body.tsx')).CommentsBody,
  (waiting) => <Fetching {...waiting} />,
)

/** What people say about the article, in the order of its text. */
export function Comments({ talk, onLeave }: CommentsProps) {
  const t = useTranslations('threads')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onLeave()
  }
  const panel = useRef<HTMLElement>(null)
  const onFocus = useKeptFocus(panel)
  return (
    <section
      ref={panel}
      className="panel-body comments"
      tabIndex={-1}
      aria-label={t('title')}
      data-panel="comments"
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <CommentsBody talk={talk} onLeave={onLeave} />
    </section>
  )
}

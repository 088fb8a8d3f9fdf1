'use client'
import { useTranslations } from 'next-intl'
import { Tray } from '#components/sourcing/tray.tsx'
import { announce } from '#components/ui/announce.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import type { OpenArticle } from './open-article.ts'
import type { Way } from './way.ts'

interface ArticleTrayProps {
  readonly article: OpenArticle
  readonly orphans: readonly Annotation[]
  readonly way: Way
  readonly onClose: () => void
}

/** The tray of an open article, with what its buttons do. */
export function ArticleTray({ article, orphans, way, onClose }: ArticleTrayProps) {
  const t = useTranslations('workspace')
  const { model, annotate } = article
  const { content, statuses, findSource, view } = model
  const lastClosesIt = (left: number) => left <= 0 && onClose()
  return (
    <Tray
      {...{ orphans, content, statuses, findSource, onClose }}
      editable={!view.readOnly && annotate !== null}
      current={model.current}
      onPlace={({ id }, place) => {
        annotate?.place(id, place)
        way.go(place.sentence.index)
        announce(t('evidencePlaced', { number: place.sentence.index + 1 }))
        lastClosesIt(orphans.length - 1)
      }}
      onDiscard={(thrown) => {
        annotate?.discard(thrown.map(({ id }) => id))
        announce(t('evidenceDiscarded'))
        lastClosesIt(orphans.length - thrown.length)
      }}
      onGo={(index) => {
        onClose()
        way.go(index)
      }}
    />
  )
}

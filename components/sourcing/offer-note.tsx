'use client'
import { useTranslations } from 'next-intl'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import { fitsWords } from '#lib/domain/sourcing/orphans.ts'
import type { Sourcing } from './use-sourcing.ts'

interface OfferNoteProps {
  readonly sourcing: Sourcing
  readonly status: SentenceStatus
  readonly orphans: readonly Annotation[]
}

/** Words that were cut and came back as plain text: their evidence waits in the tray, and is offered here. */
export function OfferNote({ sourcing, status, orphans }: OfferNoteProps) {
  const t = useTranslations('sourcing')
  const { sentence } = status
  const fitting = orphans.filter((orphan) => fitsWords(orphan, sentence.text))
  if (!sourcing.editable || !fitting.length) return null
  const back = () =>
    sourcing.act(({ annotate, announce }) => {
      for (const { id } of fitting) annotate.place(id, sentence)
      announce(t('offer.done'))
    })
  return (
    <div className="offer">
      <p>{t('offer.words')}</p>
      <button type="button" className="btn sm" onClick={back}>
        {t('offer.take')}
      </button>
    </div>
  )
}

'use client'
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
  const { sentence } = status
  const fitting = orphans.filter((orphan) => fitsWords(orphan, sentence.text))
  if (!sourcing.editable || !fitting.length) return null
  const back = () =>
    sourcing.act(({ annotate, announce }) => {
      for (const { id } of fitting) annotate.place(id, sentence)
      announce('Its evidence is back.')
    })
  return (
    <div className="offer">
      <p>These words had evidence before they were taken out.</p>
      <button type="button" className="btn sm" onClick={back}>
        Put it back
      </button>
    </div>
  )
}

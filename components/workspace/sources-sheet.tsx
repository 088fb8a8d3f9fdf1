'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { GLYPH_OF } from '#components/ui/display.ts'
import { Glyph } from '#components/ui/glyph.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { SentenceStatus } from '#lib/domain/review/status.ts'

interface SourcesSheetProps {
  readonly status: SentenceStatus | undefined
  readonly count: number
  /** A picture is selected: the panel is about that. */
  readonly isPicture: boolean
  readonly children: React.ReactNode
}

/** The panel beside the text. On a telephone it is a sheet under it, which gives the text the room until it is asked for. */
export function SourcesSheet({ status, count, isPicture, children }: SourcesSheetProps) {
  const t = useTranslations('workspace')
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const sheet = useRef<HTMLDivElement>(null)
  // What took the focus while the sheet had no height was not in sight.
  useEffect(() => {
    const at = document.activeElement
    if (isOpen && sheet.current?.contains(at)) at?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return (
    <aside className="panel" aria-label={t('sources')} data-open={isOpen || undefined}>
      <button
        type="button"
        className="sheet-handle"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isPicture ? (
          <b>{t('picture')}</b>
        ) : status ? (
          <Standing status={status} count={count} />
        ) : (
          t('sources')
        )}
        <span className="grow" />
        <span className="vh">{t('sources')}</span>
        <Icon name={isOpen ? 'down' : 'up'} />
      </button>
      {/* Whatever takes the focus in a closed sheet opens it: keys of the list end up in its forms. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears where the focus goes */}
      <div ref={sheet} className="panel-scroll" id={id} onFocus={() => setOpen(true)}>
        {children}
      </div>
    </aside>
  )
}

function Standing({ status, count }: { readonly status: SentenceStatus; readonly count: number }) {
  const t = useTranslations('workspace')
  const words = useTranslations('terms.display')
  const glyph = GLYPH_OF[status.display]
  return (
    <>
      <span className={`state ink-${glyph}`}>
        <Glyph name={glyph} />
        {words(status.display)}
      </span>
      <span className="muted num">
        {t('sentenceOf', { number: status.sentence.index + 1, count })}
      </span>
    </>
  )
}

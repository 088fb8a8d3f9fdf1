'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { NoteField } from '#components/sourcing/note-field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useKeptFocus } from '#components/ui/use-kept-focus.ts'
import { figureKinds } from '#lib/domain/publication/gate-figures.ts'
import { CreditField } from './credit-field.tsx'
import type { FigureDesk } from './figure-desk.ts'
import { PicturePicker } from './picture-picker.tsx'
import { UploadNote } from './upload-note.tsx'

interface FigurePanelProps {
  readonly desk: FigureDesk
  readonly onLeave: () => void
}

/** Everything about one figure: its picture, what is to be seen on it, whose it is. */
export function FigurePanel({ desk, onLeave }: FigurePanelProps) {
  const t = useTranslations('figures')
  const { figure, number, count, isWished, onWished, editable, upload } = desk
  const panel = useRef<HTMLElement>(null)
  const onFocus = useKeptFocus(panel)
  const { id, alt, picture } = figure.figure
  const isElsewhere = picture !== null && !figure.picture
  useEffect(() => {
    if (!isWished) return
    panel.current?.querySelector('textarea')?.focus()
    onWished()
  }, [isWished, onWished])
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onLeave()
  }
  return (
    <section
      ref={panel}
      className="panel-body figure-panel"
      tabIndex={-1}
      aria-label={t('panel', { number, count })}
      data-panel="sentence"
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <header className="panel-row">
        <h2 className="panel-title">{t('title')}</h2>
        <span className="muted num">{t('number', { number, count })}</span>
      </header>
      {isElsewhere && <Elsewhere desk={desk} />}
      <NoteField
        key={id}
        label={t('description')}
        hint={t('descriptionHint')}
        value={alt}
        editable={editable}
        onChange={(text) => desk.change({ alt: text })}
      />
      <CreditField key={`credit of ${id}`} desk={desk} />
      <p className="muted small">{t('captionHint')}</p>
      <UploadNote desk={desk} />
      {editable && (
        <div className="figure-buttons">
          <PicturePicker
            label={t('replaceField')}
            className="btn sm"
            onFiles={(files) => void desk.replace(files)}
          >
            {figure.picture || upload ? t('replace') : t('choose')}
          </PicturePicker>
          <button type="button" className="btn quiet sm" onClick={desk.remove}>
            {t('remove')}
          </button>
        </div>
      )}
      {/* Below the fields: what goes away as one writes must not move what one is about to press. */}
      {!upload && !isElsewhere && <Missing desk={desk} />}
      <Facts desk={desk} />
    </section>
  )
}

/** It was copied together with words: its picture is not here yet. */
function Elsewhere({ desk: { editable, takeOver } }: { readonly desk: FigureDesk }) {
  const t = useTranslations('figures')
  return (
    <Notice>
      <p>{t('elsewhere')}</p>
      {editable && (
        <button type="button" className="btn sm" onClick={() => void takeOver()}>
          {t('useHere')}
        </button>
      )}
    </Notice>
  )
}

/** What stands in the way of publication, in the words of the gate. */
function Missing({ desk: { figure, findSource } }: { readonly desk: FigureDesk }) {
  const t = useTranslations('figures')
  const terms = useTranslations('terms')
  const kinds = figureKinds(figure, findSource)
  if (!kinds.length) return null
  return (
    <ul className="figure-missing" aria-label={t('missing')}>
      {kinds.map((kind) => (
        <li key={kind}>
          <Icon name="warn" />
          <span>{terms(`figure.${kind}`)}</span>
        </li>
      ))}
    </ul>
  )
}

function Facts({ desk: { figure } }: { readonly desk: FigureDesk }) {
  const t = useTranslations('figures')
  const sizeWords = useSizeWords()
  const { picture } = figure
  if (!picture) return null
  const { hash, width, height, bytes, mediaType } = picture
  return (
    <p className="muted small num figure-facts">
      {t('facts', {
        width,
        height,
        type: mediaType.replace('image/', '').toUpperCase(),
        size: sizeWords(bytes),
      })}{' '}
      <a href={`/api/v1/pictures/${hash}/original`} download>
        {t('original')}
      </a>
    </p>
  )
}

function useSizeWords() {
  const t = useTranslations('figures')
  const format = useFormatter()
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return (bytes: number): string => {
    const megabytes = bytes / 1_000_000
    return megabytes >= 1
      ? t('megabytes', { size: format.number(megabytes, digits) })
      : t('kilobytes', { size: Math.max(1, Math.round(bytes / 1000)) })
  }
}

'use client'
import { useEffect, useRef } from 'react'
import { NoteField } from '#components/sourcing/note-field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useKeptFocus } from '#components/ui/use-kept-focus.ts'
import { FIGURE_MESSAGES, figureKinds } from '#lib/domain/publication/gate-figures.ts'
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
      aria-label={`Picture ${number} of ${count}`}
      data-panel="sentence"
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <header className="panel-row">
        <h2 className="panel-title">Picture</h2>
        <span className="muted num">
          {number} of {count}
        </span>
      </header>
      {isElsewhere && <Elsewhere desk={desk} />}
      <NoteField
        key={id}
        label="Description"
        hint="What is to be seen, for those who do not see it"
        value={alt}
        editable={editable}
        onChange={(text) => desk.change({ alt: text })}
      />
      <CreditField key={`credit of ${id}`} desk={desk} />
      <p className="muted small">The caption is written in the text, below the picture.</p>
      <UploadNote desk={desk} />
      {editable && (
        <div className="figure-buttons">
          <PicturePicker
            label="Replace the picture"
            className="btn sm"
            onFiles={(files) => void desk.replace(files)}
          >
            {figure.picture || upload ? 'Replace picture…' : 'Choose a picture…'}
          </PicturePicker>
          <button type="button" className="btn quiet sm" onClick={desk.remove}>
            Remove
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
  return (
    <Notice>
      <p>Its picture belongs to another article.</p>
      {editable && (
        <button type="button" className="btn sm" onClick={() => void takeOver()}>
          Use it here too
        </button>
      )}
    </Notice>
  )
}

/** What stands in the way of publication, in the words of the gate. */
function Missing({ desk: { figure, findSource } }: { readonly desk: FigureDesk }) {
  const kinds = figureKinds(figure, findSource)
  if (!kinds.length) return null
  return (
    <ul className="figure-missing" aria-label="Before it can be published">
      {kinds.map((kind) => (
        <li key={kind}>
          <Icon name="warn" />
          <span>{FIGURE_MESSAGES[kind]}</span>
        </li>
      ))}
    </ul>
  )
}

function Facts({ desk: { figure } }: { readonly desk: FigureDesk }) {
  const { picture } = figure
  if (!picture) return null
  const { hash, width, height, bytes, mediaType } = picture
  return (
    <p className="muted small num figure-facts">
      {width.toLocaleString('en-GB')} × {height.toLocaleString('en-GB')} pixels,{' '}
      {mediaType.replace('image/', '').toUpperCase()}, {sizeWords(bytes)}.{' '}
      <a href={`/api/v1/pictures/${hash}/original`} download>
        The file as it was uploaded
      </a>
    </p>
  )
}

function sizeWords(bytes: number): string {
  const megabytes = bytes / 1_000_000
  return megabytes >= 1
    ? `${megabytes.toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1000))} kB`
}

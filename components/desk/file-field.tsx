'use client'

import { useId, useRef } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { FILE_ENDINGS } from '#lib/domain/text/decode-file.ts'
import type { ChosenFile, NewArticleForm } from './use-new-article.ts'

/** A file in place of pasted text. What cannot be read is said at once, before anything is sent. */
export function FileField({ form }: { form: NewArticleForm }) {
  const { draft, change, choose, fileTrouble } = form
  const picker = useRef<HTMLInputElement>(null)
  const note = useId()
  return (
    <div className="field">
      {draft.file ? (
        <Chosen file={draft.file} onRemove={() => change({ file: null })} />
      ) : (
        <div className="wrap">
          <button
            type="button"
            className="btn"
            aria-describedby={note}
            onClick={() => picker.current?.click()}
          >
            <Icon name="file" />
            Choose a file instead
          </button>
          {!fileTrouble && (
            <span className="hint" id={note}>
              .docx with its notes, .txt, .md or .html
            </span>
          )}
        </div>
      )}
      <span role="alert">
        {fileTrouble && (
          <span className="err" id={note}>
            <Icon name="warn" />
            {fileTrouble}
          </span>
        )}
      </span>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label="File"
        accept={FILE_ENDINGS.join(',')}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // Emptied, so that the same file can be chosen again once it is mended.
          event.target.value = ''
          if (file) void choose(file)
        }}
      />
    </div>
  )
}

function Chosen({ file, onRemove }: { file: ChosenFile; onRemove: () => void }) {
  return (
    <div className="chosen" role="status">
      <Icon name="document" />
      <span className="grow">
        <b>
          <bdi>{file.name}</bdi>
        </b>
        <span className="muted num"> {sizeOf(file)}</span>
      </span>
      <button type="button" className="btn quiet sm" onClick={onRemove}>
        Remove
      </button>
    </div>
  )
}

function sizeOf(file: ChosenFile): string {
  if (file.format === 'docx') {
    const kilobytes = Math.max(1, Math.round(file.bytes.length / 1024))
    return `${kilobytes.toLocaleString('en-GB')} kB`
  }
  return `${file.text.split(/\s+/u).filter(Boolean).length.toLocaleString('en-GB')} words`
}

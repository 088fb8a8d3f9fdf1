'use client'

import { useTranslations } from 'next-intl'
import { useId, useRef } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import type { Words } from '#components/ui/words.ts'
import { FILE_ENDINGS } from '#lib/domain/text/decode-file.ts'
import type { ChosenFile, NewArticleForm } from './use-new-article.ts'

/** A file in place of pasted text. What cannot be read is said at once, before anything is sent. */
export function FileField({ form }: { form: NewArticleForm }) {
  const t = useTranslations('newArticle')
  const ui = useTranslations('ui')
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
            {t('chooseFile')}
          </button>
          {!fileTrouble && (
            <span className="hint" id={note}>
              {t('fileKinds')}
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
        aria-label={ui('file')}
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
  const t = useTranslations('newArticle')
  return (
    <div className="chosen" role="status">
      <Icon name="document" />
      <span className="grow">
        <b>
          <bdi>{file.name}</bdi>
        </b>
        <span className="muted num"> {sizeOf(t, file)}</span>
      </span>
      <button type="button" className="btn quiet sm" onClick={onRemove}>
        {t('removeFile')}
      </button>
    </div>
  )
}

function sizeOf(t: Words<'newArticle'>, file: ChosenFile): string {
  if (file.format === 'docx') {
    return t('kilobytes', { count: Math.max(1, Math.round(file.bytes.length / 1024)) })
  }
  return t('words', { count: file.text.split(/\s+/u).filter(Boolean).length })
}

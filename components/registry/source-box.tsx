'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { ChooseFile } from '#components/ui/choose-file.tsx'
import { Field } from '#components/ui/field.tsx'
import { FileDrop } from '#components/ui/file-drop.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useFocusFirst } from '#components/ui/use-focus-first.ts'
import { givenIn } from '#lib/domain/sourcing/given.ts'
import type { GivenBox } from './use-given.ts'

interface SourceBoxProps {
  readonly formId: string
  readonly box: GivenBox
}

/** One box: whatever one has of a source goes in, and what the registry has of it comes out first [SRC14]. */
export function SourceBox({ formId, box }: SourceBoxProps) {
  const t = useTranslations('sourceForm')
  const [text, setText] = useState('')
  const field = useFocusFirst<HTMLTextAreaElement>()
  const note = useId()
  const given = givenIn(text)
  return (
    <form
      id={formId}
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        box.giveText(text)
      }}
    >
      <FileDrop anywhere words={t('drop')} onFiles={box.giveFiles}>
        {box.trouble && <Notice tone="bad">{box.trouble}</Notice>}
        <Field label={t('box')} hint={t('boxHint')}>
          {(control) => (
            <textarea
              {...control}
              ref={field}
              className="input given"
              rows={1}
              dir="auto"
              autoComplete="off"
              spellCheck={false}
              maxLength={50_000}
              value={text}
              onChange={({ target }) => setText(target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
                event.preventDefault()
                event.currentTarget.form?.requestSubmit()
              }}
            />
          )}
        </Field>
        <p className="small muted" role="status">
          {box.isBusy ? t('lookingUp') : text.trim() && given.ok && t(`given.${given.value.what}`)}
        </p>
        <div className="given-file">
          <ChooseFile describedBy={note} onFiles={box.giveFiles}>
            {t('chooseFile')}
          </ChooseFile>
          <span className="hint" id={note}>
            {t('whichFiles')}
          </span>
        </div>
      </FileDrop>
    </form>
  )
}

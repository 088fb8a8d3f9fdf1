'use client'

import { useTranslations } from 'next-intl'
import { Choice } from '#components/ui/choice.tsx'
import { Field } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { FileField } from './file-field.tsx'
import { useLanguages } from './languages.ts'
import { TrackedChanges } from './tracked-changes.tsx'
import type { NewArticleForm } from './use-new-article.ts'

export function NewArticleFields({ id, form }: { id: string; form: NewArticleForm }) {
  const t = useTranslations('newArticle')
  const languages = useLanguages()
  const { draft, change, create, pending, trouble } = form
  return (
    <form
      id={id}
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!pending) create()
      }}
    >
      {trouble && <Notice tone="bad">{trouble}</Notice>}
      <div className="two wide-first">
        <TextInput
          label={t('headline')}
          optional
          maxLength={500}
          value={draft.headline}
          onChange={(event) => change({ headline: event.target.value })}
        />
        <Choice
          label={t('language')}
          options={languages}
          value={draft.lang}
          onChange={(event) => change({ lang: event.target.value })}
        />
      </div>
      {!draft.file && (
        <Field label={t('text')} hint={t('textHint')}>
          {(control) => (
            <textarea
              {...control}
              className="input serif tall"
              dir="auto"
              placeholder={t('pasteHere')}
              value={draft.text}
              onChange={(event) => change({ text: event.target.value })}
            />
          )}
        </Field>
      )}
      <FileField form={form} />
      <TrackedChanges form={form} />
    </form>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useLanguages } from '#components/desk/languages.ts'
import { Choice } from '#components/ui/choice.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { Words } from '#components/ui/words.ts'
import type { ArticleActions, ArticleData, ArticleModel } from '#components/workspace/model.ts'

export interface DataDialogProps {
  readonly model: ArticleModel
  readonly actions: ArticleActions
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** What belongs to the article beside its text. Opened anew, it shows what holds. */
export function DataDialog({ isOpen, ...props }: DataDialogProps) {
  return isOpen ? <OpenDataDialog {...props} /> : null
}

function OpenDataDialog({ model, actions, onClose }: Omit<DataDialogProps, 'isOpen'>) {
  const t = useTranslations('articleFacts')
  const { draft, change, isBusy, error, save } = useDataForm(model, actions, onClose)
  const { readOnly } = model.view
  // One that came over the HTTP interface is offered too, by its code.
  const languages = useLanguages(draft.lang)
  const field = (name: 'byline' | 'section' | 'dateline') => ({
    value: draft[name],
    disabled: readOnly,
    maxLength: 500,
    optional: true,
    onChange: ({ target }: { target: HTMLInputElement }) => change({ [name]: target.value }),
  })
  return (
    <Dialog
      title={t('data')}
      isOpen
      onClose={onClose}
      footer={<Footer readOnly={readOnly} isBusy={isBusy} onClose={onClose} />}
    >
      <form id={FORM} className="form" onSubmit={save}>
        {error && <Notice tone="bad">{error}</Notice>}
        {readOnly && <Notice>{t('mayRead')}</Notice>}
        <TextInput label={t('byline')} hint={t('bylineHint')} {...field('byline')} />
        <div className="two">
          <TextInput label={t('section')} {...field('section')} />
          <TextInput label={t('dateline')} hint={t('datelineHint')} {...field('dateline')} />
        </div>
        <Choice
          label={t('language')}
          hint={t('languageHint')}
          options={languages}
          value={draft.lang}
          disabled={readOnly}
          onChange={({ target }) => change({ lang: target.value })}
        />
        <Address model={model} value={draft.slug} onChange={(slug) => change({ slug })} />
      </form>
    </Dialog>
  )
}

const FORM = 'article-data'

interface AddressProps {
  readonly model: ArticleModel
  readonly value: string
  readonly onChange: (slug: string) => void
}

function Address({ model: { facts, view }, value, onChange }: AddressProps) {
  const t = useTranslations('articleFacts')
  const isFixed = facts.versions.length > 0
  return (
    <TextInput
      label={t('address')}
      hint={addressHint(t, isFixed, value === facts.slug, value)}
      value={value}
      disabled={view.readOnly || isFixed}
      maxLength={200}
      required
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

function addressHint(
  t: Words<'articleFacts'>,
  isFixed: boolean,
  isSaved: boolean,
  slug: string,
): string {
  if (isFixed) return t('addressFixed')
  if (isSaved) return t('addressNow', { slug })
  return t('addressChanged')
}

interface FooterProps {
  readonly readOnly: boolean
  readonly isBusy: boolean
  readonly onClose: () => void
}

function Footer({ readOnly, isBusy, onClose }: FooterProps) {
  const t = useTranslations('articleFacts')
  const ui = useTranslations('ui')
  return (
    <>
      <span className="grow" />
      <button type="button" className="btn" onClick={onClose}>
        {ui(readOnly ? 'close' : 'cancel')}
      </button>
      {!readOnly && (
        <button type="submit" form={FORM} className="btn primary" aria-disabled={isBusy}>
          {t('save')}
        </button>
      )}
    </>
  )
}

function useDataForm(model: ArticleModel, actions: ArticleActions, onClose: () => void) {
  const t = useTranslations('articleFacts')
  const { facts, content } = model
  const { byline, section, dateline, lang } = content.meta
  const before: ArticleData = { byline, section, dateline, lang, slug: facts.slug }
  const [draft, setDraft] = useState(before)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const send = async () => {
    if (isBusy) return
    setBusy(true)
    const answer = await actions.describe(changed(before, draft))
    setBusy(false)
    if (!answer.ok) return setError(answer.message)
    actions.announce(t('dataSaved'))
    onClose()
  }
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    void send()
  }
  const change = (part: Partial<ArticleData>) => setDraft((old) => ({ ...old, ...part }))
  return { draft, change, isBusy, error, save }
}

/** What somebody else has said meanwhile is not said again. */
function changed(before: ArticleData, now: ArticleData): Partial<ArticleData> {
  const entries = Object.entries(now) as [keyof ArticleData, string][]
  return Object.fromEntries(entries.filter(([key, value]) => value !== before[key]))
}

'use client'
import type { Editor } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { useFocusFirst } from '#components/ui/use-focus-first.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'

interface LinkFormProps {
  readonly editor: Editor
  /** The link that the caret is in; empty: none. */
  readonly href: string
  /** No words are selected. */
  readonly empty: boolean
  readonly onDone: () => void
}

/** The address of a link; left empty, the link goes. */
export function LinkForm({ editor, href, empty, onDone }: LinkFormProps) {
  const t = useTranslations('editor')
  const ui = useTranslations('ui')
  const [wrong, setWrong] = useState('')
  const id = useId()
  const first = useFocusFirst<HTMLInputElement>()
  const leave = () => {
    onDone()
    editor.commands.focus()
  }
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = first.current?.value.trim() ?? ''
    const safe = safeHref(withScheme(typed))
    if (typed && !safe) return setWrong(t('wrongAddress'))
    if (safe && empty && !href) return setWrong(t('selectFirst'))
    setLink(editor, safe, empty)
    onDone()
  }
  return (
    <form
      className="link-form"
      aria-label={t('link')}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave()
      }}
    >
      <label className="vh" htmlFor={id}>
        {t('address')}
      </label>
      <input ref={first} id={id} className="input" defaultValue={href} placeholder="https://" />
      <button type="submit" className="btn sm">
        {t('setLink')}
      </button>
      <button type="button" className="btn quiet sm" onClick={leave}>
        {ui('cancel')}
      </button>
      {wrong && (
        <p className="err" role="alert">
          {wrong}
        </p>
      )}
    </form>
  )
}

function setLink(editor: Editor, href: string | null, empty: boolean) {
  const chain = editor.chain().focus()
  if (empty) chain.extendMarkRange('link')
  if (href) chain.setMark('link', { href }).run()
  else chain.unsetMark('link').run()
}

function withScheme(typed: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(typed) || !typed ? typed : `https://${typed}`
}

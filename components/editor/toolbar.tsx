'use client'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useState } from 'react'
import { ROLES, type Role } from '#lib/domain/text/article-text.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  paragraph: 'Paragraph',
  subhead: 'Subhead',
  quote: 'Quote',
  bullet: 'Bullet',
  numbered: 'Numbered',
  caption: 'Caption',
}

/** What a block is, bold, italic, links, undo. */
export function Toolbar({ editor }: { readonly editor: Editor }) {
  const [linking, setLinking] = useState(false)
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      role: (now.state.selection.$from.node(1)?.attrs.role ?? 'paragraph') as Role,
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      href: (now.getAttributes('link').href ?? '') as string,
      empty: now.state.selection.empty,
    }),
  })
  const toggle = (mark: 'bold' | 'italic') => editor.chain().focus().toggleMark(mark).run()
  return (
    <div className="format-bar" role="toolbar" aria-label="Format">
      <select
        className="select sm"
        aria-label="Kind of paragraph"
        value={state.role}
        onChange={(event) =>
          editor
            .chain()
            .focus()
            .setRole(event.target.value as Role)
            .run()
        }
      >
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {ROLE_WORDS[role]}
          </option>
        ))}
      </select>
      <Toggle on={state.bold} label="Bold" keys="Ctrl B" onPress={() => toggle('bold')}>
        <b>B</b>
      </Toggle>
      <Toggle on={state.italic} label="Italic" keys="Ctrl I" onPress={() => toggle('italic')}>
        <i>I</i>
      </Toggle>
      <Toggle on={state.href !== ''} label="Link" onPress={() => setLinking(!linking)}>
        Link
      </Toggle>
      <Toggle
        on={null}
        label="Undo"
        keys="Ctrl Z"
        onPress={() => editor.chain().focus().undo().run()}
      >
        Undo
      </Toggle>
      <Toggle
        on={null}
        label="Redo"
        keys="Ctrl Y"
        onPress={() => editor.chain().focus().redo().run()}
      >
        Redo
      </Toggle>
      {linking && (
        <LinkForm
          editor={editor}
          href={state.href}
          empty={state.empty}
          onDone={() => setLinking(false)}
        />
      )}
    </div>
  )
}

interface ToggleProps {
  /** Null: an action, not a state. */
  readonly on: boolean | null
  readonly label: string
  readonly keys?: string
  readonly onPress: () => void
  readonly children: React.ReactNode
}

function Toggle({ on, label, keys, onPress, children }: ToggleProps) {
  return (
    <button
      type="button"
      className="btn quiet sm"
      aria-label={label}
      title={keys ? `${label} (${keys})` : label}
      {...(on !== null && { 'aria-pressed': on })}
      // The text keeps its selection: the button must not take the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

interface LinkFormProps {
  readonly editor: Editor
  readonly href: string
  readonly empty: boolean
  readonly onDone: () => void
}

function LinkForm({ editor, href, empty, onDone }: LinkFormProps) {
  const [wrong, setWrong] = useState('')
  const save = (form: FormData) => {
    const typed = String(form.get('href') ?? '').trim()
    const full = /^[a-z][a-z0-9+.-]*:/i.test(typed) || !typed ? typed : `https://${typed}`
    const safe = safeHref(full)
    if (typed && !safe)
      return setWrong('Give a web address that begins with https://, or a mail address.')
    if (safe && empty && !href) return setWrong('Select the words that the link stands on first.')
    const chain = editor.chain().focus()
    if (empty) chain.extendMarkRange('link')
    if (safe) chain.setMark('link', { href: safe }).run()
    else chain.unsetMark('link').run()
    onDone()
  }
  return (
    <form className="link-form" action={save}>
      <label className="vh" htmlFor="link-href">
        Address
      </label>
      {/* biome-ignore lint/a11y/noAutofocus: the form opens on request, to be typed into */}
      <input
        id="link-href"
        name="href"
        className="input"
        defaultValue={href}
        placeholder="https://"
        autoFocus
      />
      <button type="submit" className="btn sm">
        Set link
      </button>
      <button type="button" className="btn quiet sm" onClick={onDone}>
        Cancel
      </button>
      {wrong && (
        <p className="err" role="alert">
          {wrong}
        </p>
      )}
    </form>
  )
}

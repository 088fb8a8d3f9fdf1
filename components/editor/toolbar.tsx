'use client'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useState } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar'
import { PicturePicker } from '#components/figures/picture-picker.tsx'
import { ROLES, type Role } from '#lib/domain/text/article-text.ts'
import { LinkForm } from './link-form.tsx'
import { Tool } from './tool.tsx'
import { useWhoWrote } from './use-who-wrote.ts'
import { WhoWroteButton, WhoWroteList } from './who-wrote.tsx'

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

interface ToolbarProps {
  readonly editor: Editor
  readonly articleId: string
  /** Begins a comment on what is selected. */
  readonly onComment: () => void
  /** What is written becomes a suggestion. */
  readonly suggests: boolean
  /** Null for those who may do nothing else. */
  readonly onSuggest: (() => void) | null
  /** Puts pictures where the caret is; null for those who may not. */
  readonly onPictures: ((files: readonly File[]) => void) | null
}

/** What a block is, bold, italic, links, undo. One stop of Tab; arrows go from tool to tool. */
export function Toolbar(props: ToolbarProps) {
  const { editor, articleId, onComment, suggests, onSuggest, onPictures } = props
  const [isLinking, setLinking] = useState(false)
  const { role, isBold, isItalic, href, isEmpty } = useFormat(editor)
  const chain = () => editor.chain().focus()
  const written = useWhoWrote(editor, articleId)
  return (
    <div className="format-bar">
      <AriaToolbar className="tools-row" aria-label="Format">
        <RoleField role={role} onChange={(next) => chain().setRole(next).run()} />
        <Tool
          label="Bold"
          keys="Ctrl B"
          on={isBold}
          onPress={() => chain().toggleMark('bold').run()}
        >
          <b>B</b>
        </Tool>
        <Tool
          label="Italic"
          keys="Ctrl I"
          on={isItalic}
          onPress={() => chain().toggleMark('italic').run()}
        >
          <i>I</i>
        </Tool>
        <Tool label="Link" on={href !== ''} onPress={() => setLinking(!isLinking)}>
          Link
        </Tool>
        {onPictures && (
          <PicturePicker label="Picture" className="btn quiet sm" several onFiles={onPictures}>
            Picture
          </PicturePicker>
        )}
        <Tool label="Comment" keys="Ctrl Alt M" onPress={onComment}>
          Comment
        </Tool>
        <Tool label="Undo" keys="Ctrl Z" onPress={() => chain().undo().run()}>
          Undo
        </Tool>
        <Tool label="Redo" keys="Ctrl Y" onPress={() => chain().redo().run()}>
          Redo
        </Tool>
        <WhoWroteButton {...written} />
        <SuggestTool {...{ editor, suggests, onSuggest }} />
      </AriaToolbar>
      {isLinking && (
        <LinkForm editor={editor} href={href} empty={isEmpty} onDone={() => setLinking(false)} />
      )}
      <WhoWroteList {...written} />
    </div>
  )
}

/** Whether what one writes is a suggestion. Some may do nothing else. */
function SuggestTool({
  editor,
  suggests,
  onSuggest,
}: Pick<ToolbarProps, 'editor' | 'suggests' | 'onSuggest'>) {
  if (!onSuggest) return <span className="chip plain suggesting-chip">Suggesting</span>
  const onPress = () => {
    onSuggest()
    editor.commands.focus()
  }
  return (
    <Tool label="Suggest" keys="Ctrl Alt Shift X" on={suggests} onPress={onPress}>
      Suggest
    </Tool>
  )
}

/** How the text is formatted where the caret is. */
function useFormat(editor: Editor) {
  return useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      role: (now.state.selection.$from.node(1)?.attrs.role ?? 'paragraph') as Role,
      isBold: now.isActive('bold'),
      isItalic: now.isActive('italic'),
      href: (now.getAttributes('link').href ?? '') as string,
      isEmpty: now.state.selection.empty,
    }),
  })
}

interface RoleFieldProps {
  readonly role: Role
  readonly onChange: (role: Role) => void
}

function RoleField({ role, onChange }: RoleFieldProps) {
  return (
    <select
      className="select sm"
      aria-label="Kind of paragraph"
      value={role}
      onChange={(event) => onChange(event.target.value as Role)}
    >
      {ROLES.map((value) => (
        <option key={value} value={value}>
          {ROLE_WORDS[value]}
        </option>
      ))}
    </select>
  )
}

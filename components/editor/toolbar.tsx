'use client'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar'
import { PicturePicker } from '#components/figures/picture-picker.tsx'
import { ROLES, type Role } from '#lib/domain/text/article-text.ts'
import { LinkForm } from './link-form.tsx'
import { Tool } from './tool.tsx'
import { useWhoWrote } from './use-who-wrote.ts'
import { WhoWroteButton, WhoWroteList } from './who-wrote.tsx'

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
  const t = useTranslations('editor')
  const [isLinking, setLinking] = useState(false)
  const { role, isBold, isItalic, href, isEmpty } = useFormat(editor)
  const chain = () => editor.chain().focus()
  const written = useWhoWrote(editor, articleId)
  return (
    <div className="format-bar">
      <AriaToolbar className="tools-row" aria-label={t('format')}>
        <RoleField role={role} onChange={(next) => chain().setRole(next).run()} />
        <Tool
          label={t('bold')}
          keys={t('keys.bold')}
          on={isBold}
          onPress={() => chain().toggleMark('bold').run()}
        >
          <b>{t('boldLetter')}</b>
        </Tool>
        <Tool
          label={t('italic')}
          keys={t('keys.italic')}
          on={isItalic}
          onPress={() => chain().toggleMark('italic').run()}
        >
          <i>{t('italicLetter')}</i>
        </Tool>
        <Tool label={t('link')} on={href !== ''} onPress={() => setLinking(!isLinking)}>
          {t('link')}
        </Tool>
        {onPictures && (
          <PicturePicker label={t('picture')} className="btn quiet sm" several onFiles={onPictures}>
            {t('picture')}
          </PicturePicker>
        )}
        <Tool label={t('comment')} keys={t('keys.comment')} onPress={onComment}>
          {t('comment')}
        </Tool>
        <Tool label={t('undo')} keys={t('keys.undo')} onPress={() => chain().undo().run()}>
          {t('undo')}
        </Tool>
        <Tool label={t('redo')} keys={t('keys.redo')} onPress={() => chain().redo().run()}>
          {t('redo')}
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
  const t = useTranslations('editor')
  if (!onSuggest) return <span className="chip plain suggesting-chip">{t('suggesting')}</span>
  const onPress = () => {
    onSuggest()
    editor.commands.focus()
  }
  return (
    <Tool label={t('suggest')} keys={t('keys.suggest')} on={suggests} onPress={onPress}>
      {t('suggest')}
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
  const t = useTranslations('editor')
  return (
    <select
      className="select sm"
      aria-label={t('kindOfParagraph')}
      value={role}
      onChange={(event) => onChange(event.target.value as Role)}
    >
      {ROLES.map((value) => (
        <option key={value} value={value}>
          {t(`role.${value}`)}
        </option>
      ))}
    </select>
  )
}

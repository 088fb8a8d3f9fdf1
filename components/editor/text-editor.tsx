'use client'
import { Editor } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { ArticleSession } from '#lib/collab/browser/article-session.ts'
import { articleExtensions } from '#lib/editor/article-editor.ts'
import type { OnFiles } from '#lib/editor/figures.ts'
import { type SentenceMark, setSentenceMarks } from '#lib/editor/marks.ts'
import type { Place } from '#lib/editor/places.ts'
import type { Unproposed } from '#lib/editor/propose.ts'
import { setThreadMarks, type ThreadMark } from '#lib/editor/thread-marks.ts'

export interface TextEditorProps {
  readonly session: ArticleSession
  readonly label: string
  readonly editable: boolean
  /** In whose name is suggested. */
  readonly personId: string
  /** Told what cannot be suggested. */
  readonly onRefused: (why: Unproposed) => void
  readonly marks: readonly SentenceMark[]
  readonly threads: readonly ThreadMark[]
  /** Told where the caret is, and where the selection began: block of the article and offset in its text. */
  readonly onCaret: (head: Place, anchor: Place) => void
  /** Given the editor once it is there, null when it goes. */
  readonly onEditor: (editor: Editor | null) => void
  readonly onFiles: OnFiles
}

/** The article's text. The editor lives outside React: only what it is told and what it tells passes here. */
export function TextEditor({
  session,
  label,
  editable,
  personId,
  onRefused,
  marks,
  threads,
  onCaret,
  onEditor,
  onFiles,
}: TextEditorProps) {
  const t = useTranslations('editor')
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor | null>(null)
  const tell = useRef({ onCaret, onEditor, onRefused, onFiles })
  tell.current = { onCaret, onEditor, onRefused, onFiles }

  useEffect(() => {
    if (!place.current) return
    const { doc, awareness } = session
    const made = new Editor({
      element: place.current,
      extensions: articleExtensions({
        doc,
        awareness,
        label,
        articleId: session.articleId,
        personId,
        figureWords: { noPicture: t('noPicture'), noDescription: t('noDescription') },
        onRefused: (why) => tell.current.onRefused(why),
        onFiles: (files, at) => tell.current.onFiles(files, at),
        onSelection: ({ head, anchor }) => tell.current.onCaret(head, anchor),
      }),
      injectCSS: false,
    })
    hideFromReact(made.view.dom)
    editor.current = made
    tell.current.onEditor(made)
    return () => {
      tell.current.onEditor(null)
      editor.current = null
      made.destroy()
    }
  }, [session, label, personId, t])

  useEffect(() => {
    editor.current?.setEditable(editable, false)
  }, [editable])

  useEffect(() => {
    if (editor.current && !editor.current.isDestroyed) setSentenceMarks(editor.current.view, marks)
  }, [marks])

  useEffect(() => {
    if (editor.current && !editor.current.isDestroyed) setThreadMarks(editor.current.view, threads)
  }, [threads])

  return <div className="text" ref={place} />
}

/**
 * With each commit React notes the selection of the focused editable element, to restore it, by walking all of its nodes:
 * 50 ms a key in a long article, measured. The selection in here is ProseMirror's, so React is told that there is nothing
 * to note. It asks this property; the attribute, which makes the element editable, stays.
 */
function hideFromReact(element: HTMLElement) {
  Object.defineProperty(element, 'contentEditable', { get: () => 'inherit' })
}

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { selectedFigure } from '#lib/editor/figures.ts'

/** The id of the figure that is selected in the text; null when none is. */
export function useSelectedFigure(editor: Editor | null): string | null {
  return useEditorState({
    editor,
    selector: ({ editor: now }) => (now && !now.isDestroyed ? selectedFigure(now.state) : null),
  })
}

import { type AnyExtension, type Editor, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { BlockKeys } from './block-keys.ts'
import { Carets } from './carets.ts'
import { Clipboard } from './clipboard.ts'
import { Figures, type OnFiles } from './figures.ts'
import { FlatCollaboration } from './flat-collaboration.ts'
import { SentenceMarks } from './marks.ts'
import { type Place, placeOf } from './places.ts'
import type { Unproposed } from './propose.ts'
import { type FigureWords, schemaExtensionsIn } from './schema.ts'
import { Suggesting } from './suggesting.ts'
import { ThreadMarks } from './thread-marks.ts'

export interface ArticleEditorOptions {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** The accessible name of the text, as in "Article text: Water report". */
  readonly label: string
  /** So that a paste knows the article it comes from; without it every paste is one from outside. */
  readonly articleId?: string
  /** Who works here: proposals are made in their name. */
  readonly personId?: string
  /** What stands for a picture or a description that a figure lacks. */
  readonly figureWords?: FigureWords
  /** Told what cannot be proposed. */
  readonly onRefused?: (why: Unproposed) => void
  /** Given files that are pasted or dropped; without it they are left to the browser. */
  readonly onFiles?: OnFiles
  /** Told of every move of the selection, also of those that others' changes cause. */
  readonly onSelection?: (selection: { readonly anchor: Place; readonly head: Place }) => void
}

/** Everything that an editor of an article needs: `new Editor({ element, extensions: articleExtensions(…) })`. */
export function articleExtensions(options: ArticleEditorOptions): AnyExtension[] {
  const { doc, awareness, articleId = '', onFiles = null } = options
  return [
    ...schemaExtensionsIn(options.figureWords),
    FlatCollaboration.configure({ doc, personId: options.personId ?? '' }),
    BlockKeys,
    Figures.configure({ onFiles }),
    Clipboard.configure({ articleId }),
    Carets.configure({ doc, awareness }),
    SentenceMarks,
    Suggesting.configure({ onRefused: (why) => options.onRefused?.(why) }),
    ThreadMarks,
    frame(options),
  ]
}

/** The element that people write in: what it is, and what it is called. */
function frame({ label, onSelection }: ArticleEditorOptions): AnyExtension {
  let last = ''
  const tell = ({ editor }: { editor: Editor }) => {
    const { doc, selection } = editor.state
    const places = { anchor: placeOf(doc, selection.anchor), head: placeOf(doc, selection.head) }
    const now = JSON.stringify(places)
    if (now !== last) onSelection?.(places)
    last = now
  }
  return Extension.create({
    name: 'articleFrame',
    onBeforeCreate() {
      // Our own style sheet says the same, under a content security policy that allows no other.
      this.editor.options.injectCSS = false
    },
    onSelectionUpdate: tell,
    onUpdate: tell,
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          attributes: {
            role: 'textbox',
            'aria-multiline': 'true',
            'aria-label': label,
            spellcheck: 'true',
          },
        },
      }),
    ],
  })
}

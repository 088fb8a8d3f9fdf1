/** A live editor, for those who only pass it on. */
export type { Editor as ArticleEditor } from '@tiptap/core'

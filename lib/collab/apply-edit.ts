import type * as Y from 'yjs'
import { removeAnnotation, rewordSpan, setAnnotation, setMeta, setThread } from './edit-document.ts'
import type { Edit } from './ports.ts'
import { restoreDocument } from './restore-document.ts'
import type { Room } from './room.ts'

/** Makes an edit of the server's own in a copy of an article that a room holds. */
export function applyEdit(copy: Y.Doc, room: Pick<Room, 'flat'>, edit: Edit) {
  if (edit.type === 'unannotate') removeAnnotation(copy, edit.annotationId)
  else if (edit.type === 'restore') restoreDocument(copy, edit.past, edit)
  else if (edit.type === 'describe') setMeta(copy, edit.meta)
  else if (edit.type === 'reword') rewordSpan(copy, room.flat, edit.span, edit.words)
  else if (edit.type === 'thread') setThread(copy, room.flat, edit.threadId, edit.span)
  else setAnnotation(copy, room.flat, { ...edit, id: edit.annotationId })
}

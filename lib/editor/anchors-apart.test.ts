import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { DocumentReader } from '#lib/collab/document-reader.ts'
import { setAnnotation } from '#lib/collab/edit-document.ts'
import { orphansOf } from '#lib/domain/sourcing/orphans.ts'
import { runsIn, waitingAnchors } from '#lib/testing/anchor-account.ts'
import { meet } from '#lib/testing/cohort.ts'
import { before, behind } from '#lib/testing/flat-article.ts'
import { doc, type FlatReplica, lines, pair } from '#lib/testing/flat-pair.ts'

const marked = ({ editor }: FlatReplica) => editor.state.schema.mark('annotation', { id: 'a' })

function annotate(replica: FlatReplica, from: number, to: number) {
  const { editor, ydoc } = replica
  const { flat } = new DocumentReader(ydoc)
  // On a part: one on a sentence goes to what is left of it [EDT13].
  const record = { kind: 'fact', 'sourcedText.scope': 'span' }
  setAnnotation(ydoc, flat, { id: 'a', span: null, record, replace: false })
  editor.dispatch(editor.state.tr.addMark(from, to, marked(replica)))
}

it('[ANN12, ANN9] what is typed in an anchor while the opening that it stood on alone goes comes out without it', () => {
  const [ada, ben] = pair(['It rained.', 'It stopped.'])
  annotate(ada, behind(doc(ada), 'It raine'), behind(doc(ada), 'It r') + 9)
  expect(lines(ada)).toEqual(['It raine[a:d.]', '[a:I]t stopped.'])
  meet([ada, ben])
  const { editor } = ada
  editor.dispatch(editor.state.tr.delete(behind(doc(ada), 'It raine'), behind(doc(ada), 'rained.')))
  const at = before(doc(ada), 'It stopped')
  editor.dispatch(editor.state.tr.delete(at, at + 1))
  expect(runsIn(ada.ydoc)).toEqual([{ id: 'a', things: ['block b1'] }])
  meet([ada, ben])
  const typed = ben.editor.state.schema.text('Then ', [marked(ben)])
  ben.editor.dispatch(ben.editor.state.tr.insert(before(doc(ben), 't stopped'), typed))
  expect(lines(ben)).toEqual(['It raine', '[a:Then ]t stopped.'])
  editor.dispatch(editor.state.tr.join(before(doc(ada), 't stopped') - 1))
  meet([ada, ben])
  expect(lines(ada)).toEqual(['It raineThen t stopped.'])
  expect(lines(ben)).toEqual(lines(ada))
  expect(orphansOf(new DocumentReader(ben.ydoc).content).map(({ id }) => id)).toEqual(['a'])
})

it('[ANN12] what is typed where the end of an anchor has not come yet is not under it for others', () => {
  const [ada, ben] = pair(['It rained. It stopped. Nobody came.'])
  const updates: Uint8Array[] = []
  ada.ydoc.on('update', (update: Uint8Array) => updates.push(update))
  // The end of the anchor stands behind what comes later than it.
  const other = new Y.Doc()
  other.clientID = 7
  Y.applyUpdate(other, Y.encodeStateAsUpdate(ada.ydoc))
  const stops = 1 + 'It rained. It stopped'.length
  other.getText('text').insert(stops, ' soon')
  const late = Y.encodeStateAsUpdate(other, Y.encodeStateVector(ada.ydoc))
  Y.applyUpdate(ada.ydoc, late)
  updates.length = 0
  annotate(ada, before(doc(ada), 'It stopped'), behind(doc(ada), 'soon'))
  for (const update of updates) Y.applyUpdate(ben.ydoc, update)
  expect(lines(ben)).toEqual(['It rained. [a:It stopped. Nobody came.]'])
  expect([...waitingAnchors(ben.ydoc)]).toEqual(['a'])
  const typed = ben.editor.state.schema.text('ever ', [marked(ben)])
  ben.editor.dispatch(ben.editor.state.tr.insert(before(doc(ben), 'came'), typed))
  Y.applyUpdate(ben.ydoc, late)
  meet([ada, ben])
  expect(lines(ben)).toEqual(['It rained. [a:It stopped soon]. Nobody ever came.'])
  expect(lines(ada)).toEqual(lines(ben))
  expect([...waitingAnchors(ben.ydoc)]).toEqual([])
})

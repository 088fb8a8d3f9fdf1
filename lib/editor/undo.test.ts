import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { DocumentReader } from '#lib/collab/document-reader.ts'
import { removeAnnotation, setAnnotation } from '#lib/collab/edit-document.ts'
import { sourcedSentencesOf } from '#lib/domain/sourcing/article-content.ts'
import { orphansOf, proposePlace } from '#lib/domain/sourcing/orphans.ts'
import { sourcedTextKeys } from '#lib/domain/sourcing/read-annotation.ts'
import { meet } from '#lib/testing/cohort.ts'
import { before, behind } from '#lib/testing/flat-article.ts'
import { around, caret, doc, type FlatReplica, lines, pair, type } from '#lib/testing/flat-pair.ts'
import { annotating } from './binding.ts'
import { enter, setRole } from './block-keys.ts'

const annotationsOf = ({ ydoc }: FlatReplica) => new DocumentReader(ydoc).content.annotations

const LINES = ['headline|Rain in the north', 'It rained. It stopped.', 'quote|So it was.']

it('[EDT3] undo takes back one’s own changes only, with roles, and restores the selection', () => {
  const [a, b] = pair(LINES)
  caret(a, behind(doc(a), 'rained'))
  type(a, behind(doc(a), 'rained'), ' hard')
  meet([a, b])
  type(b, before(doc(b), 'It stopped'), 'Then ')
  meet([a, b])
  caret(a, 3)
  a.editor.dispatch(setRole(a.editor.state, 'subhead'))
  a.undo()
  expect(lines(a)[0]).toBe('headline|Rain in the north')
  a.undo()
  expect(lines(a)[1]).toBe('It rained. Then It stopped.')
  expect(around(a)).toBe('It rained|. Then It stopped.')
  a.redo()
  a.redo()
  meet([a, b])
  expect(lines(b).slice(0, 2)).toEqual([
    'subhead|Rain in the north',
    'It rained hard. Then It stopped.',
  ])
})

it('[EDT3] undo of a join brings back the block with its identifier and role', () => {
  const [a] = pair(LINES)
  a.editor.dispatch(a.editor.state.tr.join(before(doc(a), 'So it') - 1))
  expect(lines(a)[1]).toBe('It rained. It stopped.So it was.')
  a.undo()
  expect(lines(a)).toEqual(LINES)
  expect(doc(a).child(2).attrs.id).toBe('b2')
})

it('[EDT3] undo of a split takes its entry away as well', () => {
  const [a] = pair(LINES)
  caret(a, before(doc(a), ' It stopped'))
  a.editor.dispatch(enter(a.editor.state)!)
  expect(a.binding.blocks.size).toBe(4)
  a.undo()
  expect(lines(a)).toEqual(LINES)
  expect(a.binding.blocks.size).toBe(3)
  a.redo()
  expect(lines(a)[2]).toBe(' It stopped.')
})

it('[EDT3] undo of a role leaves alone a role that somebody gave later', () => {
  const [a, b] = pair(LINES)
  caret(a, before(doc(a), 'It rained'))
  a.editor.dispatch(setRole(a.editor.state, 'quote'))
  meet([a, b])
  caret(b, before(doc(b), 'It rained'))
  b.editor.dispatch(setRole(b.editor.state, 'bullet'))
  meet([a, b])
  a.undo()
  expect(lines(a)[1]).toBe('bullet|It rained. It stopped.')
})

it('[EDT3] typing is one step until the caret goes elsewhere, however fast', () => {
  const [a, b] = pair(LINES, { captureTimeout: 10_000 })
  const add = (words: string) => a.editor.dispatch(a.editor.state.tr.insertText(words))
  caret(a, behind(doc(a), 'rained'))
  add(' very')
  type(b, before(doc(b), 'It rained'), 'Then ')
  meet([a, b])
  add(' hard')
  caret(a, behind(doc(a), 'stopped'))
  add(' soon')
  expect(lines(a)[1]).toBe('Then It rained very hard. It stopped soon.')
  a.undo()
  expect(lines(a)[1]).toBe('Then It rained very hard. It stopped.')
  a.undo()
  expect(lines(a)[1]).toBe('Then It rained. It stopped.')
})

it('[EDT3] an annotation and its record are one step of undo, apart from the typing before', () => {
  const [a] = pair(LINES, { captureTimeout: 10_000 })
  type(a, behind(doc(a), 'rained'), ' hard')
  const annotations = a.ydoc.getMap('annotations')
  a.binding.together(() => {
    annotations.set('n1', new Y.Map([['kind', 'fact']]))
    const { tr, schema } = a.editor.state
    const mark = schema.mark('annotation', { id: 'n1' })
    a.editor.dispatch(tr.addMark(before(doc(a), 'It rained'), behind(doc(a), 'hard.'), mark))
  })
  expect(lines(a)[1]).toBe('[n1:It rained hard.] It stopped.')
  a.undo()
  expect(annotationsOf(a).size).toBe(0)
  expect(lines(a)[1]).toBe('It rained hard. It stopped.')
  a.redo()
  expect(annotationsOf(a).size).toBe(1)
  expect(lines(a)[1]).toBe('[n1:It rained hard.] It stopped.')
  expect(a.binding.rereads).toBe(0)
})

it('[EDT3] records that a command writes alone are undone too, and other writes are not', () => {
  const [a] = pair(LINES)
  const annotations = a.ydoc.getMap('annotations')
  a.ydoc.transact(() => annotations.set('n1', new Y.Map()), annotating)
  a.ydoc.transact(() => annotations.set('n2', new Y.Map()), 'somebody')
  a.undo()
  expect([...annotations.keys()]).toEqual(['n2'])
})

it('[EDT17] taking a command back leaves alone what was typed after it, also after undo and redo', () => {
  const [a] = pair(LINES, { captureTimeout: 10_000 })
  const annotations = a.ydoc.getMap('annotations')
  const command = () => a.binding.together(() => annotations.set('n1', new Y.Map()))
  expect(a.binding.undoCommand()).toBe('nothing')
  type(a, behind(doc(a), 'rained'), ' hard')
  expect(a.binding.undoCommand()).toBe('typed')
  command()
  a.undo()
  a.redo()
  expect(a.binding.undoCommand()).toBe('done')
  expect(annotations.size).toBe(0)
  expect(a.binding.undoCommand()).toBe('typed')
  command()
  type(a, behind(doc(a), 'hard'), 'er')
  expect(a.binding.undoCommand()).toBe('typed')
  expect(annotations.size).toBe(1)
  expect(lines(a)[1]).toBe('It rained harder. It stopped.')
})

const cited = (id: string) => ({ [`citation.${id}.sourceId`]: id })

function annotate({ binding, ydoc }: FlatReplica, record: Readonly<Record<string, string>>) {
  const span = { blockIndex: 1, from: 0, to: 10 }
  const { flat } = new DocumentReader(ydoc)
  binding.together(() => setAnnotation(ydoc, flat, { id: 'a', span, record, replace: false }))
}

it('[EDT3, ANN9] whoever takes an annotation back leaves what another has cited in it, without a place', () => {
  const [a, b] = pair(LINES)
  annotate(a, { kind: 'fact', note: 'Ask.', ...cited('crew') })
  meet([a, b])
  annotate(b, cited('log'))
  meet([a, b])
  a.undo()
  meet([a, b])
  for (const { ydoc } of [a, b]) {
    const [orphan] = orphansOf(new DocumentReader(ydoc).content)
    expect(orphan).toMatchObject({ id: 'a', kind: null, note: '', citations: [{ id: 'log' }] })
    expect(orphan?.citations).toHaveLength(1)
  }
  a.redo()
  meet([a, b])
  expect(lines(b)[1]).toBe('[a:It rained.] It stopped.')
  const back = new DocumentReader(b.ydoc).content.annotations.get('a')
  expect(back).toMatchObject({ kind: 'fact', note: 'Ask.' })
  expect(back?.citations.map(({ id }) => id)).toEqual(['crew', 'log'])
})

it('[EDT3] an annotation in which nobody else says anything goes with its record', () => {
  const [a, b] = pair(LINES)
  annotate(a, { kind: 'fact', ...cited('crew') })
  meet([a, b])
  annotate(b, cited('log'))
  b.undo()
  meet([a, b])
  a.undo()
  expect(annotationsOf(a).size).toBe(0)
})

it('[EDT3, ANN11] what another cites without a connection in an annotation that is taken back meanwhile stays', () => {
  const [a, b] = pair(LINES)
  annotate(a, { kind: 'fact', ...cited('crew') })
  meet([a, b])
  annotate(b, cited('log'))
  a.undo()
  expect(annotationsOf(a).size).toBe(0)
  meet([a, b])
  for (const { ydoc } of [a, b]) {
    const orphans = orphansOf(new DocumentReader(ydoc).content)
    expect(orphans).toMatchObject([{ id: 'a', kind: null, citations: [{ id: 'log' }] }])
  }
  a.redo()
  meet([a, b])
  expect(lines(b)[1]).toBe('[a:It rained.] It stopped.')
  expect(
    annotationsOf(b)
      .get('a')
      ?.citations.map(({ id }) => id),
  ).toEqual(['crew', 'log'])
})

it('[ANN11] so it does in one that is thrown away meanwhile, and it goes when that is done in sight of it', () => {
  const [a, b] = pair(LINES)
  annotate(a, { kind: 'fact', ...cited('crew') })
  meet([a, b])
  annotate(b, cited('log'))
  a.binding.together(() => removeAnnotation(a.ydoc, 'a'))
  expect(annotationsOf(a).size).toBe(0)
  meet([a, b])
  expect(annotationsOf(a).get('a')).toMatchObject({ kind: null, citations: [{ id: 'log' }] })
  b.binding.together(() => removeAnnotation(b.ydoc, 'a'))
  meet([a, b])
  expect(annotationsOf(a).size).toBe(0)
  b.undo()
  meet([a, b])
  expect(
    annotationsOf(a)
      .get('a')
      ?.citations.map(({ id }) => id),
  ).toEqual(['log'])
})

it('[ANN11, ANN10] its words stay with it and say where it could stand, after an undo and by hand', () => {
  const words = {
    exact: 'It rained.',
    prefix: '',
    suffix: ' It stopped.',
    scope: 'sentence' as const,
  }
  for (const way of ['undo', 'remove'] as const) {
    const [a, b] = pair(LINES)
    annotate(a, { kind: 'fact', ...sourcedTextKeys(words) })
    meet([a, b])
    annotate(b, cited('log'))
    if (way === 'undo') a.undo()
    else a.binding.together(() => removeAnnotation(a.ydoc, 'a'))
    expect(annotationsOf(a).size).toBe(0)
    meet([a, b])
    const { content } = new DocumentReader(a.ydoc)
    const [orphan] = orphansOf(content)
    expect(orphan?.sourcedText).toEqual(words)
    const place = orphan && proposePlace(content, sourcedSentencesOf(content), orphan)
    expect(place).toMatchObject({ blockIndex: 1, from: 0, to: 10, same: true })
  }
})

it('[EDT3] undo of confirming other words brings back those of before', () => {
  const [a] = pair(LINES)
  annotate(a, { kind: 'fact', 'sourcedText.exact': 'It poured.' })
  annotate(a, { 'sourcedText.exact': 'It rained.' })
  a.undo()
  expect(annotationsOf(a).get('a')?.sourcedText?.exact).toBe('It poured.')
  a.undo()
  a.redo()
  expect(annotationsOf(a).get('a')).toMatchObject({
    kind: 'fact',
    sourcedText: { exact: 'It poured.' },
  })
  a.undo()
  expect(annotationsOf(a).size).toBe(0)
})

import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { meet } from '#lib/testing/cohort.ts'
import { before, behind } from '#lib/testing/flat-article.ts'
import { doc, type FlatReplica, lines, pair } from '#lib/testing/flat-pair.ts'

const TEXT = ['It rained. It stopped. Nobody came.']

function annotated(words: string, id = 'a') {
  const [one, two] = pair(TEXT)
  const mark = one.editor.state.schema.mark('annotation', { id })
  one.editor.dispatch(
    one.editor.state.tr.addMark(before(doc(one), words), behind(doc(one), words), mark),
  )
  meet([one, two])
  return [one, two] as const
}

function replace({ editor }: FlatReplica, words: string, by: string) {
  const from = before(editor.state.doc, words)
  editor.dispatch(editor.state.tr.insertText(by, from, from + words.length))
}

it('[EDT13] the annotation of a sentence that is typed over stays with the new words', () => {
  const [one] = annotated('It stopped.')
  replace(one, 'It stopped.', 'T')
  expect(lines(one)).toEqual(['It rained. [a:T] Nobody came.'])
  one.undo()
  expect(lines(one)).toEqual(['It rained. [a:It stopped.] Nobody came.'])
})

it('[EDT13] what is left of its anchor is typed over: the sentence keeps it', () => {
  const [one] = annotated('stopped')
  replace(one, 'stopped', 'ended')
  expect(lines(one)).toEqual(['It rained. [a:It ended.] Nobody came.'])
  replace(one, 'It ended.', 'X')
  expect(lines(one)).toEqual(['It rained. [a:X] Nobody came.'])
})

it('[EDT13] an annotation of a part of a sentence stays with that part, and goes with it', () => {
  for (const [by, after] of [
    ['ended', 'It rained. It [a:ended]. Nobody came.'],
    ['', 'It rained. It . Nobody came.'],
  ] as const) {
    const [one] = annotated('stopped')
    one.ydoc.getMap('annotations').set('a', new Y.Map([['sourcedText.scope', 'span']]))
    replace(one, 'stopped', by)
    expect(lines(one)).toEqual([after])
  }
})

it('[EDT13] retyping the first or the last character keeps it', () => {
  for (const [old, by] of [
    ['It st', 'it st'],
    ['pped.', 'pped!'],
  ] as const) {
    const [one] = annotated('It stopped.')
    replace(one, old, by)
    expect(lines(one)[0]).toMatch(/\[a:/)
  }
})

it('[EDT13] a sentence that is deleted leaves nothing behind, and gives its annotation to no other', () => {
  const [one] = annotated('It stopped.')
  replace(one, 'It stopped. ', '')
  expect(lines(one)).toEqual(['It rained. Nobody came.'])
})

it('[EDT13] words over several sentences, or several sentences in the place of one, take nothing over', () => {
  const [one] = annotated('It stopped.')
  replace(one, 'It rained. It stopped.', 'Nothing happened.')
  expect(lines(one)).toEqual(['Nothing happened. Nobody came.'])
  const [two] = annotated('It stopped.')
  replace(two, 'It stopped.', 'It went on. It stopped.')
  expect(lines(two)[0]).not.toContain('a:It went')
})

it('[EDT13] what others do puts nothing right here: only who types repairs', () => {
  const [one, two] = annotated('It stopped.')
  replace(one, 'It st', '')
  replace(two, 'opped.', '')
  meet([one, two])
  expect(lines(one)).toEqual(lines(two))
  expect(lines(one)).toEqual(['It rained.  Nobody came.'])
})

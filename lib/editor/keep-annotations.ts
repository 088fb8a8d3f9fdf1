import type { Node as PMNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import type { Boundary, TextBlock } from '#lib/domain/text/article-text.ts'
import { sentencesOfBlock } from '#lib/domain/text/sentences.ts'
import { type FlatBinding, isRemote } from './binding.ts'

/**
 * An annotation whose last words are typed over stays with its sentence: the new words carry it [EDT13]. It is then
 * `changed`, which somebody settles; without this it would be lost on a sentence that is still there. The one place where
 * annotations are put right.
 */
export function keepAnnotations(binding: FlatBinding): Plugin {
  return new Plugin({
    appendTransaction(trs, oldState, newState) {
      const local = trs.some((tr) => tr.docChanged && !isRemote(tr))
      return local ? repair(oldState.doc, newState, binding.doc) : null
    },
  })
}

function repair(old: PMNode, { doc, tr, schema }: EditorState, shared: Y.Doc): Transaction | null {
  const lang = languageOf(shared)
  const change = changeBetween(old, doc)
  if (!change || change.from === change.oldTo) return null
  const { $block, sentence } = sentenceAround(old, change, lang) ?? {}
  if (!$block || !sentence) return null
  const lost = annotationsIn(old, change.from, change.oldTo).filter(
    (id) => standsWithin(old, id, sentence) && !standsIn(doc, id),
  )
  if (!lost.length) return null
  // The sentence as it is now: what was left of it, and what came in the place of the rest.
  const area = trimmed(doc, sentence.from, sentence.to + change.newTo - change.oldTo, lang)
  if (!area) return null
  for (const id of lost) {
    const { from, to } = isOnPart(shared, id) ? { from: change.from, to: change.newTo } : area
    if (from < to) tr.addMark(from, to, schema.mark('annotation', { id }))
  }
  return tr.docChanged ? tr : null
}

/** Sentences are found by the language of the article. */
function languageOf(shared: Y.Doc): string {
  const lang = shared.getMap('meta').get('lang')
  return typeof lang === 'string' && lang ? lang : 'en'
}

/** One that was put on a part of a sentence belongs to that part alone. */
function isOnPart(shared: Y.Doc, id: string): boolean {
  const record = shared.getMap('annotations').get(id)
  return record instanceof Y.Map && record.get('sourcedText.scope') === 'span'
}

interface Range {
  readonly from: number
  readonly to: number
}

/** The stretch that differs, in positions of both documents; null when none does. */
function changeBetween(old: PMNode, now: PMNode) {
  const from = old.content.findDiffStart(now.content)
  const end = old.content.findDiffEnd(now.content)
  if (from === null || !end) return null
  // Equal characters on both sides of the change are counted by the one or by the other.
  const overlap = Math.max(0, from - Math.min(end.a, end.b))
  return { from, oldTo: end.a + overlap, newTo: end.b + overlap }
}

/** The sentence that the change lies in, as positions; null when it touches two, or white space only. */
function sentenceAround(
  doc: PMNode,
  { from, oldTo }: { from: number; oldTo: number },
  lang: string,
) {
  const $block = doc.resolve(from)
  if (!$block.depth || oldTo > $block.end()) return null
  const start = $block.start()
  const found = sentencesAt($block.parent, start, lang).find(
    (sentence) => from >= sentence.from && oldTo <= sentence.to,
  )
  return found ? { $block, sentence: found } : null
}

function sentencesAt(block: PMNode, start: number, lang: string): Range[] {
  const read = textBlockOf(block)
  // Embeds of unknown kinds take room in the editor and are no text: such a block is left alone.
  if (read.text.length !== block.content.size) return []
  return sentencesOfBlock(read, lang).map(({ from, to }) => ({
    from: start + from,
    to: start + to,
  }))
}

/** As much of the block as sentences rest on. */
function textBlockOf(block: PMNode): TextBlock {
  const boundaries: Boundary[] = []
  block.forEach(({ marks }, at) => {
    const kind = marks.find(({ type }) => type.name === 'boundary')?.attrs.kind
    if (kind) boundaries.push({ at, kind })
  })
  const plain = { formats: [], anchors: [], boundaries, role: 'paragraph' } as const
  return { type: 'text', id: '', text: block.textContent, ...plain }
}

/** The words in a range without the white space around them; null if there are none, or several sentences of them. */
function trimmed(doc: PMNode, from: number, to: number, lang: string): Range | null {
  const $from = doc.resolve(from)
  if (!$from.depth || to > $from.end()) return null
  const touched = sentencesAt($from.parent, $from.start(), lang).filter(
    (sentence) => sentence.from < to && sentence.to > from,
  )
  const [only] = touched
  if (!only || touched.length > 1) return null
  const area = { from: Math.max(from, only.from), to: Math.min(to, only.to) }
  return area.from < area.to ? area : null
}

function annotationsIn(doc: PMNode, from: number, to: number): readonly string[] {
  const ids = new Set<string>()
  doc.nodesBetween(from, to, ({ marks }) => {
    for (const { type, attrs } of marks) if (type.name === 'annotation') ids.add(attrs.id)
  })
  return [...ids]
}

/** True when the annotation stands on nothing else. */
function standsWithin(doc: PMNode, id: string, { from, to }: Range): boolean {
  return !standsIn(doc, id, 0, from) && !standsIn(doc, id, to, doc.content.size)
}

function standsIn(doc: PMNode, id: string, from = 0, to = doc.content.size): boolean {
  let stands = false
  if (to <= from) return false
  doc.nodesBetween(from, to, ({ marks }) => {
    stands ||= marks.some(({ type, attrs }) => type.name === 'annotation' && attrs.id === id)
    return !stands
  })
  return stands
}

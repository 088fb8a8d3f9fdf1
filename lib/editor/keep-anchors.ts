import type { Mark, Node as PMNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { type FlatBinding, isRemote } from './binding.ts'
import { isAnchor } from './formatting.ts'
import { languageOf, type Range, sentencesAt, trimmed } from './sentences-at.ts'
import { followTyping, type TypingOver, takeIn, typingOverKey } from './typing-over.ts'

/**
 * An annotation whose last words are typed over stays with its sentence: the new words carry it [EDT13]. It is then
 * `changed`, which somebody settles; without this it would be lost on a sentence that is still there. So it is with a
 * thread, on the words alone that took the place of its own. The one place where anchors are put right.
 */
export function keepAnchors(binding: FlatBinding): Plugin {
  return new Plugin<TypingOver | null>({
    key: typingOverKey,
    state: { init: () => null, apply: (tr, typing, _old, now) => followTyping(tr, typing, now) },
    appendTransaction(trs, oldState, newState) {
      const local = trs.some((tr) => tr.docChanged && !isRemote(tr))
      if (!local) return null
      const repaired = repair(oldState.doc, newState, binding.doc)
      // While an input method composes, its text must not be drawn anew with each letter.
      if (repaired || trs.some((tr) => tr.getMeta('composition') !== undefined)) return repaired
      const [before, now] = [oldState, newState].map((state) => typingOverKey.getState(state))
      return takeIn(before, newState, now, languageOf(binding.doc))
    },
  })
}

function repair(
  old: PMNode,
  { doc, tr, selection }: EditorState,
  shared: Y.Doc,
): Transaction | null {
  const lang = languageOf(shared)
  const change = changeBetween(old, doc)
  if (!change || change.from === change.oldTo) return null
  const { $block, sentence } = sentenceAround(old, change, lang) ?? {}
  if (!$block || !sentence) return null
  const lost = anchorsIn(old, change.from, change.oldTo).filter(
    (mark) => standsWithin(old, mark, sentence) && !standsIn(doc, mark),
  )
  if (!lost.length) return null
  // The sentence as it is now: what was left of it, and what came in the place of the rest.
  const area = trimmed(doc, sentence.from, sentence.to + change.newTo - change.oldTo, lang)
  if (!area) return null
  const typed = { from: change.from, to: change.newTo }
  for (const mark of lost) {
    const { from, to } = isOnPart(shared, mark) ? typed : area
    if (from < to) tr.addMark(from, to, mark)
  }
  const marks = lost.filter(isThread)
  if (marks.length && typed.from < typed.to && selection.empty && selection.head === typed.to)
    tr.setMeta(typingOverKey, { marks, from: typed.from, at: typed.to } satisfies TypingOver)
  return tr.docChanged ? tr : null
}

const isThread = ({ type }: Mark) => type.name === 'thread'

/** A thread, and an annotation that was put on a part of a sentence, belong to these words alone. */
function isOnPart(shared: Y.Doc, mark: Mark): boolean {
  if (isThread(mark)) return true
  const record = shared.getMap('annotations').get(mark.attrs.id)
  return record instanceof Y.Map && record.get('sourcedText.scope') === 'span'
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

function anchorsIn(doc: PMNode, from: number, to: number): readonly Mark[] {
  const found: Mark[] = []
  doc.nodesBetween(from, to, ({ marks }) => {
    for (const mark of marks) if (isAnchor(mark) && !mark.isInSet(found)) found.push(mark)
  })
  return found
}

/** True when the anchor stands on nothing else. */
function standsWithin(doc: PMNode, mark: Mark, { from, to }: Range): boolean {
  return !standsIn(doc, mark, 0, from) && !standsIn(doc, mark, to, doc.content.size)
}

function standsIn(doc: PMNode, mark: Mark, from = 0, to = doc.content.size): boolean {
  return from < to && doc.rangeHasMark(from, to, mark)
}

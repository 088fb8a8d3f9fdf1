import { Extension } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { DecorationSet, type EditorView } from '@tiptap/pm/view'
import { type BlockRange, watchBlocks } from './blocks-in-view.ts'
import { drawMark, type Numbered, type SentenceMark } from './draw-mark.ts'
import { takeInSelection } from './pending-selection.ts'
import { quickSet } from './quick-set.ts'

export type { SentenceMark } from './draw-mark.ts'

interface Shown {
  readonly set: DecorationSet
  /** The same, for the view. */
  readonly quick: DecorationSet
  /** The sentences of each block of the document; null where the block has changed since they were told. */
  readonly known: readonly (readonly Numbered[] | null)[]
  /** What is drawn on each block; null where that is to be drawn again. */
  readonly drawn: readonly (readonly Numbered[] | null)[]
  readonly near: BlockRange
}

const NOTHING: readonly Numbered[] = []
const marksKey = new PluginKey<Shown>('sentenceMarks')

/** Meta: the sentences, where they were told anew, and the blocks that are near enough to be seen. */
interface Told {
  readonly marks?: readonly SentenceMark[]
  readonly near?: BlockRange
}

/** Shows these sentences, in the order of the article. Only blocks whose sentences changed are drawn again [EDT11]. */
export function setSentenceMarks(view: EditorView, marks: readonly SentenceMark[]) {
  tell(view, { marks })
}

function tell(view: EditorView, told: Told) {
  takeInSelection(view)
  view.dispatch(view.state.tr.setMeta(marksKey, told).setMeta('addToHistory', false))
}

/**
 * Underlines and signs of the sentences, as decorations: they are no part of the text. Drawn are those near what is seen: with
 * each key the browser goes through all elements of the text, and a long article has tens of thousands of sentences.
 */
export const SentenceMarks = Extension.create({
  name: 'sentenceMarks',
  addProseMirrorPlugins() {
    const plugin: Plugin<Shown> = new Plugin<Shown>({
      key: marksKey,
      state: {
        init: (_, { doc }) => ({
          set: DecorationSet.empty,
          quick: DecorationSet.empty,
          known: doc.children.map(() => NOTHING),
          drawn: doc.children.map(() => NOTHING),
          near: { from: 0, to: AT_FIRST },
        }),
        apply(tr, shown) {
          const followed = tr.docChanged ? follow(tr, shown) : shown
          const told = tr.getMeta(marksKey) as Told | undefined
          if (!told) return followed
          const known = told.marks ? byBlock(tr.doc, told.marks) : followed.known
          return redraw(tr.doc, { ...followed, known, near: told.near ?? followed.near })
        },
      },
      props: { decorations: (state) => plugin.getState(state)?.quick },
      view: (view) =>
        watchBlocks(view, (near) => {
          if (!isWithin(near, plugin.getState(view.state)?.near))
            tell(view, { near: widened(near) })
        }),
    })
    return [plugin]
  },
})

/** Blocks that are drawn before anybody has looked at the page: a screen is filled, whatever its size. */
const AT_FIRST = 100
/** So many more on each side are drawn: scrolling has time. */
const MARGIN = 30

function widened({ from, to }: BlockRange): BlockRange {
  return { from: from - MARGIN, to: to + MARGIN }
}

function isWithin(inner: BlockRange, outer: BlockRange | undefined): boolean {
  return outer !== undefined && inner.from >= outer.from && inner.to <= outer.to
}

/** Carries what is drawn through a change of the text. */
function follow({ before, doc, mapping }: Transaction, shown: Shown): Shown {
  const shorter = Math.min(before.childCount, doc.childCount)
  let head = 0
  while (head < shorter && before.child(head) === doc.child(head)) head++
  let tail = 0
  const same = (k: number) => before.child(before.childCount - k) === doc.child(doc.childCount - k)
  while (tail < shorter - head && same(tail + 1)) tail++
  const changed = Array.from({ length: doc.childCount - head - tail }, () => null)
  const carried = <T>(blocks: readonly T[]) => [
    ...blocks.slice(0, head),
    ...changed,
    ...blocks.slice(blocks.length - tail),
  ]
  const set = shown.set.map(mapping, doc)
  return {
    ...{ set, quick: quickSet(set), near: shown.near },
    ...{ known: carried(shown.known), drawn: carried(shown.drawn) },
  }
}

function byBlock(doc: PMNode, marks: readonly SentenceMark[]): readonly (readonly Numbered[])[] {
  const blocks: Numbered[][] = doc.children.map(() => [])
  for (const [index, mark] of marks.entries()) blocks[mark.block]?.push({ ...mark, index })
  return blocks
}

/** Draws what is near and not drawn yet, and takes away what is far or otherwise now. */
function redraw(doc: PMNode, shown: Shown): Shown {
  let { set } = shown
  const drawn: (readonly Numbered[] | null)[] = []
  doc.forEach((node, pos, k) => {
    const was = shown.drawn[k] ?? null
    const isNear = k >= shown.near.from && k < shown.near.to
    const now = isNear ? (shown.known[k] ?? null) : NOTHING
    drawn.push(now ?? was)
    // Its sentences are about to be told.
    if (now === null || (was && sameMarks(was, now))) return
    const old = set.find(pos, pos + node.nodeSize)
    if (old.length) set = set.remove(old)
    if (now.length)
      set = set.add(
        doc,
        now.flatMap((mark) => drawMark(node, pos, mark)),
      )
  })
  return { ...shown, set, quick: quickSet(set), drawn }
}

/** The number too: it is written on the sentence, and counts over the whole article. */
function sameMarks(a: readonly Numbered[], b: readonly Numbered[]): boolean {
  return a === b || (a.length === b.length && a.every((mark, i) => sameMark(mark, b[i])))
}

function sameMark(a: Numbered, b: Numbered | undefined): boolean {
  const keys = ['index', 'from', 'to', 'display', 'active', 'glyph', 'noted', 'label'] as const
  return b !== undefined && keys.every((key) => a[key] === b[key]) && sameParts(a, b)
}

function sameParts({ parts: a = [] }: Numbered, { parts: b = [] }: Numbered): boolean {
  return (
    a.length === b.length && a.every(({ from, to }, i) => from === b[i]?.from && to === b[i]?.to)
  )
}

import { Extension } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { takeInSelection } from './pending-selection.ts'
import { posInBlock } from './places.ts'
import { quickSet } from './quick-set.ts'

/** How one sentence is shown. `from` and `to` are offsets into the block's text. */
export interface SentenceMark {
  /** Index of the block in the article. */
  readonly block: number
  readonly from: number
  readonly to: number
  readonly display: string
  readonly active: boolean
  /** The sign behind the sentence; null for none. */
  readonly glyph: string | null
  /** In words, for those who ask. */
  readonly label: string
}

/** A sentence with its number in the article. */
type Numbered = SentenceMark & { readonly index: number }

interface Shown {
  readonly set: DecorationSet
  /** The same, for the view. */
  readonly quick: DecorationSet
  /** What is drawn on each block of the document; null where the block has changed since. */
  readonly blocks: readonly (readonly Numbered[] | null)[]
}

const NOTHING: readonly Numbered[] = []
const marksKey = new PluginKey<Shown>('sentenceMarks')

/** Shows these sentences, in the order of the article. Only blocks whose sentences changed are drawn again [EDT11]. */
export function setSentenceMarks(view: EditorView, marks: readonly SentenceMark[]) {
  takeInSelection(view)
  view.dispatch(view.state.tr.setMeta(marksKey, marks).setMeta('addToHistory', false))
}

/** Underlines and signs of the sentences, as decorations: they are no part of the text. */
export const SentenceMarks = Extension.create({
  name: 'sentenceMarks',
  addProseMirrorPlugins() {
    const plugin: Plugin<Shown> = new Plugin<Shown>({
      key: marksKey,
      state: {
        init: (_, { doc }) => ({
          set: DecorationSet.empty,
          quick: DecorationSet.empty,
          blocks: doc.children.map(() => NOTHING),
        }),
        apply(tr, shown) {
          const followed = tr.docChanged ? follow(tr, shown) : shown
          const marks = tr.getMeta(marksKey) as readonly SentenceMark[] | undefined
          return marks ? redraw(tr.doc, followed, marks) : followed
        },
      },
      props: { decorations: (state) => plugin.getState(state)?.quick },
    })
    return [plugin]
  },
})

/** Carries what is drawn through a change of the text. */
function follow({ before, doc, mapping }: Transaction, { set, blocks }: Shown): Shown {
  const shorter = Math.min(before.childCount, doc.childCount)
  let head = 0
  while (head < shorter && before.child(head) === doc.child(head)) head++
  let tail = 0
  const same = (k: number) => before.child(before.childCount - k) === doc.child(doc.childCount - k)
  while (tail < shorter - head && same(tail + 1)) tail++
  const changed = Array.from({ length: doc.childCount - head - tail }, () => null)
  const mapped = set.map(mapping, doc)
  return {
    ...{ set: mapped, quick: quickSet(mapped) },
    blocks: [...blocks.slice(0, head), ...changed, ...blocks.slice(blocks.length - tail)],
  }
}

function redraw(doc: PMNode, shown: Shown, marks: readonly SentenceMark[]): Shown {
  const wanted = new Map<number, Numbered[]>()
  for (const [index, mark] of marks.entries()) {
    const list = wanted.get(mark.block)
    if (list) list.push({ ...mark, index })
    else wanted.set(mark.block, [{ ...mark, index }])
  }
  let { set } = shown
  const blocks: (readonly Numbered[])[] = []
  doc.forEach((node, pos, k) => {
    const drawn = shown.blocks[k] ?? null
    const now = wanted.get(k) ?? NOTHING
    blocks.push(now)
    if (drawn && sameMarks(drawn, now)) return
    const old = set.find(pos, pos + node.nodeSize)
    if (old.length) set = set.remove(old)
    if (now.length)
      set = set.add(
        doc,
        now.flatMap((mark) => draw(node, pos, mark)),
      )
  })
  return { set, quick: quickSet(set), blocks }
}

/** The number too: it is written on the sentence, and counts over the whole article. */
function sameMarks(a: readonly Numbered[], b: readonly Numbered[]): boolean {
  return a.length === b.length && a.every((mark, i) => sameMark(mark, b[i]))
}

function sameMark(a: Numbered, b: Numbered | undefined): boolean {
  const keys = ['index', 'from', 'to', 'display', 'active', 'glyph', 'label'] as const
  return b !== undefined && keys.every((key) => a[key] === b[key])
}

function draw(block: PMNode, pos: number, mark: Numbered): Decoration[] {
  const { from, to, display, active, glyph, label, index } = mark
  if (from >= to || to > block.textContent.length) return []
  const at = (offset: number) => pos + 1 + posInBlock(block, offset)
  const sentence = Decoration.inline(at(from), at(to), {
    class: active ? `s s-${display} s-active` : `s s-${display}`,
    'data-s': String(index),
    'data-label': label,
  })
  if (glyph === null) return [sentence]
  const last = to - lastGrapheme(block.textContent.slice(from, to)).length
  return [
    sentence,
    Decoration.inline(at(last), at(to), {
      class: 's-glyph',
      'data-g': display,
      'data-glyph': glyph,
    }),
  ]
}

const graphemes = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter() : null

/** The last character as people see it: the sign hangs on the whole of it. */
function lastGrapheme(text: string): string {
  // Long enough for every joined emoji; a cut through a pair at its start does not matter for the end.
  const end = text.slice(-40)
  const last = graphemes ? [...graphemes.segment(end)].at(-1)?.segment : [...end].at(-1)
  return last ?? ''
}

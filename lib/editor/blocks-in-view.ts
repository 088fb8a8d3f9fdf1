import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Blocks of the document by their numbers, from one up to, and without, another. */
export interface BlockRange {
  readonly from: number
  readonly to: number
}

/**
 * Tells which blocks are on the screen, whenever that may have changed: after scrolling, after a change of size, and when
 * blocks came or went. At most once a frame, and never while a key is handled.
 */
export function watchBlocks(view: EditorView, tell: (blocks: BlockRange) => void) {
  let frame = 0
  const look = () => {
    frame = 0
    if (!view.isDestroyed) tell(blocksInView(view))
  }
  const later = () => {
    frame ||= requestAnimationFrame(look)
  }
  const page = view.dom.ownerDocument
  const shape = typeof ResizeObserver === 'function' ? new ResizeObserver(later) : null
  shape?.observe(view.dom)
  // Whatever scrolls: the page, or a part of it.
  page.addEventListener('scroll', later, { capture: true, passive: true })
  later()
  return {
    update(_: EditorView, before: EditorState) {
      if (before.doc.childCount !== view.state.doc.childCount) later()
    },
    destroy() {
      cancelAnimationFrame(frame)
      shape?.disconnect()
      page.removeEventListener('scroll', later, { capture: true })
    },
  }
}

/** All of them where nothing has a place: in a page that is not shown. */
function blocksInView({ dom, state }: EditorView): BlockRange {
  const count = state.doc.childCount
  const { height } = dom.getBoundingClientRect()
  if (!height) return { from: 0, to: count }
  const bottomOf = (k: number) => dom.children[k]?.getBoundingClientRect().bottom ?? 0
  const screen = dom.ownerDocument.documentElement.clientHeight
  const from = firstBlock(count, (k) => bottomOf(k) > 0)
  return { from, to: Math.min(count, firstBlock(count, (k) => bottomOf(k) > screen) + 1) }
}

/** Blocks stand one below the other: the first for which something holds, found by halving. */
function firstBlock(count: number, holds: (k: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

import type { CDPSession, Page } from '@playwright/test'

/** What has the focus, as the browser tells it to those who listen, and what is wrong with it for those who look. */
export interface Focus {
  readonly role: string
  readonly name: string
  /** Why somebody with a keyboard alone would not know where they are; empty: they do. */
  readonly wrong: readonly string[]
}

/** Tells a document in which a key was pressed from one that was just loaded, where the focus is at its beginning. */
export function markDocument(): void {
  document.documentElement.dataset.walked = ''
}

/** A link within a page moves where the next key goes on from, though nothing there has to take the focus. */
export function unmarkDocument(): void {
  delete document.documentElement.dataset.walked
}

/** Reads what has the focus in the page. */
export async function focusOf(page: Page, devtools: CDPSession): Promise<Focus> {
  const { wrong, html, labels, isFresh } = await page.evaluate(lookAtFocus)
  if (isFresh) return { role: 'document', name: '', wrong: [] }
  const { role, name } = await heard(devtools)
  const unnamed = name.trim() ? [] : ['it has no name']
  const lacking = labels.find((label) => !wordsOf(name).includes(wordsOf(label)))
  const misnamed = lacking ? [`its name “${name}” lacks what is written on it: “${lacking}”`] : []
  const all = [...wrong, ...unnamed, ...misnamed]
  return { role, name, wrong: all.map((each) => (html ? `${each}: ${html}` : each)) }
}

/** ` so many words `: signs are drawn that are not read out, but two words are never one. */
const wordsOf = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** Role and name as the browser computes them. */
async function heard(devtools: CDPSession): Promise<{ role: string; name: string }> {
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: 'document.activeElement',
  })
  if (!result.objectId) return { role: '', name: '' }
  const { nodes } = await devtools.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId,
    fetchRelatives: false,
  })
  const [node] = nodes
  return { role: String(node?.role?.value ?? ''), name: String(node?.name?.value ?? '') }
}

/** Runs in the page, so that all it needs stands inside. */
function lookAtFocus() {
  const CONTROLS = ['menuitem', 'menuitemradio', 'option', 'tab', 'radio', 'checkbox', 'switch']
  const UNREAD = '[aria-hidden=true], kbd, .vh, svg, select, input, textarea'
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === document.body) {
    const isFresh = document.documentElement.dataset.walked === undefined
    return { wrong: ['nothing has the focus'], html: '', labels: [], isFresh }
  }
  const isMoving = document
    .getAnimations()
    .some(({ playState, effect }) => playState === 'running' && effect?.getTiming().duration)
  const wrong = [
    ...behindDialog(focused),
    ...outOfSight(focused),
    ...unmarked(focused),
    ...(isMoving ? ['something moves, though less motion was asked for'] : []),
  ]
  const html = focused.outerHTML.slice(0, 160)
  return { wrong, html, labels: written(focused), isFresh: false }

  /** While a dialog asks, the rest of the page does not. */
  function behindDialog(at: HTMLElement): string[] {
    const dialogs = document.querySelectorAll('[role=dialog][aria-modal], .scrim [role=dialog]')
    const top = [...dialogs].at(-1)
    const above = '[role=listbox], [role=menu], .toast'
    return top && !top.contains(at) && !at.closest(above) ? ['it is behind a dialog'] : []
  }

  function outOfSight(at: HTMLElement): string[] {
    const { x, y, where } = placeOf(at)
    const hits = document.elementFromPoint(x, y)
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight || !hits)
      return [`${where} is out of view at ${Math.round(x)}, ${Math.round(y)}`]
    return [at, ...labelsOf(at)].some((each) => each.contains(hits))
      ? []
      : [`${where} is covered by ${hits.outerHTML.slice(0, 120)}`]
  }

  /** Where one looks: at the caret in a text, else at the middle of what fits on the screen of it. */
  function placeOf(at: HTMLElement): { x: number; y: number; where: string } {
    const selection = getSelection()
    if (at.isContentEditable && selection?.rangeCount) {
      const range = selection.getRangeAt(0).cloneRange()
      range.collapse(false)
      const [caret] = range.getClientRects()
      // An empty line has no rectangle of its own.
      const line = range.endContainer
      const block = line instanceof HTMLElement ? line : line.parentElement
      const box = caret ?? block?.getBoundingClientRect()
      if (box) return { x: box.left + 1, y: (box.top + box.bottom) / 2, where: 'its caret' }
    }
    const boxes = [...at.getClientRects()].filter(({ width, height }) => width && height)
    const box = boxes[0] ?? at.getBoundingClientRect()
    const isTall = box.height > innerHeight / 2
    const [top, bottom] = isTall
      ? [Math.max(0, box.top), Math.min(innerHeight, box.bottom)]
      : [box.top, box.bottom]
    return { x: (box.left + box.right) / 2, y: (top + bottom) / 2, where: 'its middle' }
  }

  /** A ring round it, on itself or on what stands for it; in a text, the caret is enough. */
  function unmarked(at: HTMLElement): string[] {
    if (at.isContentEditable) return []
    const hasShadow = getComputedStyle(at).boxShadow !== 'none'
    // A box that is drawn round a bare field has the ring for it.
    const box = at.matches('input') ? at.parentElement : null
    const isMarked = hasShadow || [at, ...labelsOf(at), box].some((each) => each && isRinged(each))
    return isMarked ? [] : ['nothing shows that it has the focus']
  }

  function isRinged(element: Element): boolean {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
    const isDrawn = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
    return isDrawn && !/, 0\)$/.test(outlineColor)
  }

  function labelsOf(at: HTMLElement): readonly HTMLElement[] {
    return 'labels' in at && at.labels instanceof NodeList
      ? [...(at.labels as NodeListOf<HTMLElement>)]
      : []
  }

  /** What is to be read on a control, or on the label of a field: each piece, as it stands apart from the others. */
  function written(at: HTMLElement): readonly string[] {
    const [label] = labelsOf(at)
    if (label) return piecesOf(label)
    const role = at.getAttribute('role') ?? ''
    const isControl = at.matches('a[href], button, summary') || CONTROLS.includes(role)
    return isControl ? piecesOf(at) : []
  }

  /** Keys are told beside the name, and what is no text is not read out. */
  function piecesOf(element: Element): readonly string[] {
    if (element.matches(UNREAD) || !element.checkVisibility({ visibilityProperty: true })) return []
    return [...element.childNodes].flatMap((node) => {
      if (node instanceof Element) return piecesOf(node)
      return node instanceof Text && node.data.trim() ? [node.data] : []
    })
  }
}

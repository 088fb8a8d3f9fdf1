/** Only what of a DOM is needed, so that any of them will do. */
interface Node {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly firstChild: Node | null
  readonly nextSibling: Node | null
  readonly parentNode: Node | null
  getAttribute?(name: string): string | null
}

/** Nobody reads what stands in these. */
const SILENT = new Set(
  'TITLE SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH HEAD IFRAME OBJECT CANVAS AUDIO VIDEO SELECT TEXTAREA BUTTON'.split(
    ' ',
  ),
)

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
)

/** The text as it is read, a line for each block. */
export function textOf(root: Node): string {
  return walk(root).text
}

/** The text, and how deep the tree is nested. It goes along the tree, not down a stack: any depth will do. */
export function walk(root: Node): { readonly text: string; readonly depth: number } {
  const lines: string[] = []
  let open = ''
  let depth = 0
  let deepest = 0
  const close = () => {
    const line = open.replace(/\s+/gu, ' ').trim()
    if (line) lines.push(line)
    open = ''
  }
  let node: Node | null = root
  while (node) {
    const name = node.nodeName.toUpperCase()
    const isElement = node.nodeType === 1
    if (node.nodeType === 3) open += node.textContent ?? ''
    if (isElement && BLOCKS.has(name)) close()
    const isDown: boolean = node.nodeType !== 3 && !isHidden(node, name) && node.firstChild !== null
    if (isDown) {
      depth += 1
      deepest = Math.max(deepest, depth)
      node = node.firstChild
    } else {
      const next = onward(node, root, close)
      depth -= next?.up ?? 0
      node = next?.node ?? null
    }
  }
  close()
  return { text: lines.join('\n'), depth: deepest }
}

/** The next node behind this one, closing the blocks that end. */
function onward(from: Node, root: Node, close: () => void) {
  let node: Node | null = from
  let up = 0
  while (node && node !== root) {
    if (node.nodeType === 1 && BLOCKS.has(node.nodeName.toUpperCase())) close()
    if (node.nextSibling) return { node: node.nextSibling, up }
    node = node.parentNode
    up += 1
  }
  return null
}

function isHidden(node: Node, name: string): boolean {
  if (node.nodeType !== 1) return node.nodeType !== 9 && node.nodeType !== 11
  if (SILENT.has(name)) return true
  return node.getAttribute?.('hidden') != null || node.getAttribute?.('aria-hidden') === 'true'
}

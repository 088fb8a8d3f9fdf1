import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { Role } from './article-text.ts'
import { cleanText } from './clean.ts'
import { safeHref } from './safe-href.ts'
import type { NewId, SeedBlock, SeedRun } from './seed.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element
type Format = Omit<SeedRun, 'text'>

/** Elements whose content is no text of the article. */
const DROPPED = new Set(
  'script style template noscript iframe object embed head title meta link svg math audio video canvas form button input select textarea nav'.split(
    ' ',
  ),
)

/** A map, and no object: pages name elements as they like, `constructor` too. */
const ROLE_OF: ReadonlyMap<string, Role> = new Map([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'subhead'] as const),
  ['blockquote', 'quote'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
])

/** Elements that begin and end a block. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)

/** Reads HTML as text with roles, bold, italic and links; nothing else comes in, nothing is run [IMP3]. */
export function blocksFromHtml(html: string, newId: NewId): readonly SeedBlock[] {
  return readHtml(parse(cleanText(html)).childNodes, newId).blocks
}

/** The place where an element stood that was not read. */
export interface HtmlMark {
  readonly element: Element
  readonly block: number
  readonly at: number
}

/** Reads nodes that are parsed already. Of each element in `aside` only the place is read, if it is to be marked. */
export function readHtml(
  nodes: readonly Node[],
  newId: NewId,
  aside: ReadonlyMap<Element, 'mark' | 'drop'> = new Map(),
): { readonly blocks: readonly SeedBlock[]; readonly marks: readonly HtmlMark[] } {
  const reader = new Reader(newId, aside)
  for (const node of nodes) reader.read(node)
  return { blocks: reader.finish(), marks: reader.marks }
}

interface Step {
  /** Null: the end of an element. */
  readonly node: Node | null
  readonly tagName?: string
  readonly role: Role
  readonly format: Format
}

class Reader {
  readonly marks: HtmlMark[] = []
  readonly #newId: NewId
  readonly #aside: ReadonlyMap<Element, 'mark' | 'drop'>
  readonly #blocks: SeedBlock[] = []
  /** Those of this block. */
  #marks: HtmlMark[] = []
  #runs: SeedRun[] = []
  #role: Role = 'paragraph'

  constructor(newId: NewId, aside: ReadonlyMap<Element, 'mark' | 'drop'>) {
    this.#newId = newId
    this.#aside = aside
  }

  finish(): readonly SeedBlock[] {
    this.#close()
    return this.#blocks
  }

  /** Without recursion: a page may be nested deeper than the stack of calls is. */
  read(root: Node) {
    const open: Step[] = [{ node: root, role: 'paragraph', format: {} }]
    for (let step = open.pop(); step; step = open.pop()) {
      const { node, role, format } = step
      if (node === null) this.#leave(step)
      else if (node.nodeName === '#text') {
        this.#add((node as DefaultTreeAdapterTypes.TextNode).value, role, format)
      } else if ('tagName' in node && !DROPPED.has(node.tagName) && !isHidden(node)) {
        const aside = this.#aside.get(node)
        if (aside === 'mark') this.#mark(node)
        if (!aside) for (const inner of this.#enter(node, role, format).reverse()) open.push(inner)
      }
    }
  }

  /** What is to be read of an element: its children, and its end. */
  #enter(element: Element, role: Role, format: Format): Step[] {
    const { tagName } = element
    if (tagName === 'br') {
      this.#add(' ', role, format)
      return []
    }
    const own = roleOf(element, role, this.#blocks.length === 0)
    if (BLOCKS.has(tagName)) this.#close()
    const inner = formatOf(element, format)
    const children = element.childNodes.map((node) => ({ node, role: own, format: inner }))
    return [...children, { node: null, tagName, role: own, format }]
  }

  #leave({ tagName = '', role, format }: Step) {
    if (BLOCKS.has(tagName)) this.#close()
    else if (tagName === 'td' || tagName === 'th') this.#add(' ', role, format)
  }

  #add(text: string, role: Role, format: Format) {
    const last = this.#runs.at(-1)
    const space = !last || last.text.endsWith(' ')
    // Again: a reference such as &#1; is a control character only now.
    const words = cleanText(text)
      .replace(/[\s\u00A0]+/gu, ' ')
      .replace(space ? /^ / : /(?!)/u, '')
    if (!words) return
    if (!last) this.#role = role
    this.#runs.push({ text: words, ...format })
  }

  #mark(element: Element) {
    this.#marks.push({ element, block: this.#blocks.length, at: lengthOf(this.#runs) })
  }

  #close() {
    const last = this.#runs.at(-1)
    if (last) this.#runs[this.#runs.length - 1] = { ...last, text: last.text.trimEnd() }
    const runs = this.#runs.filter(({ text }) => text)
    if (runs.length) {
      this.#blocks.push({ id: this.#newId(), role: this.#role, runs })
      const length = lengthOf(runs)
      for (const mark of this.#marks) this.marks.push({ ...mark, at: Math.min(mark.at, length) })
    }
    this.#runs = []
    this.#marks = []
  }
}

function lengthOf(runs: readonly SeedRun[]): number {
  return runs.reduce((length, { text }) => length + text.length, 0)
}

function roleOf({ tagName, parentNode }: Element, outer: Role, first: boolean): Role {
  if (tagName === 'h1' && first) return 'headline'
  if (tagName === 'li')
    return parentNode && 'tagName' in parentNode && parentNode.tagName === 'ol'
      ? 'numbered'
      : 'bullet'
  return ROLE_OF.get(tagName) ?? outer
}

function formatOf(element: Element, outer: Format): Format {
  const { tagName } = element
  const style = attribute(element, 'style')
  const href = tagName === 'a' ? safeHref(attribute(element, 'href')) : null
  const weight = /font-weight:\s*(bold|normal|\d+)/i.exec(style)?.[1]?.toLowerCase()
  const light = weight === 'normal' || Number(weight) < 600
  const bold =
    ((tagName === 'b' || tagName === 'strong') && !light) ||
    weight === 'bold' ||
    Number(weight) >= 600
  const italic = tagName === 'i' || tagName === 'em' || /font-style:\s*italic/i.test(style)
  return { ...outer, ...(bold && { bold }), ...(italic && { italic }), ...(href && { link: href }) }
}

function isHidden(element: Element): boolean {
  const style = attribute(element, 'style')
  return (
    element.attrs.some(({ name }) => name === 'hidden') ||
    /display:\s*none|visibility:\s*hidden/i.test(style)
  )
}

function attribute(element: Element, wanted: string): string {
  return element.attrs.find(({ name }) => name === wanted)?.value ?? ''
}

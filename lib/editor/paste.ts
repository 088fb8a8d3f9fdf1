import type { Role } from '#lib/domain/text/article-text.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'

/**
 * Makes clean paragraphs of HTML from word processors and web pages [EDT7]. Only words, roles, emphasis and links come
 * through. The page is parsed apart from the document, so nothing in it runs or is fetched.
 */
export function cleanPastedHtml(html: string, article: { readonly hasHeadline: boolean }): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const writer = new BlockWriter(article.hasHeadline)
  visit(body, { ...PLAIN }, writer)
  return writer.finish()
}

/** What cannot stand in the shared text, or shows nothing and gets in the way of searching and counting. */
export function cleanText(text: string): string {
  return text.replace(/[\0\u00AD\u200B\u2060\uFEFF]/g, '').toWellFormed()
}

interface Style {
  readonly bold: boolean
  readonly italic: boolean
  readonly href: string | null
  /** The role of the block that surrounds the text. */
  readonly role: Role
  readonly list: 'bullet' | 'numbered'
  readonly keepSpace: boolean
}

const PLAIN: Style = {
  bold: false,
  italic: false,
  href: null,
  role: 'paragraph',
  list: 'bullet',
  keepSpace: false,
}

const words = (list: string) => new Set(list.split(' '))

const DROPPED = words(
  'script style head meta link title template noscript iframe object embed svg math img picture video audio canvas ' +
    'input button select textarea map area',
)
const BLOCKS = words(
  'p div section article header footer main aside nav address center fieldset form ul ol dl dt dd hr table thead ' +
    'tbody tfoot caption figure details summary hgroup',
)

/** Collects runs of text into blocks, and writes them as the HTML of our own schema. */
class BlockWriter {
  private readonly out: string[] = []
  private html = ''
  private role: Role = 'paragraph'
  private breaks = 0
  private headline: boolean

  constructor(hasHeadline: boolean) {
    this.headline = !hasHeadline
  }

  /** Begins a block; nothing is written for one that stays empty. */
  begin(role: Role) {
    const inner = this.html.replace(/^(?:\s|&nbsp;)+|(?:\s|&nbsp;)+$/g, '')
    if (inner) this.out.push(`<p data-role="${this.role}">${inner}</p>`)
    this.html = ''
    this.breaks = 0
    this.role = role
  }

  /** The role for a heading: one headline for an article, and only at the start of what is pasted. */
  headingRole(level: number): Role {
    this.begin('paragraph')
    const first = this.headline && !this.out.length
    this.headline = false
    return level === 1 && first ? 'headline' : 'subhead'
  }

  /** A line break: one is a space, two are a new block. */
  lineBreak() {
    this.breaks++
    if (this.breaks > 1) this.begin(this.role)
    else this.html += ' '
  }

  write(text: string, style: Style) {
    if (!text.trim() && (!this.html || /\s$/.test(this.html))) return
    if (text.trim()) this.breaks = 0
    let html = escapeHtml(text)
    if (style.italic) html = `<em>${html}</em>`
    if (style.bold) html = `<strong>${html}</strong>`
    if (style.href) html = `<a href="${escapeHtml(style.href)}">${html}</a>`
    this.html += html
  }

  finish(): string {
    this.begin('paragraph')
    return this.out.join('')
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00A0': '&nbsp;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"\u00A0]/g, (char) => ESCAPES[char] ?? char)
}

function visit(parent: Element, style: Style, writer: BlockWriter) {
  for (const node of parent.childNodes) {
    if (node.nodeType === 3) writeText(node.textContent ?? '', style, writer)
    else if (node.nodeType === 1) visitElement(node as HTMLElement, style, writer)
  }
}

function writeText(raw: string, style: Style, writer: BlockWriter) {
  const text = cleanText(raw)
  if (!style.keepSpace) return writer.write(text.replace(/[ \t\n\r\f]+/g, ' '), style)
  for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
    if (i) writer.begin(style.role)
    writer.write(line.replace(/\t/g, ' '), style)
  }
}

function visitElement(element: HTMLElement, outer: Style, writer: BlockWriter) {
  const tag = element.localName
  const css = element.getAttribute('style')?.toLowerCase().replace(/\s+/g, '') ?? ''
  if (DROPPED.has(tag) || isHidden(element, css)) return
  if (tag === 'br') return writer.lineBreak()
  if (tag === 'tr') return visitRow(element, outer, writer)
  if (css.includes('mso-spacerun:yes')) return writer.write(' ', outer)
  const role = roleOf(element, css, outer, writer)
  const style = styleOf(element, css, role ? { ...outer, role } : outer)
  if (role) writer.begin(role)
  visit(element, style, writer)
  if (role) writer.begin(outer.role)
}

function isHidden(element: Element, css: string): boolean {
  return (
    element.hasAttribute('hidden') ||
    /display:none|visibility:hidden|mso-hide:all|mso-list:ignore/.test(css) ||
    css.includes('mso-element:comment')
  )
}

/** The role of the block that an element opens; null if it opens none. */
function roleOf(element: Element, css: string, outer: Style, writer: BlockWriter): Role | null {
  const tag = element.localName
  const heading = /^h([1-6])$/.exec(tag)
  if (heading) return writer.headingRole(Number(heading[1]))
  const word = wordRole(element, css, writer)
  if (word) return word
  if (tag === 'blockquote') return 'quote'
  if (tag === 'figcaption') return 'caption'
  if (tag === 'li') return outer.list
  if (tag === 'pre') return outer.role
  return BLOCKS.has(tag) ? outer.role : null
}

/** Word writes lists, titles and quotations as paragraphs with a class. */
function wordRole(element: Element, css: string, writer: BlockWriter): Role | null {
  const name = element.getAttribute('class') ?? ''
  if (/\bMsoTitle\b/.test(name)) return writer.headingRole(1)
  if (/\bMso(?:Intense)?Quote\b/.test(name)) return 'quote'
  if (element.localName !== 'p' || !/mso-list:(?!none|ignore)\S*level/.test(css)) return null
  const sign = element.querySelector('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]')
  return /^[\s(]*(?:\d+|[a-z]{1,4})[.)]/i.test(sign?.textContent ?? '') ? 'numbered' : 'bullet'
}

function styleOf(element: HTMLElement, css: string, outer: Style): Style {
  const tag = element.localName
  const weight = /(?:^|;)font-weight:(\w+)/.exec(css)?.[1]
  const slant = /(?:^|;)font-style:(\w+)/.exec(css)?.[1]
  const strong = tag === 'b' || tag === 'strong'
  const emphatic = tag === 'em' || tag === 'i' || tag === 'cite'
  // Headings are heavy by themselves; that is no emphasis of the writer's.
  const heading = outer.role === 'headline' || outer.role === 'subhead'
  const list = tag === 'ol' ? 'numbered' : tag === 'ul' ? 'bullet' : outer.list
  return {
    role: outer.role,
    list,
    bold: !heading && (weight ? isHeavy(weight) : outer.bold || strong),
    italic: slant ? slant !== 'normal' : outer.italic || emphatic,
    href: tag === 'a' ? safeHref(element.getAttribute('href') ?? '') : outer.href,
    keepSpace: outer.keepSpace || tag === 'pre' || /white-space:pre(?:;|$)/.test(css),
  }
}

const isHeavy = (weight: string) => /^bold/.test(weight) || Number(weight) >= 600

/** A row of a table is a paragraph: its cells, one behind the other. */
function visitRow(row: HTMLElement, style: Style, writer: BlockWriter) {
  const cells = [...row.children].filter(({ textContent }) => textContent?.trim())
  writer.begin(style.role)
  for (const [i, cell] of cells.entries()) {
    if (i) writer.write(' | ', style)
    const text = cleanText(cell.textContent ?? '').replace(/\s+/g, ' ')
    writer.write(text.trim(), style)
  }
  writer.begin(style.role)
}

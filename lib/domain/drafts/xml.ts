import { SaxesParser } from 'saxes'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { refuse } from './unzip.ts'

/** An element under the prefix that its namespace has here, whatever the document calls it. */
export interface Xml {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Xml | string)[]
}

/** Deeper than any table in a table; what reads the tree may call itself so often. */
const DEEPEST = 400
const SLICE = 64 * 1024

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Namespaces that are read; those of the strict form are the same by other names. */
const PREFIX: ReadonlyMap<string, string> = new Map([
  [WORD, 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  [RELATION, 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
])

class Refused extends Error {}

/**
 * Reads XML that knows no document type and no entities of its own: what declares one is refused, so that nothing is
 * expanded and nothing is fetched [IMP8]. `take` is given each element that ends; what it takes is not kept in the tree.
 */
export function parseXml(
  bytes: Uint8Array,
  take: (element: Xml, parent: Xml) => boolean = () => false,
): Result<Xml> {
  const text = decode(bytes)
  if (text === null) return refuse('is damaged or not whole')
  const root: Xml = { name: '', attributes: {}, children: [] }
  try {
    new TreeParser(root, take).parse(text)
  } catch (error) {
    if (error instanceof Refused) return refuse(error.message)
    throw error
  }
  const first = root.children.find((child) => typeof child !== 'string')
  return first ? ok(first as Xml) : refuse('is damaged or not whole')
}

class TreeParser {
  readonly #open: Xml[]
  readonly #take: (element: Xml, parent: Xml) => boolean

  constructor(root: Xml, take: (element: Xml, parent: Xml) => boolean) {
    this.#open = [root]
    this.#take = take
  }

  parse(text: string) {
    const parser = new SaxesParser({ xmlns: true, position: false })
    parser.on('error', () => {
      throw new Refused('is damaged or not whole')
    })
    parser.on('doctype', () => {
      throw new Refused('declares a document type, which no document needs')
    })
    parser.on('opentag', (tag) => {
      if (this.#open.length > DEEPEST) throw new Refused('is nested too deeply')
      const attributes: Record<string, string> = {}
      for (const { uri, local, value } of Object.values(tag.attributes))
        attributes[nameOf(uri, local)] = value
      this.#open.push({ name: nameOf(tag.uri, tag.local), attributes, children: [] })
    })
    parser.on('closetag', () => this.#close())
    const add = (words: string) => this.#open.at(-1)?.children.push(words)
    parser.on('text', add)
    parser.on('cdata', add)
    for (let at = 0; at < text.length; at += SLICE) parser.write(text.slice(at, at + SLICE))
    parser.close()
  }

  #close() {
    const element = this.#open.pop()
    const parent = this.#open.at(-1)
    if (element && parent && !this.#take(element, parent)) parent.children.push(element)
  }
}

function nameOf(uri: string, local: string): string {
  if (!uri) return local
  return `${PREFIX.get(uri) ?? '?'}:${local}`
}

function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return null
  }
}

export function elementsOf(element: Xml | undefined): readonly Xml[] {
  return (element?.children ?? []).filter((child): child is Xml => typeof child !== 'string')
}

export function childOf(element: Xml | undefined, name: string): Xml | undefined {
  return elementsOf(element).find((child) => child.name === name)
}

/** The value of a setting: of its child `name` the attribute `w:val`. */
export function settingOf(element: Xml | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val']
}

/** True for `<w:b/>`, false for `<w:b w:val="0"/>`, undefined where nothing is said. */
export function switchOf(element: Xml | undefined, name: string): boolean | undefined {
  const found = childOf(element, name)
  return found && !/^(0|false|off|none)$/i.test(found.attributes['w:val'] ?? '')
}

export function wordsOf(element: Xml): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : wordsOf(child)))
    .join('')
}

/** Everything of that name inside, in order. */
export function allOf(element: Xml, name: string): readonly Xml[] {
  return elementsOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...allOf(child, name),
  ])
}

import { type DefaultTreeAdapterMap, parse } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** A parsed page as tests ask it: what a browser makes of the bytes, not what we meant. */
export interface Markup {
  readonly tag: string
  readonly attribute: (name: string) => string | undefined
  readonly has: (name: string) => boolean
  readonly names: () => readonly string[]
  /** Text inside, without that of elements called `without`. */
  readonly text: (options?: { readonly without?: string }) => string
  /** Elements inside, in order. */
  readonly every: () => readonly Markup[]
  readonly all: (tag: string) => readonly Markup[]
  /** Throws unless exactly one element inside has the id. */
  readonly byId: (id: string) => Markup
}

export function markupOf(html: string): Markup {
  return wrapped(parse(html))
}

function wrapped(node: Node): Markup {
  const attributes = 'attrs' in node ? node.attrs : []
  const every = () => elementsIn(node).map(wrapped)
  return {
    tag: node.nodeName,
    attribute: (name) => attributes.find((attribute) => attribute.name === name)?.value,
    has: (name) => attributes.some((attribute) => attribute.name === name),
    names: () => attributes.map(({ name }) => name),
    text: ({ without } = {}) => textOf(node, without),
    every,
    all: (tag) => every().filter((element) => element.tag === tag),
    byId: (id) => {
      const [found, ...more] = every().filter((element) => element.attribute('id') === id)
      if (!found || more.length)
        throw new Error(`${more.length ? 'Several elements' : 'No element'} with id ${id}`)
      return found
    },
  }
}

function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : []
}

function elementsIn(node: Node): readonly Element[] {
  return childrenOf(node).flatMap((child) =>
    'tagName' in child ? [child, ...elementsIn(child)] : [],
  )
}

function textOf(node: Node, without?: string): string {
  if (node.nodeName === without) return ''
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return childrenOf(node)
    .map((child) => textOf(child, without))
    .join('')
}

import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { cleanText } from '#lib/domain/text/clean.ts'
import { type HtmlMark, readHtml } from '#lib/domain/text/import-html.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import type { NewId } from '#lib/domain/text/seed.ts'
import {
  type ImportedDraft,
  type ImportedNote,
  inOrder,
  type NoteKind,
  type NoteRun,
  reportOf,
} from './draft.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element
type ParentNode = DefaultTreeAdapterTypes.ParentNode

/** Names of notes as word processors write them into pages: Google Docs, LibreOffice, Word, and what makes pages of Markdown. */
const KINDS: readonly (readonly [RegExp, NoteKind])[] = [
  [/^(ftnt\d+|sdfootnote\d+sym|_ftn\d+|fn:?\d+|footnote-?\d+)$/i, 'footnote'],
  [/^(edn\d+|sdendnote\d+sym|_edn\d+|endnote-?\d+)$/i, 'endnote'],
  [/^(cmnt\d+|_msocom_\d+)$/i, 'comment'],
]

/** A note and its mark lie no deeper in what belongs to them. */
const NEAR = 8

/** A mark in the text, and the note that it leads to. */
interface Pair {
  readonly kind: NoteKind
  readonly mark: Element
  readonly note: Element
}

/**
 * Reads a page from a word processor: what leads to a note and is led back to from there is no text, but a note where
 * its mark stands [IMP9]. Any other page comes in as it always did.
 */
export function importHtml(html: string, newId: NewId): ImportedDraft {
  const { childNodes } = parse(cleanText(html))
  const elements = elementsIn(childNodes)
  const pairs = pairsOf(elements)
  const bodies = bodiesOf(pairs, elements)
  const aside = new Map<Element, 'mark' | 'drop'>()
  for (const body of bodies.values()) aside.set(body, 'drop')
  for (const { mark } of pairs) aside.set(mark, 'mark')
  const { blocks: read, marks } = readHtml(childNodes, newId, aside)
  const blocks = read.map((block) => ({ ...block, runs: block.runs.map(direct) }))
  const placed = new Map(marks.map((mark) => [mark.element, mark]))
  const all = new Set(bodies.values())
  const notes = inOrder(
    pairs.flatMap((pair) => noteOf(pair, bodies.get(pair.note) ?? pair.note, all, placed)),
  )
  return { blocks, notes, pictures: [], report: reportOf(blocks, notes) }
}

/** In their order; what lies in a closed one is left out. */
function elementsIn(
  nodes: readonly Node[],
  isClosed: (element: Element) => boolean = () => false,
): readonly Element[] {
  const found: Element[] = []
  const open = nodes.toReversed()
  for (let node = open.pop(); node; node = open.pop()) {
    if (!('tagName' in node)) continue
    found.push(node)
    if (!isClosed(node)) for (const child of node.childNodes.toReversed()) open.push(child)
  }
  return found
}

/** Only what leads there and back is a note: a link to a heading named like one is a link. */
function pairsOf(elements: readonly Element[]): readonly Pair[] {
  const named = new Map<string, Element>()
  for (const element of elements)
    for (const name of [attribute(element, 'id'), attribute(element, 'name')])
      if (name && !named.has(name)) named.set(name, element)
  const leads = elements.flatMap((element) => {
    const href = attribute(element, 'href')
    return element.tagName === 'a' && href.includes('#')
      ? [{ element, target: named.get(href.slice(href.lastIndexOf('#') + 1)) }]
      : []
  })
  const back = Map.groupBy(leads, ({ target }) => target)
  const seen = new Set<Element>()
  return leads.flatMap(({ element: mark, target: note }) => {
    const kind = note && kindOf(note)
    if (!note || !kind || seen.has(note)) return []
    const around = new Set(ancestors(mark))
    const isLedBack = [...around].some((one) =>
      back.get(one)?.some(({ element }) => nearOf(element, note)),
    )
    if (!isLedBack) return []
    seen.add(note)
    return [{ kind, mark, note }]
  })
}

function kindOf(note: Element): NoteKind | undefined {
  const names = [attribute(note, 'id'), attribute(note, 'name')]
  return KINDS.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1]
}

/** An element with what it stands in, near by. */
function ancestors(element: Element): readonly Element[] {
  const found = [element]
  for (let next = element.parentNode; next && 'tagName' in next && found.length < NEAR; ) {
    found.push(next)
    next = next.parentNode
  }
  return found
}

function nearOf(back: Element, note: Element): boolean {
  return ancestors(back).some((one) => ancestors(note).slice(0, 4).includes(one))
}

/** Of each note the largest element near by that holds no mark and no other note; else its own, without those of others. */
function bodiesOf(
  pairs: readonly Pair[],
  elements: readonly Element[],
): ReadonlyMap<Element, Element> {
  const counts = new Map<ParentNode, number>()
  const count = (one: ParentNode, more: number) => counts.set(one, (counts.get(one) ?? 0) + more)
  for (const { mark, note } of pairs) for (const one of [mark, note]) count(one, 1)
  // From the last: what lies in an element is counted before it.
  for (const one of elements.toReversed())
    if (one.parentNode) count(one.parentNode, counts.get(one) ?? 0)
  return new Map(
    pairs.map(({ note }) => {
      const own = ancestors(note).filter(
        (one) => counts.get(one) === 1 && one.tagName !== 'body' && one.tagName !== 'html',
      )
      return [note, own.at(-1) ?? note]
    }),
  )
}

function noteOf(
  { kind, mark, note }: Pair,
  body: Element,
  bodies: ReadonlySet<Element>,
  placed: ReadonlyMap<Element, HtmlMark>,
): readonly ImportedNote[] {
  const isOther = (one: Element) => one !== body && bodies.has(one)
  const isWay = (one: Element) =>
    one.tagName === 'a' && (one === note || attribute(one, 'href').startsWith('#'))
  // The way back, and the number that the page gives it, are no words of the note; nor are other notes in it.
  const others = elementsIn([body], isOther).filter((one) => isOther(one) || isWay(one))
  const aside = new Map(others.map((one) => [one, 'drop' as const]))
  const runs: NoteRun[] = readHtml([body], () => '', aside)
    .blocks.flatMap((block, at) => [...(at ? [{ text: ' ' }] : []), ...block.runs])
    .map(({ text, link }) => direct({ text, ...(link && { link }) }))
  if (!runs.length) return []
  const place = placed.get(mark)
  const at = place ? { block: place.block, from: place.at, to: place.at } : null
  return [{ kind, runs, author: '', date: '', place: at }]
}

/** Google Docs leads every link of a page over an address of its own. */
function direct<T extends NoteRun>(run: T): T {
  const url = run.link === undefined ? null : new URL(run.link)
  const isDetour = url?.hostname === 'www.google.com' && url.pathname === '/url'
  const link = isDetour ? safeHref(url.searchParams.get('q') ?? '') : null
  return link ? { ...run, link } : run
}

function attribute(element: Element, wanted: string): string {
  return element.attrs.find(({ name }) => name === wanted)?.value ?? ''
}

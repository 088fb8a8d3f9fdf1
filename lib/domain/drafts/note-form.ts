import type { Locator, LocatorLabel, Relation } from '#lib/domain/sourcing/annotation.ts'
import { normaliseWords } from '#lib/domain/text/normalise.ts'
import { safeHref, withoutEnd, withoutLogin } from '#lib/domain/text/safe-href.ts'
import type { NoteRun } from './draft.ts'

/** One use of a source, as a note says it. */
export interface Cited {
  readonly name: string
  readonly url: string | null
  readonly relation: Relation
  readonly locator: Locator | null
  readonly quote: string
}

const PREFIX: Readonly<Record<Relation, string>> = {
  supports: '',
  contradicts: 'Contradicts: ',
  context: 'Context: ',
}

/** Begins a note that says no source, but what readers are told. */
export const PUBLIC_NOTE = 'Note to readers: '

/** How locators are written in notes, and read: the label, then its value. */
const LOCATORS: readonly (readonly [LocatorLabel, write: string, read: RegExp])[] = [
  ['page', 'p. ', /(?:pp?\.|pages?)\s*([\divxlc]+(?:\s?[–-]\s?[\divxlc]+)?)$/i],
  ['paragraph', 'para. ', /para(?:\.|graph)?\s*(\d[\w.–-]*)$/i],
  ['section', 'section ', /(?:section|sec\.|§)\s*(\d[\w.–-]*)$/i],
  ['timestamp', 'at ', /(?:at|from)\s+(\d{1,2}(?::\d\d){1,2})$/i],
  ['cell', 'cell ', /cells?\s+([A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?)$/i],
]

const ADDRESS = /https?:\/\/[^\s<>“”"]+/gu
/** What stands behind an address is not part of it. */
const BEHIND = /[.,;:!?)\]'’]/u
const PASSAGE = /:\s*[“"„«]([^“”"«»]{4,})[”"“»]$/u
const START = /^[\s,;:.–—-]+/u
const END = /[\s,;:.(–—-]/u
const LEAD = /^(?:see also|see|source|sources|via|cf\.|and|also)(?:[:\s]+|$)/iu

/** A longer name is cut: the registry takes no longer one. */
const LONGEST_NAME = 300
const LONGEST_ADDRESS = 2_000
const LONGEST_LOCATOR = 400

/** A citation as a note says it [FMT13]. Reading it back gives the same citation. */
export function noteOf({ name, url, relation, locator, quote }: Cited): readonly NoteRun[] {
  const href = url === null ? null : safeHref(url)
  const said = [
    href && name === nameOfAddress(href) ? '' : name,
    locator ? `${LOCATORS.find(([label]) => label === locator.label)?.[1]}${locator.value}` : '',
  ]
  const words = said.filter(Boolean).join(', ') + (quote ? `: “${quote}”` : '')
  const start = PREFIX[relation] + words
  if (href)
    return [...(start ? [{ text: words ? `${start}, ` : start }] : []), { text: href, link: href }]
  return [{ text: /[.!?…”"]$/u.test(start) ? start : `${start}.` }]
}

/** The words of a note, with the citations in them. */
export interface ReadNote {
  readonly words: string
  readonly cited: readonly Cited[]
  /** What the note tells readers instead of a source. */
  readonly publicNote: string
  /** False where the note says more than its citations do. */
  readonly isExact: boolean
}

/** Reads the note of a document as citations: one for each address in it, or one for all its words [EVI11]. */
export function readNote(runs: readonly NoteRun[]): ReadNote {
  const words = wordsIn(runs)
  if (words.startsWith(PUBLIC_NOTE.trim())) {
    const publicNote = words.slice(PUBLIC_NOTE.length).trim()
    return { words, cited: [], publicNote, isExact: true }
  }
  const relation = relationOf(words)
  const pieces = piecesOf(runs, PREFIX[relation].trim())
  const cited = pieces.map((piece) => citedIn(piece, relation)).filter(({ name }) => name)
  const [first] = cited
  // Linked words say their address without showing it.
  const forms = first ? [first, { ...first, url: null }] : []
  const isExact = cited.length === 1 && forms.some((one) => isSame(wordsIn(noteOf(one)), words))
  return { words, cited, publicNote: '', isExact }
}

/** The links of a comment. Its words are for the newsroom: they never become the name of a source [EVI11]. */
export function linksIn(runs: readonly NoteRun[]): readonly Cited[] {
  return split(runs).flatMap(({ text, link }) => {
    if (!link) return []
    const name = isAddress(text) ? nameOfAddress(link) : cut(text.trim())
    return [{ name, url: link, relation: 'supports', locator: null, quote: '' } as const]
  })
}

export function wordsIn(runs: readonly NoteRun[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
}

interface Piece {
  readonly words: string
  readonly url: string | null
}

/** One piece for each address: the words before it, and after the last one those behind it. */
function piecesOf(runs: readonly NoteRun[], prefix: string): readonly Piece[] {
  const pieces: Piece[] = []
  let words = ''
  for (const { text, link } of split(runs)) {
    if (!link || !isAddress(text)) words += text
    if (link) {
      pieces.push({ words, url: link })
      words = ''
    }
  }
  const last = pieces.pop()
  const rest = [...pieces, { words: (last?.words ?? '') + words, url: last?.url ?? null }]
  return rest.map((piece, at) =>
    at === 0 && prefix ? { ...piece, words: piece.words.replace(prefix, '') } : piece,
  )
}

/** Runs in which every address is a link. A link that no source may have is words, and none takes a password along [SRC6]. */
function split(runs: readonly NoteRun[]): readonly NoteRun[] {
  return runs.flatMap(({ text, link }) => {
    if (link && /^https?:/.test(link) && link.length <= LONGEST_ADDRESS)
      return [{ text, link: withoutLogin(link) }]
    const parts: NoteRun[] = []
    let at = 0
    for (const { 0: found, index } of text.matchAll(ADDRESS)) {
      const address = withoutEnd(found, BEHIND)
      const href = address.length > LONGEST_ADDRESS ? null : safeHref(address)
      if (!href) continue
      parts.push({ text: text.slice(at, index) }, { text: address, link: withoutLogin(href) })
      at = index + address.length
    }
    return [...parts, { text: text.slice(at) }].filter((part) => part.text)
  })
}

function citedIn({ words, url }: Piece, relation: Relation): Cited {
  let rest = withoutEdges(words.replace(/\s+/gu, ' '))
  let quote = ''
  let locator: Locator | null = null
  const passage = PASSAGE.exec(rest)
  if (passage) {
    quote = passage[1] ?? ''
    rest = withoutEdges(rest.slice(0, passage.index))
  }
  for (const [label, , pattern] of LOCATORS) {
    // Only near the end: each beginning of a locator is followed to the end.
    const start = Math.max(0, rest.length - LONGEST_LOCATOR)
    const found: RegExpExecArray | null = locator ? null : pattern.exec(rest.slice(start))
    const before = rest.slice(0, start + (found?.index ?? 0))
    const isWord = found && /^[\s,;:.(]?$/u.test(before.slice(-1))
    if (!found || !isWord || (!url && !before)) continue
    locator = { label, value: (found[1] ?? '').replace(/\s/gu, '') }
    rest = withoutEdges(before)
  }
  const name = withoutEdges(rest.replace(LEAD, '')) || (url ? nameOfAddress(url) : '')
  return { name: cut(name), url, relation, locator, quote }
}

function withoutEdges(words: string): string {
  return withoutEnd(words.replace(START, ''), END)
}

/** What a page is called that nobody has named. */
function nameOfAddress(href: string): string {
  const { host, pathname, search } = new URL(href)
  const path = pathname === '/' ? '' : pathname
  return cut(host.replace(/^www\./, '') + path + search)
}

function relationOf(words: string): Relation {
  const isSaid = (relation: Relation) =>
    PREFIX[relation] && words.startsWith(PREFIX[relation].trim())
  return isSaid('contradicts') ? 'contradicts' : isSaid('context') ? 'context' : 'supports'
}

function isAddress(text: string): boolean {
  return /^\s*(https?:\/\/|www\.)\S+\s*$/iu.test(text)
}

function cut(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…`.toWellFormed() : name
}

/** The same words but for a full stop at the end. */
function isSame(one: string, other: string): boolean {
  return normaliseWords(one).replace(/\.$/u, '') === normaliseWords(other).replace(/\.$/u, '')
}

import { isFileHash } from '#lib/domain/shared/file-store.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import type {
  Anchor,
  Block,
  Boundary,
  FormatRange,
  Role,
  TextBlock,
  ThreadAnchor,
} from './article-text.ts'
import { ROLES } from './article-text.ts'
import { type Attributes, anchorOf, isProposed, isSet } from './flat-text.ts'
import { ProposalList } from './proposal-spans.ts'
import type { FlatBlock } from './read-flat.ts'

/**
 * The block as readers see it: known roles and formats only, links through the allow-list [TXT3, TXT4], without what is
 * proposed [SUG1].
 */
export function readBlock(block: FlatBlock, entry: Readonly<Record<string, unknown>>): Block {
  if (block.opening?.kind === 'figure') {
    return { type: 'figure', id: block.opening.id, ...figureOf(entry) }
  }
  const draft: Draft = { formats: [], anchors: [], threads: [], boundaries: [], last: new Map() }
  const proposals = new ProposalList()
  let text = ''
  for (const run of block.runs) {
    const isWords = typeof run.insert === 'string'
    const isIn = isWords && !isProposed(run.attributes)
    const range = { from: text.length, to: text.length + (isIn ? run.insert.length : 0) }
    proposals.read(run, range)
    if (!isIn) continue
    text += run.insert
    readAttributes(run.attributes, range, draft)
  }
  const role = (ROLES as readonly unknown[]).includes(entry.role)
    ? (entry.role as Role)
    : 'paragraph'
  const id = block.opening?.id ?? ''
  return {
    type: 'text',
    id,
    role,
    text,
    ...sorted(draft),
    proposals: proposals.spans,
  } satisfies TextBlock
}

/** What an entry says of its figure. Any client may have written it: what cannot name a picture or a source is none [FIG4]. */
export function figureOf({ alt, picture, credit }: Readonly<Record<string, unknown>>) {
  return {
    alt: stringOf(alt),
    picture: isFileHash(picture) ? picture : null,
    credit: isId(credit) ? credit : null,
  }
}

interface Span {
  readonly from: number
  readonly to: number
}

interface Draft {
  readonly formats: FormatRange[]
  readonly anchors: Anchor[]
  readonly threads: ThreadAnchor[]
  readonly boundaries: (Span & { readonly kind: Boundary['kind'] })[]
  /** Where in its list the last range of each kind stands: a block may have thousands. */
  readonly last: Map<string, number>
}

/** How characters are cut into runs, and the order of their keys, differ between replicas: neither may show. */
function readAttributes(attributes: Attributes, range: Span, draft: Draft) {
  for (const [key, value] of Object.entries(attributes)) {
    if (!isSet(value)) continue
    const anchor = anchorOf(key)
    if (anchor?.kind === 'annotation') {
      extend(draft.anchors, { annotationId: anchor.id, ...range }, draft.last, key)
    } else if (anchor?.kind === 'thread') {
      extend(draft.threads, { threadId: anchor.id, ...range }, draft.last, key)
    } else if (key === 'boundary') {
      if (value !== 'join' && value !== 'split') continue
      extend(draft.boundaries, { ...range, kind: value }, draft.last, value)
    } else readFormat(key, value, range, draft)
  }
}

function readFormat(key: string, value: unknown, range: Span, { formats, last }: Draft) {
  if (key === 'bold' || key === 'italic') {
    extend(formats, { ...range, kind: key }, last, key)
  } else if (key === 'link') {
    const href = typeof value === 'string' ? safeHref(value) : null
    if (href) extend(formats, { ...range, kind: 'link', href }, last, `link ${href}`)
  }
}

/** Adds a range, or lengthens the one of the same kind that ends where it begins. */
function extend<T extends Span>(ranges: T[], next: T, last: Map<string, number>, kind: string) {
  const at = last.get(kind) ?? -1
  const before = ranges[at]
  if (before?.to === next.from) ranges[at] = { ...before, to: next.to }
  else last.set(kind, ranges.push(next) - 1)
}

function sorted({ formats, anchors, threads, boundaries }: Draft) {
  return {
    formats: formats.sort((a, b) => a.from - b.from || order(a.kind, b.kind)),
    anchors: anchors.sort((a, b) => a.from - b.from || order(a.annotationId, b.annotationId)),
    threads: threads.sort((a, b) => a.from - b.from || order(a.threadId, b.threadId)),
    boundaries: boundaries.map(({ from, kind }) => ({ at: from, kind })),
  }
}

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b))

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

import * as Y from 'yjs'
import { proposingClient, SAID_BY } from '#lib/domain/text/acceptance.ts'
import { annotationKey, proposalId, proposalKey } from '#lib/domain/text/flat-text.ts'
import type { SeedBlock, SeedRun } from '#lib/domain/text/seed.ts'
import { type SuggestedPiece, seedSuggestions } from '#lib/domain/text/seed-suggestions.ts'
import { updateOf } from './edit-document.ts'
import type { Collab, SeedAnnotation } from './ports.ts'

/** A first text as an update. */
export const seedUpdate: Collab['seed'] = (blocks, meta, annotations, personId) => {
  const clients: number[] = []
  const update = updateOf(null, (doc) => {
    seedDocument(doc, blocks, meta, annotations)
    clients.push(...suggest(doc, blocks, personId))
  })
  return { update: update ?? new Uint8Array([0, 0]), clients }
}

/** Writes a whole text into an empty document, with the annotations that it begins with, in one transaction. */
export function seedDocument(
  doc: Y.Doc,
  blocks: readonly SeedBlock[],
  meta: Readonly<Record<string, string>>,
  annotations: readonly SeedAnnotation[] = [],
): void {
  const anchored = Map.groupBy(annotations, ({ span }) => span?.blockIndex ?? null)
  doc.transact(() => {
    const entries = doc.getMap('blocks')
    const ops: { insert: object | string; attributes: Piece['attributes'] }[] = []
    for (const [index, block] of blocks.entries()) {
      const kind = block.alt === undefined ? 'block' : 'figure'
      ops.push({ insert: { [kind]: block.id }, attributes: {} })
      entries.set(block.id, entryOf(block))
      const held = block.runs.filter(({ suggested }) => suggested !== 'insertion')
      for (const { text, attributes } of piecesOf(held, anchored.get(index) ?? []))
        if (text) ops.push({ insert: text, attributes })
    }
    // At once: each insertion of its own would look for its place from the start.
    doc.getText('text').applyDelta(ops)
    for (const [key, value] of Object.entries(meta)) doc.getMap('meta').set(key, value)
    for (const { id, record } of annotations) {
      const said = Object.entries(record).filter(([, value]) => value !== null)
      doc.getMap('annotations').set(id, new Y.Map(said))
    }
  })
}

/** Makes suggestions of what the blocks say is one. The client ids that they are made with. */
function suggest(doc: Y.Doc, blocks: readonly SeedBlock[], personId: string): number[] {
  const { pieces, by } = seedSuggestions(blocks)
  const clients = by.map(() => proposingClient(Math.random()))
  for (const piece of pieces) {
    const { suggestion } = piece
    suggestPiece(doc, piece, personId, clients[suggestion] ?? 0, by[suggestion] ?? '')
  }
  return clients
}

function suggestPiece(
  doc: Y.Doc,
  piece: SuggestedPiece,
  personId: string,
  client: number,
  by: string,
) {
  const { at, length, insert, change } = piece
  const id = proposalId(personId, client)
  const proposals = doc.getMap('proposals')
  const text = doc.getText('text')
  const own = doc.clientID
  doc.clientID = client
  if (!proposals.has(id)) proposals.set(id, new Y.Map(by ? [[SAID_BY, by]] : []))
  if (insert?.opens) {
    text.insertEmbed(at, { block: insert.opens.id }, {})
    doc.getMap('blocks').set(insert.opens.id, new Y.Map([['role', insert.opens.role]]))
  } else if (insert) text.insert(at, insert.text, formatOf(insert))
  else if (change) text.format(at, length, { [proposalKey('change', id)]: change })
  else text.format(at, length, { [proposalKey('deletion', id)]: true })
  doc.clientID = own
}

const formatOf = ({ bold, italic, link }: SeedRun) => ({
  ...(bold && { bold }),
  ...(italic && { italic }),
  ...(link && { link }),
})

function entryOf({ role, alt, picture }: SeedBlock): Y.Map<string> {
  if (alt === undefined) return new Y.Map([['role', role]])
  return new Y.Map(Object.entries({ alt, ...(picture !== undefined && { picture }) }))
}

interface Piece {
  readonly text: string
  readonly attributes: Record<string, true | string | null>
}

/** Runs, cut where an annotation begins or ends: anchored as they are written, because formatting later costs the whole text. */
function piecesOf(runs: readonly SeedRun[], annotations: readonly SeedAnnotation[]): Piece[] {
  const edges = annotations.flatMap(({ span }) => (span ? [span.from, span.to] : []))
  const pieces: Piece[] = []
  let start = 0
  for (const run of runs) {
    const end = start + run.text.length
    const inside = edges.filter((edge) => edge > start && edge < end)
    const cuts = [...new Set([start, ...inside, end])].sort((a, b) => a - b)
    for (const [at, from] of cuts.slice(0, -1).entries()) {
      const to = cuts[at + 1] ?? end
      const text = run.text.slice(from - start, to - start)
      pieces.push({ text, attributes: attributesOf(run, annotations, from) })
    }
    start = end
  }
  return pieces
}

function attributesOf(
  { bold, italic, link }: SeedRun,
  annotations: readonly SeedAnnotation[],
  at: number,
): Piece['attributes'] {
  const over = annotations.filter(({ span }) => span && span.from <= at && span.to > at)
  // Every key is named: an insertion takes over the formatting on its left otherwise.
  return {
    ...{ bold: bold || null, italic: italic || null, link: link ?? null },
    ...Object.fromEntries(annotations.map(({ id }) => [annotationKey(id), null])),
    ...Object.fromEntries(over.map(({ id }) => [annotationKey(id), true as const])),
  }
}

import * as Y from 'yjs'
import { acceptKey, clientOf, readSaidBy, SAID_BY } from '#lib/domain/text/acceptance.ts'
import { type DeltaOp, proposalOf } from '#lib/domain/text/flat-text.ts'
import { type ProposalVerdict, settle } from '#lib/domain/text/proposals.ts'
import type { FlatBlock } from '#lib/domain/text/read-flat.ts'
import { partsOf, proposedItems } from './read-proposed.ts'

/**
 * Accepts or rejects proposals, all in one transaction [SUG3]. `flat` is the text as it stands: what their authors write on
 * meanwhile stays proposed.
 */
export function settleProposals(
  doc: Y.Doc,
  flat: readonly FlatBlock[],
  isChosen: (id: string) => boolean,
  verdict: ProposalVerdict,
  origin?: unknown,
): void {
  const { delta, roles } = settle(flat, isChosen, verdict)
  if (!delta.length) return
  doc.transact(() => {
    // Before characters go: those that come in are named by what there is now.
    if (verdict === 'accept') acceptCharacters(doc, isChosen)
    doc.getText('text').applyDelta(delta.map(written), { sanitize: false })
    const blocks = doc.getMap('blocks')
    for (const { id, role } of roles) {
      const entry = blocks.get(id)
      if (entry instanceof Y.Map) entry.set('role', role)
      else blocks.set(id, new Y.Map([['role', role]]))
    }
  }, origin)
}

/** What comes in by a proposal is no formatting. */
function written(op: DeltaOp): DeltaOp {
  const entries = Object.entries(op.attributes ?? {})
  const kept = entries.filter(([key]) => proposalOf(key)?.kind !== 'insertion')
  const { attributes: _, ...bare } = op
  return kept.length ? { ...bare, attributes: Object.fromEntries(kept) } : bare
}

function acceptCharacters(doc: Y.Doc, isChosen: (id: string) => boolean) {
  const accepted = proposedItems(doc).now
  for (const [id, entry] of doc.getMap('proposals')) {
    if (!(entry instanceof Y.Map) || !isChosen(id)) continue
    for (const [from, to] of openRanges(doc, clientOf(id), accepted)) entry.set(acceptKey(from), to)
  }
}

/** Clocks of the characters of a client that stand in the text and are not accepted yet. */
function openRanges(
  doc: Y.Doc,
  client: number,
  accepted: ReturnType<typeof proposedItems>['now'],
): [number, number][] {
  const ranges: [number, number][] = []
  for (const struct of doc.store.clients.get(client) ?? []) {
    if (!(struct instanceof Y.Item) || struct.deleted || struct.parent !== doc.getText('text'))
      continue
    for (const { at, length, proposal } of struct.countable ? partsOf(struct, accepted) : []) {
      const from = struct.id.clock + at
      const last = ranges.at(-1)
      if (proposal === null) continue
      if (last?.[1] === from) last[1] = from + length
      else ranges.push([from, from + length])
    }
  }
  return ranges
}

/** Whom the document that brought a proposal names for it; empty: nobody. Whoever brought it proposes it [IMP11]. */
export function saidByOf(doc: Y.Doc, id: string): string {
  const entry = doc.getMap('proposals').get(id)
  return entry instanceof Y.Map ? readSaidBy(entry.get(SAID_BY)) : ''
}

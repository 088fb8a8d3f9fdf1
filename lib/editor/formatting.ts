import { Mark, type Schema } from '@tiptap/pm/model'
import {
  ANCHOR_KINDS,
  type AnchorKind,
  type Attributes,
  anchorKey,
  anchorOf,
  isSet,
  PROPOSAL_KINDS,
  type ProposalKind,
  proposalKey,
  proposalOf,
} from '#lib/domain/text/flat-text.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'

/** How formatting keys of the shared text and marks of an editor correspond. */

const isAnchorKind = (name: string): name is AnchorKind =>
  (ANCHOR_KINDS as readonly string[]).includes(name)

/** True for what stands under a key of its own: annotations and threads. */
export const isAnchor = (mark: Mark) => isAnchorKind(mark.type.name)

const isProposalKind = (name: string): name is ProposalKind =>
  (PROPOSAL_KINDS as readonly string[]).includes(name)

/** True for what somebody proposes: each under a key of its own, too. */
export const isProposal = (mark: Mark) => isProposalKind(mark.type.name)

/** True for formatting that an editor of this schema shows. It never touches any other [EDT9]. */
export function isShown({ marks }: Schema, key: string): boolean {
  const own = anchorOf(key) ?? proposalOf(key)
  if (own) return own.kind in marks
  return key in marks && !isAnchorKind(key) && !isProposalKind(key)
}

/** The value that the editor shows for a formatting key, or null: the same rule as in `readBlock`. */
function shownValue(schema: Schema, key: string, value: unknown): true | string | null {
  if (!isSet(value) || !isShown(schema, key)) return null
  if (proposalOf(key)?.kind === 'change') return typeof value === 'string' ? value : null
  if (key === 'link') return typeof value === 'string' ? safeHref(value) : null
  if (key === 'boundary') return value === 'join' || value === 'split' ? value : null
  return true
}

export function shownAttributes(schema: Schema, attributes: Attributes): Attributes {
  const shown: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(attributes)) {
    const seen = shownValue(schema, key, value)
    if (seen !== null) shown[key] = seen
  }
  return shown
}

/** What is proposed, of the formatting of an opening. */
export function proposedOf(attrs: Attributes): Attributes | null {
  const entries = Object.entries(attrs).filter(([key, value]) => proposalOf(key) && isSet(value))
  return entries.length ? Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) : null
}

/** Marks that show these formatting keys. */
export function marksOf(schema: Schema, attrs: Attributes): readonly Mark[] {
  return Mark.setFrom(
    Object.entries(attrs).flatMap(([key, value]) => markOf(schema, key, value) ?? []),
  )
}

export function markOf(schema: Schema, key: string, value: unknown): Mark | null {
  const shown = shownValue(schema, key, value)
  if (shown === null) return null
  if (key === 'link') return schema.mark('link', { href: shown })
  if (key === 'boundary') return schema.mark('boundary', { kind: shown })
  const proposal = proposalOf(key)
  if (proposal?.kind === 'change') return schema.mark('change', { id: proposal.id, value: shown })
  const own = anchorOf(key) ?? proposal
  return own ? schema.mark(own.kind, { id: own.id }) : schema.mark(key)
}

/** The formatting key and value that a mark stands for. */
export function formatOf(mark: Mark): readonly [key: string, value: unknown] {
  const { name } = mark.type
  if (isAnchorKind(name)) return [anchorKey(name, mark.attrs.id), true]
  if (isProposalKind(name)) return [proposalKey(name, mark.attrs.id), mark.attrs.value ?? true]
  switch (name) {
    case 'boundary':
      return ['boundary', mark.attrs.kind]
    case 'link':
      return ['link', mark.attrs.href]
    default:
      return [name, true]
  }
}

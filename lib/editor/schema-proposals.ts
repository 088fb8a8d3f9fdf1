import { Mark, Node } from '@tiptap/core'
import type { Attributes } from '#lib/domain/text/flat-text.ts'
import { PROPOSAL_KINDS, type ProposalKind, proposalOf } from '#lib/domain/text/flat-text.ts'

/** The elements that say what a proposal is, with roles written out: some readers of the screen know only these. */
const ELEMENTS: Readonly<Record<ProposalKind, readonly [tag: string, role: string]>> = {
  insertion: ['ins', 'insertion'],
  deletion: ['del', 'deletion'],
  change: ['span', 'mark'],
}

/** Several people may propose about one character: none of these excludes another. What is typed beside it is no part of it. */
const proposalMark = (kind: ProposalKind) =>
  Mark.create({
    name: kind,
    inclusive: false,
    excludes: '',
    addAttributes: () => ({
      id: { default: '', rendered: false },
      ...(kind === 'change' && { value: { default: '', rendered: false } }),
    }),
    // Only our own copies have these: what comes from elsewhere is cleaned before it is read.
    parseHTML: () => [
      {
        tag: `[data-proposal][data-kind=${kind}]`,
        getAttrs: ({ dataset }) => ({ id: dataset.proposal ?? '', value: dataset.change ?? '' }),
      },
    ],
    renderHTML({ mark: { attrs } }) {
      const [tag, role] = ELEMENTS[kind]
      const change = kind === 'change' && { 'data-change': attrs.value }
      return [tag, { role, 'data-proposal': attrs.id, 'data-kind': kind, ...change }, 0]
    },
  })

/** The opening of a paragraph that somebody proposes: a sign, and the line ends there. It is no block yet [SUG1]. */
const Split = Node.create({
  name: 'split',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({
    id: { default: '', rendered: false },
    role: { default: 'paragraph', rendered: false },
  }),
  renderHTML: () => ['span', { class: 'split', 'data-split': '', contenteditable: 'false' }],
})

export const proposalExtensions = [Split, ...PROPOSAL_KINDS.map(proposalMark)]

/** How a block shows what is proposed about its opening. */
export function proposedAttributes(proposed: Attributes | null): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {}
  for (const [key, value] of Object.entries(proposed ?? {})) {
    const proposal = proposalOf(key)
    if (!proposal) continue
    attributes['data-proposal'] = proposal.id
    if (proposal.kind === 'deletion') attributes['data-joins'] = ''
    else if (proposal.kind === 'change') attributes['data-becomes'] = String(value).slice(5)
  }
  return attributes
}

import type { ProposalSpan } from './article-text.ts'
import { isSet, type ProposalKind, proposalOf } from './flat-text.ts'
import type { FlatRun } from './read-flat.ts'

interface Span {
  readonly from: number
  readonly to: number
}

/** Collects what is proposed about a block, run by run. Neighbours of one proposal are one span. */
export class ProposalList {
  readonly spans: ProposalSpan[] = []
  /** Where in the list the last span of each key stands. */
  readonly #last = new Map<string, number>()

  /** `span`: where the run stands in the block's text; empty for what is not in it. */
  read({ insert, attributes }: FlatRun, span: Span): void {
    const keys = Object.keys(attributes).filter((key) => proposalOf(key) && isSet(attributes[key]))
    // In which order they were put on differs between replicas: it may not show.
    for (const key of keys.length > 1 ? keys.sort() : keys) {
      const proposal = proposalOf(key)
      const value = attributes[key]
      const words = typeof insert === 'string' ? insert : '\n'
      if (proposal?.kind === 'change') {
        if (typeof value === 'string') this.#add(key, { ...proposal, ...span, text: value })
      } else if (proposal) this.#add(key, { ...proposal, ...span, text: words })
    }
  }

  #add(key: string, next: ProposalSpan) {
    const at = this.#last.get(key) ?? -1
    const before = this.spans[at]
    if (before?.to !== next.from || !joins(before, next)) {
      this.#last.set(key, this.spans.push(next) - 1)
      return
    }
    const text = next.kind === 'change' ? next.text : before.text + next.text
    this.spans[at] = { ...before, to: next.to, text }
  }
}

const joins = (one: ProposalSpan, next: ProposalSpan) =>
  next.kind !== ('change' satisfies ProposalKind) || one.text === next.text

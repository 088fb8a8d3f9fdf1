import type { Proposal, ProposalVerdict } from '#lib/domain/text/proposals.ts'

/** What the list of suggestions shows, and what can be done with them. */
export interface SuggestControl {
  readonly proposals: readonly Proposal[]
  /** Who suggested it. */
  readonly nameOf: (personId: string) => string
  /** Whom the document that brought it names for it; empty: none did. */
  readonly saidBy: (id: string) => string
  /** What a suggestion is about, in words. */
  readonly wordsOf: (proposal: Proposal) => string
  readonly meId: string
  /** Whoever may write settles all; everybody takes their own back. */
  readonly maySettle: boolean
  /** The one that one has chosen, or whose words the caret is in. */
  readonly current: string | null
  readonly choose: (id: string) => void
  readonly settle: (ids: readonly string[], verdict: ProposalVerdict) => void
}

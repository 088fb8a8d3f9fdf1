import type { Stretch } from '#lib/domain/review/author-runs.ts'
import type { Unit } from '#lib/domain/review/lost-characters.ts'
import type { SettledSpan } from '#lib/domain/review/traced-sentence.ts'
import { isSet, proposalOf, proposerOf } from '#lib/domain/text/flat-text.ts'
import type { FlatBlock, Kept } from '#lib/domain/text/read-flat.ts'

export interface ProposedRun extends SettledSpan {
  readonly key: string
}

/**
 * What was proposed before a change and is not any more, though it is still there; or was to go, and went. What was to come and
 * is gone was refused, taken back, or written over: nobody accepted it [AUT5].
 */
export function settledSpans(
  was: readonly ProposedRun[],
  now: readonly ProposedRun[],
  kept: readonly Kept[],
): readonly SettledSpan[] {
  if (!was.length) return []
  const open = Map.groupBy(now, ({ key }) => key)
  return was.filter((run) => isSettled(run, kept, open.get(run.key) ?? []))
}

function isSettled(
  { from, to, key }: ProposedRun,
  kept: readonly Kept[],
  open: readonly ProposedRun[],
): boolean {
  let gone = to - from
  for (const { oldAt, newAt, length } of kept) {
    const stayed = { from: Math.max(from, oldAt), to: Math.min(to, oldAt + length) }
    if (stayed.from >= stayed.to) continue
    gone -= stayed.to - stayed.from
    const shift = newAt - oldAt
    const still = open.map((run) =>
      overlap(run, { from: stayed.from + shift, to: stayed.to + shift }),
    )
    if (still.reduce((sum, length) => sum + length, 0) < stayed.to - stayed.from) return true
  }
  return gone > 0 && proposalOf(key)?.kind === 'deletion'
}

const overlap = (one: Stretch, other: Stretch): number =>
  Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from))

/** Words that would come in, by who proposes them: no part of the text yet. */
export function proposedWords(runs: readonly ProposedRun[]): readonly Unit[] {
  const coming = runs.filter(({ key }) => proposalOf(key)?.kind === 'insertion')
  return [...Map.groupBy(coming, ({ key }) => key).values()].map((stretches) => ({
    from: stretches[0]?.from ?? 0,
    to: stretches.at(-1)?.to ?? 0,
    stretches,
  }))
}

/** What is proposed, run by run, in blocks that stand from `start` on in the flat text. */
export function proposedRuns(blocks: readonly FlatBlock[], start: number): readonly ProposedRun[] {
  const found: ProposedRun[] = []
  let from = start
  for (const { runs } of blocks) {
    for (const { insert, attributes } of runs) {
      const to = from + (typeof insert === 'string' ? insert.length : 1)
      for (const key in attributes) {
        const proposal = isSet(attributes[key]) ? proposalOf(key) : null
        if (proposal) found.push({ from, to, key, personId: proposerOf(proposal.id) })
      }
      from = to
    }
  }
  return found
}

import type { Kept } from '#lib/domain/text/read-flat.ts'
import {
  type AuthorRun,
  type Authors,
  authorsOf,
  type Mark,
  type Stretch,
  unite,
} from './author-runs.ts'

/** A part of the article that holds together: a sentence, or what one person proposes in a block. */
export interface Unit extends Stretch {
  /** Its characters in the flat text, in their order; between them stands what is no part of it. */
  readonly stretches: readonly Stretch[]
}

/**
 * Where characters went, the one in front of them in their unit is marked with who wrote them and who took them away; where none is
 * left there, the one behind. Units and marks stand in the order of the text.
 */
export function marksOfLosses(
  units: readonly Unit[],
  runs: readonly AuthorRun[],
  { kept, person }: { readonly kept: readonly Kept[]; readonly person: string },
): readonly Mark[] {
  const gaps = gapsOf(kept)
  const marks = new Map<number, Authors>()
  for (const { stretches } of unitsAt(units, gaps)) {
    const left = stretches.flatMap((stretch) => placesOf(stretch, kept))
    for (const gap of gaps) {
      const lost = stretches.flatMap((stretch) => common(stretch, gap))
      const front = left.findLast(({ oldAt }) => oldAt < gap.from)
      const behind = left.find(({ oldAt }) => oldAt >= gap.to)
      const place = front ? front.newAt + front.length - 1 : behind?.newAt
      if (!lost.length || place === undefined) continue
      const others = marks.get(place) ?? person
      marks.set(place, unite(person, others, ...authorsOf(runs, [lost])))
    }
  }
  return [...marks]
    .sort(([one], [other]) => one - other)
    .map(([from, authors]) => ({ from, to: from + 1, change: (others) => unite(others, authors) }))
}

/** What a row took away. */
function gapsOf(kept: readonly Kept[]): readonly Stretch[] {
  let at = 0
  return kept.flatMap(({ oldAt, length }) => {
    const gap = { from: at, to: oldAt }
    at = oldAt + length
    return gap.from < gap.to ? [gap] : []
  })
}

function unitsAt(units: readonly Unit[], gaps: readonly Stretch[]): readonly Unit[] {
  const [first, last] = [gaps[0], gaps.at(-1)]
  return first && last ? units.filter(({ from, to }) => from < last.to && to > first.from) : []
}

function placesOf({ from, to }: Stretch, kept: readonly Kept[]): readonly Kept[] {
  return kept.flatMap(({ oldAt, newAt, length }) => {
    const [first, last] = [Math.max(from, oldAt), Math.min(to, oldAt + length)]
    return first < last
      ? [{ oldAt: first, newAt: newAt + first - oldAt, length: last - first }]
      : []
  })
}

function common(one: Stretch, other: Stretch): readonly Stretch[] {
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)]
  return from < to ? [{ from, to }] : []
}

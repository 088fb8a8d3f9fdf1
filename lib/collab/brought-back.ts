import { type DeltaOp, isSet, proposalOf } from '#lib/domain/text/flat-text.ts'
import type { FlatRun, Kept } from '#lib/domain/text/read-flat.ts'

/** Whose proposals there are, to one who may only suggest. */
export interface Whose {
  isOwn(id: string): boolean
  /** Somebody has made it, open or not. */
  isKnown(id: string): boolean
}

/** A mark of a proposal that nobody meant to set, with its place in the flat text. */
export interface Back {
  readonly from: number
  readonly to: number
  readonly key: string
}

/**
 * Words that others suggested to take out, or to look otherwise, as Yjs marks them again behind what was typed among them:
 * it does not know that they were let go meanwhile.
 */
export function bringsBack({ retain, attributes = {} }: DeltaOp, whose: Whose): boolean {
  const entries = Object.entries(attributes)
  return (
    retain !== undefined &&
    entries.length > 0 &&
    entries.every(([key, value]) => isSet(value) && isOfOthers(key, whose))
  )
}

/** Whether a formatting key says that somebody else suggests something of the words that are there. */
export function isOfOthers(key: string, { isOwn, isKnown }: Whose): boolean {
  const proposal = proposalOf(key)
  if (!proposal || proposal.kind === 'insertion') return false
  return !isOwn(proposal.id) && isKnown(proposal.id)
}

/**
 * What others suggest after a change of words of which they did not before, and of new words that do not stand beside any of
 * which they do.
 */
export function broughtBack(
  before: readonly FlatRun[],
  now: readonly FlatRun[],
  kept: readonly Kept[],
  whose: Whose,
): readonly Back[] {
  let at = 0
  return now.flatMap(({ insert, attributes }) => {
    const from = at
    at += sizeOf(insert)
    const keys = Object.keys(attributes).filter(
      (key) => isSet(attributes[key]) && isOfOthers(key, whose),
    )
    if (!keys.length) return []
    const stays = (key: string, [first, last]: Place) =>
      runsIn(before, first, last).every((run) => isSet(run.attributes[key]))
    const [old, fresh] = partsOf(from, at, kept)
    return keys.flatMap((key) => [
      ...old.flatMap(({ place, shift }) =>
        stays(key, [place[0] - shift, place[1] - shift]) ? [] : [{ ...span(place), key }],
      ),
      ...fresh.flatMap((place) =>
        isBeside(key, place, before, kept) ? [] : [{ ...span(place), key }],
      ),
    ])
  })
}

type Place = readonly [from: number, to: number]
const span = ([from, to]: Place) => ({ from, to })
const sizeOf = (insert: FlatRun['insert']) => (typeof insert === 'string' ? insert.length : 1)

/** What of a stretch was there before, and by how far it has moved; and what was not. */
function partsOf(from: number, to: number, kept: readonly Kept[]) {
  const old: { readonly place: Place; readonly shift: number }[] = []
  const fresh: Place[] = []
  let at = from
  for (const { oldAt, newAt, length } of kept) {
    const [first, last] = [Math.max(at, newAt), Math.min(to, newAt + length)]
    if (first >= last) continue
    if (first > at) fresh.push([at, first])
    old.push({ place: [first, last], shift: newAt - oldAt })
    at = last
  }
  if (at < to) fresh.push([at, to])
  return [old, fresh] as const
}

/** Whether a character right in front of new words, or behind them, was marked so before. */
function isBeside(
  key: string,
  [from, to]: Place,
  before: readonly FlatRun[],
  kept: readonly Kept[],
) {
  const was = (at: number) => {
    const part = kept.find(({ newAt, length }) => at >= newAt && at < newAt + length)
    if (!part) return false
    const old = at - part.newAt + part.oldAt
    return runsIn(before, old, old + 1).some((run) => isSet(run.attributes[key]))
  }
  return was(from - 1) || was(to)
}

/** The runs that share a character with [from, to) of the flat text. */
export function runsIn(runs: readonly FlatRun[], from: number, to: number): readonly FlatRun[] {
  const found: FlatRun[] = []
  let at = 0
  for (const run of runs) {
    const end = at + (typeof run.insert === 'string' ? run.insert.length : 1)
    if (end > from && at < to) found.push(run)
    if (end >= to) break
    at = end
  }
  return found
}

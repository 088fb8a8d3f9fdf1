/** A row of an article's log as its history counts it. */
export interface LoggedRow {
  readonly seq: number
  readonly personId: string
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number
  /** Characters that it wrote. */
  readonly added: number
  /** Characters that it took away. */
  readonly removed: number
  /** All that it deleted: characters, openings of blocks, formatting, entries of records. */
  readonly cleared: number
}

/** Rows in which one person, or several at once, worked without a pause. */
export interface Sitting {
  readonly from: number
  readonly to: number
  /** In the order in which they began. */
  readonly people: readonly string[]
  readonly since: number
  readonly until: number
  readonly added: number
  readonly removed: number
}

/** A person who writes nothing for so long has got up. */
export const PAUSE = 10 * 60_000

/** Who takes so much away at once may want it back: the moment before has to be there. */
export const LARGE_REMOVAL = 40

interface OpenSitting extends Sitting {
  readonly people: string[]
  /** When each of them wrote last. */
  readonly last: Map<string, number>
}

/**
 * Groups rows, in the order of the log [HIS1]. A person's rows with pauses shorter than `PAUSE` belong together; what others
 * wrote meanwhile belongs to the same sitting, which is then one of them all. The first text is one of its own, and
 * a row that takes much away begins one. Rows that restored something stand `alone`: what they took away is what the moment
 * before them has.
 */
export function sittingsOf(
  rows: readonly LoggedRow[],
  alone: ReadonlySet<number> = new Set(),
): readonly Sitting[] {
  const done: OpenSitting[] = []
  let open: OpenSitting[] = []
  for (const row of rows) {
    const begins = row.cleared >= LARGE_REMOVAL || row.seq === 2
    if (begins || alone.has(row.seq) || alone.has(row.seq - 1)) {
      done.push(...open)
      open = []
    }
    const begun = open.findIndex(({ last }) => row.at - (last.get(row.personId) ?? -PAUSE) < PAUSE)
    const joined = begun < 0 ? [] : open.splice(begun)
    open.push([...joined, sittingOf(row)].reduce(unite))
    // Whoever wrote in a sitting before these has paused: nothing reaches back into it.
    while (open.length > 1 && hasEnded(open[0], row.at)) done.push(...open.splice(0, 1))
  }
  return [...done, ...open].map(({ last: _, ...sitting }) => sitting)
}

/**
 * Those that stay as they are when rows before the first are read too. A page of a long list ends with one of these;
 * `since`: time of the first row that was read.
 */
export function settledSittings(sittings: readonly Sitting[], since: number): readonly Sitting[] {
  const first = sittings.findIndex((sitting) => sitting.since - since >= PAUSE)
  return first < 0 ? [] : sittings.slice(first)
}

function sittingOf({ seq, personId, at, added, removed }: LoggedRow): OpenSitting {
  const span = { from: seq, to: seq, since: at, until: at }
  return { ...span, people: [personId], added, removed, last: new Map([[personId, at]]) }
}

/** Changes the first, which nobody else holds: a sitting may have ten thousands of rows. */
function unite(one: OpenSitting, next: OpenSitting): OpenSitting {
  for (const [person, at] of next.last) {
    if (!one.last.has(person)) one.people.push(person)
    one.last.set(person, at)
  }
  const { to, until } = next
  return {
    ...one,
    to,
    until,
    added: one.added + next.added,
    removed: one.removed + next.removed,
  }
}

function hasEnded(sitting: OpenSitting | undefined, now: number): boolean {
  return sitting !== undefined && now - sitting.until >= PAUSE
}

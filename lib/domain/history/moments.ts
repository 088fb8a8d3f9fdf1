import type { State } from '#lib/domain/review/states.ts'
import type { LoggedRow, Sitting } from './sittings.ts'

interface Place {
  /** The article as it was after this row of its log. */
  readonly seq: number
  readonly at: string
}

export interface SittingMoment extends Place {
  readonly kind: 'sitting'
  /** Its first row. */
  readonly from: number
  readonly since: string
  readonly people: readonly string[]
  readonly added: number
  readonly removed: number
}

/** What happened at one row: somebody named it, published it, moved the article, or restored something. */
export type Mark = Place & { readonly personId: string } & (
    | { readonly kind: 'named'; readonly id: string; readonly name: string }
    | { readonly kind: 'published'; readonly number: number; readonly change: string }
    | { readonly kind: 'moved'; readonly from: State; readonly to: State }
    | { readonly kind: 'restored'; readonly to: number; readonly blockId: string | null }
    | {
        readonly kind: 'described'
        readonly fields: readonly string[]
        readonly slug: string | null
      }
  )

/** A name that somebody gave a moment. */
export interface GivenName {
  readonly id: string
  readonly name: string
  readonly personId: string
  /** When it was given, which is not when the moment was. */
  readonly at: string
}

/** One moment of an article's history. `previous`: the row that it is compared with; 0: there was nothing yet. */
export type Moment = (SittingMoment | Mark) & {
  readonly previous: number
  readonly names: readonly GivenName[]
}

/** A page of an article's history. */
export interface HistoryPage {
  /** Newest first. */
  readonly moments: readonly Moment[]
  /** Rows of the log before this one are on the next page; null: there are none. */
  readonly next: number | null
  /** The last row of the log: the article as it is now. */
  readonly head: number
  /** Names of those who are spoken of. */
  readonly people: Readonly<Record<string, string>>
}

/** What the audit trail knows by its time: a move, or what was said about an article. */
export type Timed = { readonly at: string; readonly personId: string } & (
  | { readonly kind: 'moved'; readonly from: State; readonly to: State }
  | { readonly kind: 'described'; readonly fields: readonly string[]; readonly slug: string | null }
)

/** The last row that was there when it happened; null: none of these was. */
export function rowAt(rows: readonly LoggedRow[], at: number): number | null {
  return rows.findLast((row) => row.at <= at)?.seq ?? null
}

/**
 * Sittings and marks as one list, the newest first [HIS2]. Marks outside the sittings are left out. A name belongs to the
 * moment that ends with its row, and its time is that of the row: only where there is none it is a moment of its own.
 */
export function momentsOf(
  sittings: readonly Sitting[],
  marks: readonly Mark[],
  timeOf: (seq: number) => string | null = () => null,
): readonly Moment[] {
  const names = Map.groupBy(marks.filter(isName), ({ seq }) => seq)
  const others = marks.filter((mark) => mark.kind !== 'named')
  return sittings
    .flatMap((sitting) => {
      const isInside = ({ seq }: Mark) => seq >= sitting.from && seq <= sitting.to
      const inside = others.filter(isInside)
      const taken = new Set([sitting.to, ...inside.map(({ seq }) => seq)])
      const alone = [...names.values()].flatMap(([first]) =>
        first && isInside(first) && !taken.has(first.seq)
          ? [{ ...first, at: timeOf(first.seq) ?? first.at }]
          : [],
      )
      const moments = [momentOf(sitting), ...inside, ...alone]
      // Of several at one row the sitting has the names, else the first.
      const homes = new Map(moments.toReversed().map((moment) => [moment.seq, moment]))
      const seqs = moments.map(({ seq }) => seq)
      return moments.map((moment) => ({
        ...moment,
        names: homes.get(moment.seq) === moment ? (names.get(moment.seq) ?? []).map(givenName) : [],
        previous: Math.max(sitting.from - 1, ...seqs.filter((seq) => seq < moment.seq)),
      }))
    })
    .sort(
      (a, b) => b.seq - a.seq || rankOf(a) - rankOf(b) || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0),
    )
}

type Name = Mark & { readonly kind: 'named' }
const isName = (mark: Mark): mark is Name => mark.kind === 'named'
const givenName = ({ id, name, personId, at }: Name): GivenName => ({ id, name, personId, at })

/** What happened at a row stands above the sitting that ends with it. */
const rankOf = ({ kind }: Moment) => Number(kind === 'sitting')

function momentOf({ from, to, people, since, until, added, removed }: Sitting): SittingMoment {
  return {
    kind: 'sitting',
    ...{ seq: to, at: new Date(until).toISOString() },
    ...{ from, since: new Date(since).toISOString(), people, added, removed },
  }
}

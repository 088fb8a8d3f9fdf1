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
  )

/** One moment of an article's history. `previous`: the row that it is compared with; 0: there was nothing yet. */
export type Moment = (SittingMoment | Mark) & { readonly previous: number }

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

/** A move, which the audit trail knows by its time. */
export interface TimedMove {
  readonly at: string
  readonly personId: string
  readonly from: State
  readonly to: State
}

/** The last row that was there when it happened; null: none of these was. */
export function rowAt(rows: readonly LoggedRow[], at: number): number | null {
  return rows.findLast((row) => row.at <= at)?.seq ?? null
}

/** Sittings and marks as one list, the newest first [HIS2]. Marks outside the sittings are left out. */
export function momentsOf(sittings: readonly Sitting[], marks: readonly Mark[]): readonly Moment[] {
  return sittings
    .flatMap((sitting) => {
      const inside = marks.filter(({ seq }) => seq >= sitting.from && seq <= sitting.to)
      const moments = [momentOf(sitting), ...inside]
      const seqs = moments.map(({ seq }) => seq)
      return moments.map((moment) => ({
        ...moment,
        previous: Math.max(sitting.from - 1, ...seqs.filter((seq) => seq < moment.seq)),
      }))
    })
    .sort((a, b) => b.seq - a.seq || rankOf(a) - rankOf(b) || Number(a.at < b.at) * 2 - 1)
}

/** What happened at a row stands above the sitting that ends with it. */
const rankOf = ({ kind }: Moment) => Number(kind === 'sitting')

function momentOf({ from, to, people, since, until, added, removed }: Sitting): SittingMoment {
  return {
    kind: 'sitting',
    ...{ seq: to, at: new Date(until).toISOString() },
    ...{ from, since: new Date(since).toISOString(), people, added, removed },
  }
}

import { listMarks, listRecorded } from '#db/repositories/history.ts'
import { listPeople } from '#db/repositories/people.ts'
import type { Collab } from '#lib/collab/ports.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import {
  type HistoryPage,
  type Mark,
  type Moment,
  momentsOf,
  rowAt,
} from '#lib/domain/history/moments.ts'
import {
  type LoggedRow,
  type Sitting,
  settledSittings,
  sittingsOf,
} from '#lib/domain/history/sittings.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'
import { openArticle, served } from './open-article.ts'

/** So many sittings are a page. */
const PAGE = 40
const CHUNK = 2_000
/** A page is ready when so many rows were read, also in the middle of a very long sitting. */
const MOST_ROWS = 20_000

/** The moments of an article's history, page by page [HIS2]. */
export async function listHistory(
  context: Context,
  actor: Actor,
  articleId: string,
  before: number | null,
): Promise<Result<HistoryPage>> {
  const opened = await openArticle(context, actor, articleId, 'read')
  if (!opened.ok) return opened
  return served(async () => {
    const recorded = await listRecorded(context.db, articleId)
    const alone = new Set(recorded.restored.map(({ seq }) => seq))
    const { rows, sittings } = await readSittings(context.collab, articleId, before, alone)
    const first = sittings[0]?.from ?? 1
    const shown = rows.filter(({ seq }) => seq >= first)
    const marks = await marksOf(context, articleId, recorded, shown, before)
    const times = new Map(shown.map(({ seq, at }) => [seq, new Date(at).toISOString()]))
    const moments = momentsOf(sittings, marks, (seq) => times.get(seq) ?? null)
    return ok({
      moments,
      next: first > 1 ? first : null,
      head: opened.value.headSeq,
      people: await namesOf(context, moments),
    })
  })
}

/** The newest sittings before a row, as many as make a page. */
async function readSittings(
  collab: Collab,
  articleId: string,
  before: number | null,
  alone: ReadonlySet<number>,
): Promise<{ readonly rows: readonly LoggedRow[]; readonly sittings: readonly Sitting[] }> {
  let rows: readonly LoggedRow[] = []
  for (;;) {
    const chunk = await collab.rows(articleId, rows[0]?.seq ?? before, CHUNK)
    rows = [...chunk, ...rows]
    const all = sittingsOf(rows, alone)
    if (chunk.length < CHUNK) return { rows, sittings: all.slice(-PAGE) }
    const settled = settledSittings(all, rows[0]?.at ?? 0)
    if (settled.length >= PAGE) return { rows, sittings: settled.slice(-PAGE) }
    if (rows.length >= MOST_ROWS) return { rows, sittings: settled.length ? settled : all }
  }
}

async function marksOf(
  { db, collab }: Context,
  articleId: string,
  { timed, restored }: Awaited<ReturnType<typeof listRecorded>>,
  rows: readonly LoggedRow[],
  before: number | null,
): Promise<readonly Mark[]> {
  // Whatever happened after the row that comes next stands on an earlier page.
  const next = before === null ? undefined : (await collab.rows(articleId, before + 1, 1))[0]
  const until = next?.at ?? Number.POSITIVE_INFINITY
  const placed = timed.flatMap((happened): Mark[] => {
    const at = Date.parse(happened.at)
    const seq = at < until ? rowAt(rows, at) : null
    return seq === null ? [] : [{ seq, ...happened }]
  })
  return [...(await listMarks(db, articleId)), ...placed, ...restored]
}

/** Of everybody who is spoken of, also of those who have left. */
async function namesOf(
  { db }: Context,
  moments: readonly Moment[],
): Promise<Readonly<Record<string, string>>> {
  const ids = new Set(
    moments.flatMap((moment) => [
      ...(moment.kind === 'sitting' ? moment.people : [moment.personId]),
      ...moment.names.map(({ personId }) => personId),
    ]),
  )
  const people = (await listPeople(db)).filter(({ id }) => ids.has(id))
  return Object.fromEntries(people.map(({ id, name }) => [id, name]))
}

import { setImmediate as turn } from 'node:timers/promises'
import type { LoggedRow } from '#lib/domain/history/sittings.ts'
import { Letters, type Sizes } from './letters.ts'
import type { LogStore, StoredLog } from './log-store.ts'

/** Rows that are looked into without a pause. */
const SLICE = 500

/** Rows of a log as its history counts them: by whom, when, and how many letters they wrote and took away [HIS1]. */
export async function loggedRows(
  store: Pick<LogStore, 'rowsBefore' | 'loadAt'>,
  articleId: string,
  before: number | null,
  limit: number,
): Promise<readonly LoggedRow[]> {
  const rows = await store.rowsBefore(articleId, before, limit)
  const first = rows[0]?.seq ?? 1
  const letters = await lettersOf(first > 1 ? await store.loadAt(articleId, first - 1) : null)
  return inSlices(rows, ({ seq, personId, at, update }) => ({
    ...{ seq, personId, at: at.getTime() },
    ...sizesOf(letters, update),
  }))
}

/** What the rows before wrote, which these may take away. */
async function lettersOf(log: StoredLog | null): Promise<Letters> {
  const letters = new Letters()
  if (log?.snapshot) sizesOf(letters, log.snapshot.state)
  await inSlices(log?.tail ?? [], ({ update }) => sizesOf(letters, update))
  return letters
}

async function inSlices<T, R>(rows: readonly T[], each: (row: T) => R): Promise<readonly R[]> {
  const done: R[] = []
  for (let at = 0; at < rows.length; at += SLICE) {
    done.push(...rows.slice(at, at + SLICE).map(each))
    await turn()
  }
  return done
}

function sizesOf(letters: Letters, update: Uint8Array): Sizes {
  try {
    return letters.follow(update)
  } catch {
    // A damaged row has its place, its person and its time; what it did is told by nobody.
    return { added: 0, removed: 0, cleared: 0 }
  }
}

import { setImmediate as turn } from 'node:timers/promises'
import * as Y from 'yjs'
import type { LoggedRow } from '#lib/domain/history/sittings.ts'
import type { LogStore, TimedRow } from './log-store.ts'

/** Rows that are looked into without a pause. */
const SLICE = 500

/** Rows of a log as its history counts them: by whom, when, and how much they wrote and took away [HIS1]. */
export async function loggedRows(
  store: Pick<LogStore, 'rowsBefore'>,
  articleId: string,
  before: number | null,
  limit: number,
): Promise<readonly LoggedRow[]> {
  const rows = await store.rowsBefore(articleId, before, limit)
  const logged: LoggedRow[] = []
  for (let at = 0; at < rows.length; at += SLICE) {
    logged.push(...rows.slice(at, at + SLICE).map(loggedRow))
    await turn()
  }
  return logged
}

function loggedRow({ seq, personId, at, update }: TimedRow): LoggedRow {
  return { seq, personId, at: at.getTime(), ...sizesOf(update) }
}

function sizesOf(update: Uint8Array): Pick<LoggedRow, 'added' | 'removed'> {
  let [added, removed] = [0, 0]
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    for (const struct of structs) {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString)
        added += struct.length
    }
    for (const deletions of ds.clients.values()) {
      for (const { len } of deletions) removed += len
    }
  } catch {
    // A damaged row has its place, its person and its time; what it did is told by nobody.
  }
  return { added, removed }
}

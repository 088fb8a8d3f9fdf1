/** The books of what annotations say: every key that somebody wrote, and what came of it. */
export interface RecordAccount {
  readonly written: Map<string, Set<unknown>>
  /** Who wrote each key. */
  readonly writers: Map<string, Set<number>>
  /** Taken away by somebody, or touched by an undo or redo: may be there or not. */
  readonly excused: Set<string>
  /** Keys that an undo took away although others alone had written them. */
  readonly taken: Set<string>
}

export const newRecordAccount = (): RecordAccount => ({
  written: new Map(),
  writers: new Map(),
  excused: new Set(),
  taken: new Set(),
})

/** What records say, by their id and a key of theirs. */
type Records = ReadonlyMap<string, unknown>

/** Books what a person did to the records of annotations. */
export function bookRecords(
  account: RecordAccount,
  who: number,
  before: Records,
  after: Records,
  how: 'edit' | 'undo' | 'redo',
) {
  const { written, writers, excused, taken } = account
  for (const [key, value] of after) {
    if (before.get(key) === value) continue
    written.set(key, (written.get(key) ?? new Set()).add(value))
    writers.set(key, (writers.get(key) ?? new Set()).add(who))
    if (how !== 'edit') excused.add(key)
  }
  for (const key of before.keys()) {
    if (after.has(key)) continue
    excused.add(key)
    if (how === 'undo' && !writers.get(key)?.has(who)) taken.add(key)
  }
}

/** Keys are there as somebody wrote them, unless somebody took them away; and no undo took away what is another's. */
export function auditRecords(
  { written, excused, taken }: RecordAccount,
  found: Records,
): readonly string[] {
  const lost = [...written.keys()].filter((key) => !found.has(key) && !excused.has(key))
  const foreign = [...found].filter(([key, value]) => !written.get(key)?.has(value))
  return [
    ...lost.map((key) => `evidence lost: ${key}`),
    ...foreign.map(([key]) => `evidence that nobody wrote: ${key}`),
    ...[...taken].map((key) => `evidence of others undone: ${key}`),
  ]
}

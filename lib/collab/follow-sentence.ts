import * as Y from 'yjs'
import type { FollowedSentence, SentenceTrace } from '#lib/domain/history/follow.ts'
import { type LogStep, sentenceChanges } from '#lib/domain/history/sentence-changes.ts'
import { DocumentReader } from './document-reader.ts'
import { LogDamaged } from './fold-log.ts'
import type { FollowTask } from './folding-thread.ts'
import type { LogStore, StoredLog } from './log-store.ts'
import { stateAtRow } from './state-at-row.ts'

const NOTHING: StoredLog = { headSeq: 0, snapshot: null, tail: [] }

/** A stretch of the log: from row to row, both in it. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** What became of a sentence in a stretch of the log, folded beside those who write. */
export async function sentenceInRows(
  store: Pick<LogStore, 'loadAt' | 'rowsBefore'>,
  follow: (log: StoredLog, task: FollowTask) => Promise<FollowedSentence>,
  articleId: string,
  { from, to }: Stretch,
  trace: SentenceTrace,
): Promise<FollowedSentence> {
  const rows = await store.rowsBefore(articleId, to + 1, to - from + 1)
  const beginning = { loadAt: async () => NOTHING }
  const log = from > 1 ? store : beginning
  return stateAtRow(log, (before) => follow(before, { rows, trace }), articleId, from - 1)
}

/** Applies the rows one by one. What the article said after each is kept: blocks that did not change are shared. */
export function followSentence(
  doc: Y.Doc,
  headSeq: number,
  { rows, trace }: FollowTask,
): FollowedSentence {
  const reader = new DocumentReader(doc)
  const start = reader.content
  const steps: LogStep[] = []
  for (const { seq, personId, at, update, intact } of rows) {
    if (seq !== headSeq + steps.length + 1 || intact === false)
      throw new LogDamaged('rowChecksum', seq, `row ${seq} is damaged, or one before it is missing`)
    Y.applyUpdate(doc, update)
    steps.push({ seq, personId, at: at.getTime(), content: reader.content })
  }
  doc.destroy()
  return sentenceChanges(start, steps, trace)
}

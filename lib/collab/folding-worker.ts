import { parentPort } from 'node:worker_threads'
import { DocumentReader } from './document-reader.ts'
import { foldLog, LogDamaged } from './fold-log.ts'
import type { FoldingAnswer, FoldingTask } from './folding-thread.ts'
import { makeSnapshot } from './make-snapshot.ts'

/** The thread that folds logs beside the one that serves people. It reads and writes nothing: it is given a log. */
parentPort?.on('message', (task: FoldingTask) => parentPort?.postMessage(answerTo(task)))

function answerTo({ id, kind, log }: FoldingTask): FoldingAnswer {
  try {
    if (kind === 'snapshot') return { id, made: makeSnapshot(log) }
    const doc = foldLog(log)
    const { content } = new DocumentReader(doc)
    doc.destroy()
    return { id, content }
  } catch (error) {
    const { message } = error as Error
    const damage =
      error instanceof LogDamaged ? { doubt: error.doubt, seq: error.seq, message } : null
    return { id, damage, message }
  }
}

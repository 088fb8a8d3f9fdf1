import { parentPort } from 'node:worker_threads'
import type { Doc } from 'yjs'
import { DocumentReader } from './document-reader.ts'
import { foldLog, LogDamaged } from './fold-log.ts'
import type { FoldingAnswer, FoldingTask } from './folding-thread.ts'
import { followSentence } from './follow-sentence.ts'
import { makeSnapshot } from './make-snapshot.ts'
import { sharedStateOf } from './restore-document.ts'

/** The thread that folds logs beside the one that serves people. It reads and writes nothing: it is given a log. */
parentPort?.on('message', (task: FoldingTask) => parentPort?.postMessage(answerTo(task)))

function answerTo({ id, kind, log, follow }: FoldingTask): FoldingAnswer {
  try {
    if (kind === 'snapshot') return { id, made: makeSnapshot(log) }
    const doc = foldLog(log)
    if (follow) return { id, followed: followSentence(doc, log.headSeq, follow) }
    const read = kind === 'shared' ? { shared: sharedStateOf(doc) } : { content: contentOf(doc) }
    doc.destroy()
    return { id, ...read }
  } catch (error) {
    const { message } = error as Error
    const damage =
      error instanceof LogDamaged ? { doubt: error.doubt, seq: error.seq, message } : null
    return { id, damage, message }
  }
}

function contentOf(doc: Doc) {
  return new DocumentReader(doc).content
}

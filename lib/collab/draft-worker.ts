import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { type DraftRequest, readDraft } from '#lib/domain/drafts/read-draft.ts'

/** The thread that reads one document. It opens nothing and reaches nothing: it is given bytes. */
parentPort?.postMessage(readDraft(workerData as DraftRequest, randomUUID))

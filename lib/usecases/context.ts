import { randomUUID } from 'node:crypto'
import type { Handle } from '#db/connection.ts'
import { databaseOfProcess, filesOfProcess } from '#db/process.ts'
import { type AuditEntry, appendAudit } from '#db/repositories/audit.ts'
import { type Capturer, capturerOfProcess } from '#lib/capture/ports.ts'
import { type Collab, collabOfProcess } from '#lib/collab/ports.ts'
import type { FileStore } from '#lib/domain/shared/file-store.ts'
import { type Signer, signerOfProcess } from '#lib/signing/ports.ts'

/** What use cases work with; tests give their own. */
export interface Context {
  readonly db: Handle
  readonly collab: Collab
  readonly files: FileStore
  readonly capturer: Capturer
  readonly signer: Signer
  now(): Date
  newId(): string
}

/** The context of this process. */
export function serverContext(): Context {
  return {
    db: databaseOfProcess().handle,
    collab: collabOfProcess(),
    files: filesOfProcess(),
    capturer: capturerOfProcess(),
    signer: signerOfProcess(),
    now: () => new Date(),
    newId: randomUUID,
  }
}

/** Writes to the audit trail in the transaction of what it records. */
export function record(tx: Handle, context: Context, entry: Omit<AuditEntry, 'at'>): Promise<void> {
  return appendAudit(tx, { at: context.now(), ...entry })
}

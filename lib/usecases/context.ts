import { randomUUID } from 'node:crypto'
import type { Handle } from '#db/connection.ts'
import { databaseOfProcess, filesOfProcess } from '#db/process.ts'
import { type AuditEntry, appendAudit } from '#db/repositories/audit.ts'
import { sealWords } from '#db/repositories/audit-words.ts'
import { type Capturer, capturerOfProcess } from '#lib/capture/ports.ts'
import { type Collab, collabOfProcess } from '#lib/collab/ports.ts'
import type { FileStore } from '#lib/domain/shared/file-store.ts'
import { type Signer, signerOfProcess } from '#lib/signing/ports.ts'
import { vaultOfProcess } from '#lib/vault/ports.ts'
import type { Vault } from '#lib/vault/vault.ts'

/** What use cases work with; tests give their own. */
export interface Context {
  readonly db: Handle
  readonly collab: Collab
  readonly files: FileStore
  readonly capturer: Capturer
  readonly signer: Signer
  /** Null: nothing can be locked up, or opened. */
  readonly vault: Vault | null
  /** Id of the bearer token that asks, for the audit trail. Without: a session, or the server itself. */
  readonly tokenId?: string | null
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
    vault: vaultOfProcess(),
    now: () => new Date(),
    newId: randomUUID,
  }
}

type Entry = Omit<AuditEntry, 'at'>
/** What was written about an act of an article, by the field of its row. */
type Said = Readonly<Record<string, string>>

/**
 * Writes to the audit trail in the transaction of what it records: which token spoke in somebody's name, too. What people
 * wrote is kept beside the chain [LOG15].
 */
export async function record(
  tx: Handle,
  context: Pick<Context, 'now' | 'tokenId'> & Partial<Pick<Context, 'newId'>>,
  entry: Entry &
    ({ readonly said?: undefined } | { readonly articleId: string; readonly said: Said }),
): Promise<void> {
  const { said, ...row } = entry
  const newId = () => context.newId?.() ?? randomUUID()
  const by = context.tokenId ? { token: context.tokenId } : {}
  const sealed = said ? await sealWords(tx, entry.articleId, said, newId) : {}
  const detail = { ...by, ...row.detail, ...sealed }
  return appendAudit(tx, { at: context.now(), ...row, detail })
}

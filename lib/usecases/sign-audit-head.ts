import { findUnsignedHead, insertAnchor } from '#db/repositories/audit.ts'
import { headPayload } from '#lib/signing/check-download.ts'
import type { Context } from './context.ts'

/** Signs how far the audit trail reaches. Null: nothing was recorded since the last time, or somebody else signed it. */
export async function signAuditHead(context: Context): Promise<string | null> {
  const head = await findUnsignedHead(context.db)
  if (!head) return null
  const at = context.now()
  const payload = headPayload({ ...head, at: at.toISOString() })
  const jws = await context.signer.sign('galley-audit-head', payload)
  return (await insertAnchor(context.db, { ...head, at, jws })) ? jws : null
}

import { listAnchors, readTrail } from '#db/repositories/audit.ts'
import { listSealedWords } from '#db/repositories/audit-words.ts'
import { listKeys } from '#db/repositories/signing-keys.ts'
import { type Actor, requireInHouse } from '#lib/domain/access/policy.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { auditFiles } from '#lib/signing/download.ts'
import { hiddenFrom } from './browse-audit.ts'
import { type Context, record } from './context.ts'
import { signAuditHead } from './sign-audit-head.ts'
import { zipFiles } from './zip-files.ts'

/** The audit trail up to now, its head signed, as a zip. Taking it is the last row in it. */
export async function exportAudit(
  context: Context,
  actor: Actor,
  origin: string,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const allowed = requireInHouse(actor, 'seeAudit')
  if (!allowed.ok) return allowed
  await context.db.transaction((tx) =>
    record(tx, context, { actorId: actor.id, action: 'audit.taken', articleId: null, detail: {} }),
  )
  await signAuditHead(context)
  // Rows last: a head that is signed meanwhile must not know more than there are.
  const [heads, keys] = [await listAnchors(context.db), await listKeys(context.db)]
  const { kept: rows } = await readTrail(context.db)
  const words = await listSealedWords(context.db, await hiddenFrom(context.db, actor))
  return ok(zipFiles(auditFiles({ rows, heads, keys, origin, words })))
}

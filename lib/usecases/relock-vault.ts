import {
  findRecording,
  listAllRecordings,
  listIdentities,
  putIdentity,
  relockRecording,
} from '#db/repositories/vault.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'
import { placeOfIdentity, requireVault } from './locked-identity.ts'
import { placeOfRecording } from './locked-recordings.ts'

/** Locks everything anew with the first key; how many things that were. Throws `VaultError`, and then all is as it was. */
export async function relockAll(
  context: Pick<Context, 'db' | 'vault' | 'now'>,
): Promise<Result<number>> {
  const required = requireVault(context)
  if (!required.ok) return required
  const vault = required.value
  return context.db.transaction(async (tx) => {
    const identities = await listIdentities(tx)
    for (const locked of identities) {
      const place = placeOfIdentity(locked.sourceId)
      const anew = vault.lock(place, vault.open(place, locked))
      await putIdentity(tx, { ...locked, ...anew, changedAt: new Date(locked.changedAt) })
    }
    const recordings = await listAllRecordings(tx)
    for (const { id, sourceId } of recordings) {
      const locked = await findRecording(tx, sourceId, id)
      if (!locked) continue
      const place = placeOfRecording(locked)
      await relockRecording(tx, id, vault.lock(place, vault.open(place, locked)))
    }
    const count = identities.length + recordings.length
    const detail = { key: vault.keyId, count }
    await record(tx, context, { actorId: null, action: 'vault.relocked', articleId: null, detail })
    return ok(count)
  })
}

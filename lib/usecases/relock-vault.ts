import { listFactorSecrets, relockFactor } from '#db/repositories/second-factors.ts'
import {
  findRecording,
  listAllRecordings,
  listIdentities,
  putIdentity,
  relockRecording,
} from '#db/repositories/vault.ts'
import { listSecrets, relockSecret } from '#db/repositories/webhooks.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { type Sealed, type Vault, VaultError } from '#lib/vault/vault.ts'
import { type Context, record } from './context.ts'
import { placeOfIdentity, requireVault } from './locked-identity.ts'
import { placeOfRecording } from './locked-recordings.ts'
import { placeOfFactor } from './second-factor.ts'
import { placeOfSecret } from './webhooks.ts'

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
    await relockSecrets(tx, vault)
    const count = identities.length + recordings.length
    const detail = { key: vault.keyId, count }
    await record(tx, context, { actorId: null, action: 'vault.relocked', articleId: null, detail })
    return ok(count)
  })
}

/** Secrets of webhooks and second factors are locked with the same keys. */
async function relockSecrets(tx: Context['db'], vault: Vault): Promise<void> {
  for (const locked of await listSecrets(tx)) {
    const anew = relocked(vault, placeOfSecret(locked.id), locked)
    if (anew) await relockSecret(tx, locked.id, anew)
  }
  for (const locked of await listFactorSecrets(tx)) {
    const anew = relocked(vault, placeOfFactor(locked.personId), locked)
    if (anew) await relockFactor(tx, locked.personId, anew)
  }
}

/** Null: these keys do not open it. It was locked before there was a vault. */
function relocked(vault: Vault, place: string, locked: Sealed): Sealed | null {
  try {
    return vault.lock(place, vault.open(place, locked))
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    return null
  }
}

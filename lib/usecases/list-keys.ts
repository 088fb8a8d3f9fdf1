import { countLocked, countSignatures, type LockedCount } from '#db/repositories/key-uses.ts'
import { listKeys } from '#db/repositories/signing-keys.ts'
import { type Actor, requireInHouse } from '#lib/domain/access/policy.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { keyOf } from '#lib/signing/signatures.ts'
import type { Context } from './context.ts'

/** A key that signs versions, by the id that readers see in the JWK set. */
export interface ShownSigningKey {
  readonly kid: string
  readonly since: string
  readonly signsNow: boolean
  readonly versions: number
}

/** A key that locks, by its id. Who it locks for is not told. */
export interface ShownVaultKey {
  readonly keyId: string
  readonly locksNow: boolean
  readonly locked: Readonly<Partial<Record<LockedCount['thing'], number>>>
}

export interface ShownKeys {
  /** The newest first. */
  readonly signing: readonly ShownSigningKey[]
  /** Versions from before they were signed. */
  readonly unsigned: number
  readonly vault: readonly ShownVaultKey[]
  /** False: no key of the vault is at hand, and confidential sources are kept by alias alone. */
  readonly hasVault: boolean
}

/** Every key by its public id, and what rests on it; never a secret [SGV4]. */
export async function showKeys(
  context: Pick<Context, 'db' | 'signer' | 'vault'>,
  actor: Actor,
): Promise<Result<ShownKeys>> {
  const allowed = requireInHouse(actor, 'keys')
  if (!allowed.ok) return allowed
  const { db, signer, vault } = context
  const counted = await countSignatures(db)
  const signed = (kid: string | null) =>
    counted
      .filter(({ head }) => (head === null ? kid === null : keyOf(`${head}..`) === kid))
      .reduce((sum, { versions }) => sum + versions, 0)
  const signing = (await listKeys(db)).toReversed().map(({ kid, since }) => ({
    ...{ kid, since: since.toISOString(), signsNow: kid === signer.key.kid },
    versions: signed(kid),
  }))
  const locked = await countLocked(db)
  const hasVault = vault !== null
  return ok({ signing, unsigned: signed(null), vault: byKey(locked, vault?.keyId), hasVault })
}

/** The one that locks now stands first, also when it has locked nothing yet. */
function byKey(counts: readonly LockedCount[], now: string | undefined): readonly ShownVaultKey[] {
  const ids = new Set([...(now ? [now] : []), ...counts.map(({ keyId }) => keyId)])
  return [...ids].map((keyId) => {
    const own = counts.filter((one) => one.keyId === keyId)
    const locked = Object.fromEntries(own.map(({ thing, count }) => [thing, count]))
    return { keyId, locksNow: keyId === now, locked }
  })
}

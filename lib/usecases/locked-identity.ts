import type { Handle } from '#db/connection.ts'
import {
  findIdentity,
  type Locked,
  type LockedIdentity,
  listIdentities,
} from '#db/repositories/vault.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type Identity, type Protected, protectedOf } from '#lib/domain/sourcing/identity.ts'
import { type Vault, VaultError } from '#lib/vault/vault.ts'
import type { Context } from './context.ts'

/** Where an identity is locked up: it opens in no other place. */
export const placeOfIdentity = (sourceId: string) => `identity ${sourceId}`

export function lockIdentity(vault: Vault, sourceId: string, identity: Identity): Locked {
  return vault.lock(placeOfIdentity(sourceId), new TextEncoder().encode(JSON.stringify(identity)))
}

/** Throws `VaultError`. */
export function unlockIdentity(vault: Vault, locked: LockedIdentity): Identity {
  const plain = vault.open(placeOfIdentity(locked.sourceId), locked)
  return JSON.parse(new TextDecoder().decode(plain)) as Identity
}

export const NO_VAULT =
  'This installation has no key to lock identities up with. Whoever runs it sets GALLEY_VAULT_KEYS; `npm run vault -- new` makes a key.'

export function requireVault({ vault }: Pick<Context, 'vault'>): Result<Vault> {
  return vault ? ok(vault) : fail({ kind: 'conflict', message: NO_VAULT })
}

/** What of a source must not get out; null: who it is, is no secret. Throws `VaultError`. */
export async function protectedOfSource(
  { vault }: Context,
  db: Handle,
  sourceId: string,
): Promise<Protected | null> {
  const locked = await findIdentity(db, sourceId)
  if (!locked) return null
  if (!vault) throw new VaultError('There is no key to open what is locked up')
  return protectedOf([unlockIdentity(vault, locked)])
}

/** What must not get out of this newsroom. A failure when something is locked up that cannot be opened [CNF6]. */
export async function protectedHere({ db, vault }: Context): Promise<Result<Protected>> {
  const locked = await listIdentities(db)
  try {
    if (locked.length && !vault) throw new VaultError('There is no key')
    return ok(protectedOf(vault ? locked.map((one) => unlockIdentity(vault, one)) : []))
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    const message =
      'Identities are locked up here that cannot be opened with the keys of this process (GALLEY_VAULT_KEYS), so nobody can say whether one would get out. Nothing is published until they can.'
    return fail({ kind: 'conflict', message })
  }
}

import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/** Locks up what only named people may open: AES-256-GCM, a nonce of its own for each, bound to the place where it is kept. */
export interface Vault {
  /** Of the key that locks. */
  readonly keyId: string
  /** `place` names what it is and of which row; what was locked for one opens in no other. */
  lock(place: string, plain: Uint8Array): Sealed
  /** Throws `VaultError` when the key is not at hand, or what was kept is not what was locked for this place. */
  open(place: string, sealed: Sealed): Uint8Array
}

export interface Sealed {
  readonly keyId: string
  readonly nonce: Uint8Array
  /** Ciphertext and tag. */
  readonly sealed: Uint8Array
}

/** Never says anything of what is inside. */
export class VaultError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'VaultError'
  }
}

/** Keys of 32 bytes, in base64, separated by commas; the first one locks, all of them open. Throws `VaultError`. */
export function readVaultKeys(text: string): readonly Uint8Array[] {
  const keys = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => new Uint8Array(Buffer.from(part, 'base64')))
  if (!keys.length || keys.some((key) => key.length !== KEY_BYTES))
    throw new VaultError('A key of the vault has 32 bytes, in base64')
  return keys
}

/** A key for what a server keeps for itself, when it has no vault: made of the secret that signs its sessions, and of no use for those. */
export function keyFromSecret(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'galley-secrets/1', KEY_BYTES))
}

export function newVaultKey(): string {
  return randomBytes(KEY_BYTES).toString('base64')
}

/** Throws `VaultError` without a key. */
export function vaultWith(keys: readonly Uint8Array[]): Vault {
  const byId = new Map(keys.map((key) => [idOf(key), key]))
  const [first] = keys
  if (!first) throw new VaultError('A vault needs a key')
  const keyId = idOf(first)
  return {
    keyId,
    lock(place, plain) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(ALGORITHM, first, nonce)
      cipher.setAAD(Buffer.from(`galley-vault/1\n${keyId}\n${place}`))
      const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
      return { keyId, nonce: new Uint8Array(nonce), sealed: new Uint8Array(sealed) }
    },
    open(place, { keyId: id, nonce, sealed }) {
      const key = byId.get(id)
      if (!key) throw new VaultError(`The key ${id} is not among those of this process`)
      try {
        const cipher = createDecipheriv(ALGORITHM, key, nonce)
        cipher.setAAD(Buffer.from(`galley-vault/1\n${id}\n${place}`))
        cipher.setAuthTag(sealed.subarray(-TAG_BYTES))
        const body = sealed.subarray(0, -TAG_BYTES)
        return new Uint8Array(Buffer.concat([cipher.update(body), cipher.final()]))
      } catch (error) {
        throw new VaultError('What is locked up is damaged, or was put in another place', {
          cause: error,
        })
      }
    },
  }
}

const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
/** As NIST SP 800-38D recommends; random ones are safe for 2^32 locks with one key. */
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Short, and says nothing of the key. */
function idOf(key: Uint8Array): string {
  return createHash('sha256').update('galley-vault-key/1').update(key).digest('hex').slice(0, 12)
}

import type { PrivateKey, PublicKey } from './keys.ts'
import { type Purpose, sign, signDetached } from './signatures.ts'

/** Signs in the newsroom's name. */
export interface Signer {
  /** The key that signs now. */
  readonly key: PublicKey
  sign(purpose: Purpose, payload: string): Promise<string>
  signDetached(purpose: Purpose, payload: string): Promise<string>
}

/** The last key signs; those before it are kept for what they signed. */
export function signerWith(keys: readonly PrivateKey[]): Signer {
  const key = keys.at(-1)
  if (!key) throw new Error('Nobody signs without a key')
  const { kid, x } = key
  return {
    key: { kid, x },
    sign: (purpose, payload) => sign(key, purpose, payload),
    signDetached: (purpose, payload) => signDetached(key, purpose, payload),
  }
}

const KEY = Symbol.for('galley.signer')
const registry = globalThis as typeof globalThis & { [KEY]?: Signer }

export function provideSigner(signer: Signer): void {
  registry[KEY] = signer
}

export function signerOfProcess(): Signer {
  const signer = registry[KEY]
  if (!signer) throw new Error('Nobody signs yet: start the app with `npm start`')
  return signer
}

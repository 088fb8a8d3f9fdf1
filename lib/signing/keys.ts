import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { z } from 'zod'

/** The public half of an Ed25519 key pair, under the name that its signatures give. */
export interface PublicKey {
  /** Thumbprint of the key (RFC 7638): no two keys have one, and nobody has to invent names. */
  readonly kid: string
  /** The key itself, base64url. */
  readonly x: string
}

export interface PrivateKey extends PublicKey {
  readonly d: string
}

const jwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.base64url().length(43),
  d: z.base64url().length(43),
})
const privateSet = z.object({ keys: z.array(jwk).min(1) })
const publicSet = z.object({ keys: z.array(jwk.omit({ d: true })) })

export function newKey(): PrivateKey {
  const made = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  return named(jwk.parse(made))
}

/** Reads a file of private keys: a JWK set of which the last one signs. Throws when it is none. */
export function readPrivateKeys(text: string): readonly PrivateKey[] {
  return privateSet.parse(JSON.parse(text)).keys.map(named)
}

/** Writes them as `readPrivateKeys` reads them. */
export function writePrivateKeys(keys: readonly PrivateKey[]): string {
  return `${JSON.stringify({ keys: keys.map(({ d, ...key }) => ({ ...toJwk(key), d })) }, null, 2)}\n`
}

/** Reads what stands at `/.well-known/jwks.json`. Throws when it is none. */
export function readPublicKeys(text: string): readonly PublicKey[] {
  return publicSet.parse(JSON.parse(text)).keys.map(named)
}

export function toJwk({ kid, x }: PublicKey) {
  return { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA' } as const
}

/** The key as openssl reads it. */
export function toPem({ x }: PublicKey): string {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return String(key.export({ type: 'spki', format: 'pem' }))
}

function named<T extends { readonly x: string }>({ x, ...rest }: T): T & PublicKey {
  const members = JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x })
  const kid = createHash('sha256').update(members).digest('base64url')
  return { ...rest, x, kid } as T & PublicKey
}

import { CompactSign, compactVerify, decodeProtectedHeader, errors } from 'jose'
import { type PrivateKey, type PublicKey, toJwk } from './keys.ts'

/** What a signature is for stands in it: one for a version is none for the head of the audit trail. */
export type Purpose = 'galley-version' | 'galley-audit-head'

const ALGORITHM = 'EdDSA'

/** Compact JWS (RFC 7515). */
export async function sign(key: PrivateKey, purpose: Purpose, payload: string): Promise<string> {
  return new CompactSign(new TextEncoder().encode(payload))
    .setProtectedHeader({ alg: ALGORITHM, kid: key.kid, typ: purpose })
    .sign({ ...toJwk(key), d: key.d })
}

/** The same without what was signed (RFC 7515, appendix F). */
export async function signDetached(
  key: PrivateKey,
  purpose: Purpose,
  payload: string,
): Promise<string> {
  const [header, , signature] = (await sign(key, purpose, payload)).split('.')
  return `${header}..${signature}`
}

export type Verified =
  | { readonly ok: true; readonly kid: string; readonly payload: string }
  | { readonly ok: false; readonly why: string }

/** Verifies with one of these keys, offline. Detached: `payload` is what has to have been signed. */
export async function verify(
  jws: string,
  purpose: Purpose,
  keys: readonly PublicKey[],
  payload?: string,
): Promise<Verified> {
  const [header, middle, signature] = jws.trim().split('.')
  const body = payload === undefined ? middle : Buffer.from(payload).toString('base64url')
  try {
    const whole = `${header}.${body}.${signature}`
    const { kid, typ } = decodeProtectedHeader(whole)
    if (typ !== purpose) return { ok: false, why: `It is a signature for something else: ${typ}` }
    const key = keys.find((known) => known.kid === kid)
    if (!key || !kid) return { ok: false, why: `Its key ${kid} is not among the keys` }
    const { payload: bytes } = await compactVerify(whole, toJwk(key), { algorithms: [ALGORITHM] })
    return { ok: true, kid, payload: new TextDecoder().decode(bytes) }
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError)
      return { ok: false, why: 'The signature does not fit' }
    throw error
  }
}

/** What a compact JWS was made of, unchecked. */
export function payloadOf(jws: string): string {
  return Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()
}

/** The key that a signature says it was made with; null for none. */
export function keyOf(jws: string | null): string | null {
  return jws === null ? null : (decodeProtectedHeader(jws).kid ?? null)
}

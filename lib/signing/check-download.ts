import { z } from 'zod'
import { canonicalJson, hashOf } from '#lib/domain/sourcing/fingerprint.ts'
import { checkTrail, type Head, type KeptRow, type TrailRow } from '#lib/domain/trail/chain.ts'
import { sealOfText, sealsIn } from '#lib/domain/trail/sealed.ts'
import type { ToldAct } from '#lib/domain/trail/told-acts.ts'
import type { PublicKey } from './keys.ts'
import { verify } from './signatures.ts'

/** What a check says, for a person. */
export interface Finding {
  readonly ok: boolean
  readonly says: string
}

const bad = (says: string): Finding => ({ ok: false, says })

/** A version: canonical, and signed by one of these keys. */
export async function checkVersion(
  canonical: string,
  signature: string | null,
  keys: readonly PublicKey[],
): Promise<Finding> {
  const read = parsed(canonical)
  if (!read) return bad('This is no JSON: it is not a version, or was cut off.')
  // The bytes are what counts: JSON that means the same and is written otherwise has another hash.
  if (canonicalJson(read.value) !== canonical)
    return bad('This is not written as canonical JSON (RFC 8785): it is not as it was published.')
  const hash = hashOf(read.value)
  if (signature === null) return bad(`SHA-256 ${hash}. There is no signature to check it by.`)
  const verified = await verify(signature, 'galley-version', keys, hash)
  if (!verified.ok) return bad(`SHA-256 ${hash}. ${verified.why}: it was changed, or is another's.`)
  const { number, slug } = read.value as { readonly number?: unknown; readonly slug?: unknown }
  return {
    ok: true,
    says: `Version ${number} of ${slug} is as it was signed with key ${verified.kid}.\nSHA-256 ${hash}`,
  }
}

const head = z.object({ at: z.string(), hash: z.string(), seq: z.number().int() })

/** The payload of a signed head; `act`: what readers are told of its last row, in the place before the rest. */
export const headPayload = ({ at, hash, seq }: Head, act?: ToldAct) =>
  canonicalJson({ ...(act && { act }), at, hash, seq })

/** Signed heads that verify; or the line that does not. */
export async function readHeads(
  lines: readonly string[],
  keys: readonly PublicKey[],
): Promise<readonly Head[] | Finding> {
  const heads: Head[] = []
  for (const [at, line] of lines.entries()) {
    const verified = await verify(line, 'galley-audit-head', keys)
    if (!verified.ok) return bad(`Signed head ${at + 1}: ${verified.why}.`)
    heads.push(head.parse(JSON.parse(verified.payload)))
  }
  return heads
}

const row = z.object({
  ...{ seq: z.number(), previousHash: z.string(), at: z.string(), action: z.string() },
  ...{ actorId: z.string().nullable(), articleId: z.string().nullable(), detail: z.unknown() },
})

/** The audit trail as it was downloaded: names the first row that is not as it was written. */
export async function checkAudit(
  audit: string,
  hashes: string,
  signedHeads: readonly string[],
  keys: readonly PublicKey[],
  /** What was written about acts, by the seal that it claims to have [LOG15]. */
  words: ReadonlyMap<string, string> = new Map(),
): Promise<Finding> {
  const lines = linesIn(audit)
  const marks = linesIn(hashes)
  const kept: KeptRow[] = []
  for (const [at, line] of lines.entries()) {
    const read = parsed(line)
    const shaped = row.safeParse(read?.value)
    if (!read || !shaped.success) return bad(`Row ${at + 1} is no row of an audit trail.`)
    // Judged by what it says: a member that does not belong there is a change too.
    kept.push({ row: read.value as TrailRow, hash: marks[at] ?? '' })
  }
  const heads = await readHeads(signedHeads, keys)
  const fault = checkTrail(kept, Array.isArray(heads) ? heads : [])
  if (fault) return bad(`${fault.what}.`)
  if (!Array.isArray(heads)) return heads as Finding
  const forged = forgedWords(kept, words)
  if (forged) return bad(forged)
  const last = Math.max(0, ...heads.map(({ seq }) => seq))
  const reach = heads.length
    ? `${heads.length} signed heads fit, the last at row ${last}.`
    : 'No signed head is there: that rows are missing from the end would not be seen.'
  return { ok: true, says: `The audit trail is sound: ${kept.length} entries. ${reach}` }
}

function forgedWords(kept: readonly KeptRow[], words: ReadonlyMap<string, string>): string | null {
  const named = new Set(kept.flatMap(({ row }) => sealsIn(row.detail)))
  for (const [seal, text] of words) {
    if (sealOfText(text) !== seal) return `words/${seal}.txt was changed: its hash is another.`
    if (!named.has(seal)) return `words/${seal}.txt belongs to no row.`
  }
  return null
}

export const linesIn = (text: string) => text.split('\n').filter((line) => line !== '')

function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

import type { Handle } from '#db/connection.ts'
import { firstBrokenRow, listAnchors } from '#db/repositories/audit.ts'
import { listSealedWords } from '#db/repositories/audit-words.ts'
import { listKeys } from '#db/repositories/signing-keys.ts'
import { eachVersion } from '#db/repositories/versions.ts'
import { forgedSeal } from '#lib/domain/trail/sealed.ts'
import { checkVersion, readHeads } from '#lib/signing/check-download.ts'
import { verify } from '#lib/signing/signatures.ts'
import { BackupRefused } from './backup-folder.ts'

export interface Verified {
  readonly auditRows: number
  readonly signedHeads: number
  readonly versions: number
  /** Of these: published before versions were signed, so that the hash alone was checked. */
  readonly unsigned: number
}

/** The chain of the audit trail with its signed heads, and every version with its hash and signature. Throws `BackupRefused`. */
export async function verifyRestored(db: Handle): Promise<Verified> {
  const keys = await listKeys(db)
  const heads = await readHeads(await listAnchors(db), keys)
  if (!Array.isArray(heads))
    throw new BackupRefused(`The audit trail does not verify. ${says(heads)}`)
  const { rows: auditRows, broken } = await firstBrokenRow(db, heads)
  if (broken !== null)
    throw new BackupRefused(
      `The audit trail does not verify: row ${broken} is not as it was written.`,
    )
  if (forgedSeal(await listSealedWords(db, [])) !== null)
    throw new BackupRefused(
      'The audit trail does not verify: what was written about an act was changed.',
    )
  let versions = 0
  let unsigned = 0
  for await (const { slug, number, hash, canonical, signature, takedown } of eachVersion(db)) {
    versions += 1
    // Without its words only the signature over the hash is left; without a signature only the hash.
    const signed = signature && (await verify(signature, 'galley-version', keys, hash))
    const read = takedown ? null : await checkVersion(canonical, signature, keys)
    const isWhole = !read || (signature ? read.ok : read.says.includes(`SHA-256 ${hash}.`))
    if (!isWhole || (signed && !signed.ok))
      throw new BackupRefused(`Version ${number} of ${slug} does not verify.`)
    if (!signature) unsigned += 1
  }
  return { auditRows, signedHeads: heads.length, versions, unsigned }
}

const says = (finding: unknown) => (finding as { readonly says: string }).says

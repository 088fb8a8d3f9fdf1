import { type KeptRow, trailLine } from '#lib/domain/trail/chain.ts'
import { type PublicKey, toJwk, toPem } from './keys.ts'
import { auditReadme, versionReadme } from './readme.ts'

/** Files of a download by name, as text. */
export type Files = Readonly<Record<string, string>>

interface Origin {
  readonly keys: readonly PublicKey[]
  /** Where the newsroom stands on the web; empty: not known. */
  readonly origin: string
}

export interface VersionProof extends Origin {
  readonly canonical: string
  readonly signature: string
}

export interface AuditProof extends Origin {
  readonly rows: readonly KeptRow[]
  /** Signed heads, as JWS. */
  readonly heads: readonly string[]
}

/** All that is needed to check a version without us. */
export function versionFiles({ canonical, signature, keys, origin }: VersionProof): Files {
  return {
    'README.txt': versionReadme(origin),
    'version.json': canonical,
    'signature.txt': `${signature}\n`,
    ...keyFiles(keys),
  }
}

/** All that is needed to check the audit trail without us. */
export function auditFiles({ rows, heads, keys, origin }: AuditProof): Files {
  return {
    'README.txt': auditReadme(origin),
    'audit.jsonl': linesOf(rows.map(({ row }) => trailLine(row))),
    'hashes.txt': linesOf(rows.map(({ hash }) => hash)),
    'heads.txt': linesOf(heads),
    ...keyFiles(keys),
  }
}

const linesOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')

function keyFiles(keys: readonly PublicKey[]): Files {
  return {
    'keys.json': `${JSON.stringify({ keys: keys.map(toJwk) }, null, 2)}\n`,
    ...Object.fromEntries(keys.map((key) => [`keys/${key.kid}.pem`, toPem(key)])),
  }
}

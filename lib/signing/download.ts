import { type KeptRow, trailLine } from '#lib/domain/trail/chain.ts'
import { type SealedWords, sealedText } from '#lib/domain/trail/sealed.ts'
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
  /** What was written about acts of articles that whoever takes it may see [LOG15]. */
  readonly words?: readonly SealedWords[]
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
export function auditFiles({ rows, heads, keys, origin, words = [] }: AuditProof): Files {
  return {
    'README.txt': auditReadme(origin),
    'audit.jsonl': linesOf(rows.map(({ row }) => trailLine(row))),
    'hashes.txt': linesOf(rows.map(({ hash }) => hash)),
    'heads.txt': linesOf(heads),
    ...Object.fromEntries(words.map((one) => [wordsFile(one.seal), sealedText(one)])),
    ...keyFiles(keys),
  }
}

const WORDS = /^words\/([0-9a-f]{64})\.txt$/
const wordsFile = (seal: string) => `words/${seal}.txt`

/** Words of a download by the seal that they claim to have. */
export const wordsIn = (files: Files): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(files).flatMap(([name, text]) => {
      const seal = WORDS.exec(name)?.[1]
      return seal === undefined ? [] : [[seal, text] as const]
    }),
  )

const linesOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')

function keyFiles(keys: readonly PublicKey[]): Files {
  return {
    'keys.json': `${JSON.stringify({ keys: keys.map(toJwk) }, null, 2)}\n`,
    ...Object.fromEntries(keys.map((key) => [`keys/${key.kid}.pem`, toPem(key)])),
  }
}

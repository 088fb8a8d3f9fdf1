import { strToU8 } from 'fflate'
import { listActsAbout, listAnchorsAt } from '#db/repositories/audit.ts'
import type { NamedFile } from '#lib/domain/formats/dossier.ts'
import { auditFiles } from '#lib/signing/download.ts'
import type { Context } from './context.ts'

/** What readers are told of anyway: which version came out or was taken down, and when. */
const PUBLIC_ACTS = ['version.published', 'version.takenDown']

/**
 * The rows of the audit trail about these versions, with their hashes and the heads that were signed at them. Nobody's other
 * acts are in it: a row in between would tell who works on what [FMT33].
 */
export async function auditRowFiles(
  { db }: Context,
  articleId: string,
  numbers: ReadonlySet<number>,
): Promise<readonly NamedFile[]> {
  const acts = await listActsAbout(db, articleId, PUBLIC_ACTS)
  const rows = acts.filter(({ row }) => numbers.has(numberIn(row.detail)))
  const heads = await listAnchorsAt(
    db,
    rows.map(({ row }) => row.seq),
  )
  // Keys lie beside the signature of the version.
  const { 'README.txt': _, ...files } = auditFiles({ rows, heads, keys: [], origin: '' })
  return Object.entries(files)
    .filter(([name]) => name !== 'keys.json')
    .map(([name, text]) => ({ name: `audit/${name}`, bytes: strToU8(text) }))
}

function numberIn(detail: unknown): number {
  return Number((detail as { readonly number?: unknown } | null)?.number)
}

import { strToU8 } from 'fflate'
import { listActsAbout, listAnchorsAt } from '#db/repositories/audit.ts'
import type { NamedFile } from '#lib/domain/formats/dossier.ts'
import { canonicalJson } from '#lib/domain/sourcing/fingerprint.ts'
import { TOLD_ACTIONS, toldRows } from '#lib/domain/trail/told-acts.ts'
import { payloadOf } from '#lib/signing/signatures.ts'
import type { Context } from './context.ts'

/**
 * What the audit trail has about these versions, as readers are told of it, and the signatures that were made with the rows. The
 * rows themselves are not in it: they name people by ids, and say how the newsroom works [FMT33].
 */
export async function auditRowFiles(
  { db }: Context,
  articleId: string,
  numbers: ReadonlySet<number>,
): Promise<readonly NamedFile[]> {
  const all = toldRows(articleId, await listActsAbout(db, articleId, TOLD_ACTIONS))
  const told = all.filter(({ act }) => numbers.has(act.number))
  const anchors = await listAnchorsAt(
    db,
    told.map(({ seq }) => seq),
  )
  // A head that was signed without its act, as they were once, vouches for nothing that is told here.
  const signed = anchors.flatMap((jws) => {
    const said = payloadOf(jws)
    const head = JSON.parse(said) as { readonly seq: number; readonly act?: unknown }
    return head.act ? [{ jws, said, seq: head.seq }] : []
  })
  const saidOf = new Map(signed.map(({ seq, said }) => [seq, said]))
  return [
    textFile(
      'acts.jsonl',
      told.map((row) => saidOf.get(row.seq) ?? canonicalJson(row)),
    ),
    textFile(
      'heads.txt',
      signed.map(({ jws }) => jws),
    ),
  ]
}

function textFile(name: string, lines: readonly string[]): NamedFile {
  return { name: `audit/${name}`, bytes: strToU8(lines.map((line) => `${line}\n`).join('')) }
}

import { findUnsignedHead, insertAnchor, listActsAbout } from '#db/repositories/audit.ts'
import type { Head } from '#lib/domain/trail/chain.ts'
import { TOLD_ACTIONS, type ToldAct, toldRows } from '#lib/domain/trail/told-acts.ts'
import { headPayload } from '#lib/signing/check-download.ts'
import type { Context } from './context.ts'

/** Signs how far the audit trail reaches. Null: nothing was recorded since the last time, or somebody else signed it. */
export async function signAuditHead(context: Context): Promise<string | null> {
  const head = await findUnsignedHead(context.db)
  return head && signHead(context, head)
}

/**
 * In the transaction of the act: signs its row as a head, with what readers are told of it, so that they can check that without the
 * row, which names a person, and without those of others [FMT33].
 */
export async function signToldAct(context: Context, articleId: string): Promise<void> {
  const kept = await listActsAbout(context.db, articleId, TOLD_ACTIONS)
  const told = toldRows(articleId, kept).at(-1)
  if (!told) throw new Error('Nothing was recorded of what is to be signed')
  const { act, seq, hash } = told
  await signHead(context, { act, seq, hash })
}

async function signHead(
  context: Context,
  { act, ...head }: Omit<Head, 'at'> & { readonly act?: ToldAct },
): Promise<string | null> {
  const at = context.now()
  const payload = headPayload({ ...head, at: at.toISOString() }, act)
  const jws = await context.signer.sign('galley-audit-head', payload)
  return (await insertAnchor(context.db, { ...head, at, jws })) ? jws : null
}

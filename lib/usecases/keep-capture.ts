import { insertCapture } from '#db/repositories/captures.ts'
import { lockSources } from '#db/repositories/source-merges.ts'
import { findIdentity } from '#db/repositories/vault.ts'
import type { FetchedPage } from '#lib/capture/ports.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type Capture, joinPages, type Readable } from '#lib/domain/sourcing/capture.ts'
import { type Context, record } from './context.ts'
import { LOCKED_UP } from './open-source.ts'

/** A capture whose bytes and text are durable, not yet in the database. */
export type KeptCapture = Omit<Capture, 'sourceId' | 'personId'>

/** Keeps bytes and text under their hashes. */
export async function keepFetched(
  context: Context,
  page: FetchedPage,
  readable: Readable,
): Promise<KeptCapture> {
  const { url: askedUrl, finalUrl, status, headers } = page
  const kept = await keep(context, page.bytes, readable)
  return { ...kept, kind: 'fetched', askedUrl, finalUrl, status, headers, fileName: '' }
}

export async function keepUploaded(
  context: Context,
  bytes: Uint8Array,
  readable: Readable,
  fileName: string,
): Promise<KeptCapture> {
  const kept = await keep(context, bytes, readable)
  const nowhere = { askedUrl: '', finalUrl: '', status: null, headers: [] } as const
  return { ...kept, ...nowhere, kind: 'uploaded', fileName }
}

async function keep(context: Context, bytes: Uint8Array, { mediaType, found, pages }: Readable) {
  const rawHash = await context.files.put(bytes)
  const text = pages && new TextEncoder().encode(joinPages(pages))
  const textHash = text && (await context.files.put(text))
  const at = context.now().toISOString()
  const size = bytes.length
  return {
    id: context.newId(),
    ...{ mediaType, rawHash, size, textHash, at },
    pages: pages?.length ?? 0,
    ...found,
  }
}

/** Writes it down, with what the audit trail needs to prove it by. `personId` null: taken on schedule. */
export async function addCapture(
  tx: Context['db'],
  context: Context,
  kept: KeptCapture,
  owner: { readonly sourceId: string; readonly personId: string | null },
): Promise<Result<Capture>> {
  // It may have been locked up while the file was on its way [CNF4].
  await lockSources(tx, [owner.sourceId])
  if (await findIdentity(tx, owner.sourceId)) return fail(LOCKED_UP)
  const capture = await insertCapture(tx, { ...kept, ...owner })
  const { id, rawHash, textHash } = capture
  const detail = { source: owner.sourceId, capture: id, rawHash, textHash }
  await record(tx, context, {
    actorId: owner.personId,
    action: 'source.captured',
    articleId: null,
    detail,
  })
  return ok(capture)
}

import { findCapture, listCaptures } from '#db/repositories/captures.ts'
import { findSourceById } from '#db/repositories/sources.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { Capture, ListedCapture } from '#lib/domain/sourcing/capture.ts'
import type { Context } from './context.ts'

/** Every capture of a source, newest first. Like the registry, they are open to everybody in the house. */
export async function capturesOf(
  context: Context,
  _actor: Actor,
  sourceId: string,
): Promise<Result<readonly ListedCapture[]>> {
  const source = await findSourceById(context.db, sourceId)
  if (!source) return fail({ kind: 'notFound', message: 'There is no such source.' })
  return ok(await listCaptures(context.db, sourceId))
}

export async function showCapture(
  context: Context,
  _actor: Actor,
  sourceId: string,
  captureId: string,
): Promise<Result<ListedCapture>> {
  const capture = await findCapture(context.db, sourceId, captureId)
  return capture ? ok(capture) : fail({ kind: 'notFound', message: 'There is no such capture.' })
}

export interface CapturedBytes {
  readonly capture: Capture
  readonly bytes: Uint8Array
}

/** The readable text in UTF-8, pages parted by form feeds; or the bytes as they came. */
export async function readCapture(
  context: Context,
  actor: Actor,
  wanted: { readonly sourceId: string; readonly captureId: string; readonly part: 'text' | 'raw' },
): Promise<Result<CapturedBytes>> {
  const shown = await showCapture(context, actor, wanted.sourceId, wanted.captureId)
  if (!shown.ok) return shown
  const capture = shown.value
  const hash = wanted.part === 'raw' ? capture.rawHash : capture.textHash
  if (!hash) {
    const message = 'There is no text in this capture that could be read.'
    return fail({ kind: 'notFound', message })
  }
  const bytes = await context.files.get(hash)
  if (bytes) return ok({ capture, bytes })
  return fail({ kind: 'damaged', message: 'The file of this capture is missing from the store.' })
}

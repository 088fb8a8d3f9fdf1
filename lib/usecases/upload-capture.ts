import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, type Result } from '#lib/domain/shared/result.ts'
import type { Capture } from '#lib/domain/sourcing/capture.ts'
import { MOST_FILE_BYTES } from '#lib/domain/sourcing/given.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import type { Context } from './context.ts'
import { addCapture, keepUploaded } from './keep-capture.ts'
import { openToCapture } from './open-source.ts'

/** Keeps a file as a capture of a source [CAP9]. What it is, its bytes say; its name is only shown. */
export async function uploadCapture(
  context: Context,
  actor: Actor,
  sourceId: string,
  file: { readonly bytes: Uint8Array; readonly name: string },
): Promise<Result<Capture>> {
  const opened = await openToCapture(context, actor, sourceId)
  if (!opened.ok) return opened
  if (file.bytes.length > MOST_FILE_BYTES)
    return fail({ kind: 'invalid', message: 'The file is larger than 50 MiB. Split it.' })
  const read = await context.capturer.read(file.bytes)
  if (!read.ok) return read
  const kept = await keepUploaded(context, file.bytes, read.value, shownName(file.name))
  const capture = await context.db.transaction((tx) =>
    addCapture(tx, context, kept, { sourceId, personId: actor.id }),
  )
  if (capture.ok) context.collab.announce(null, { type: 'sources', ids: [sourceId] })
  return capture
}

/** A name of one line, without a path. */
function shownName(name: string): string {
  const last = cleanText(name).split(/[\\/]/).at(-1) ?? ''
  return last
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .toWellFormed()
}

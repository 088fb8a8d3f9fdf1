import type { FetchedPage, Fetching } from '#lib/capture/ports.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { Capture, Readable } from '#lib/domain/sourcing/capture.ts'
import type { Context } from './context.ts'
import { addCapture, keepFetched } from './keep-capture.ts'
import { lookAt } from './observe-link.ts'
import { openToCapture, pageOf } from './open-source.ts'

/** Fetches the page of a source now, and keeps what came [CAP9]. */
export async function captureSource(
  context: Context,
  actor: Actor,
  sourceId: string,
): Promise<Result<Capture>> {
  const opened = await openToCapture(context, actor, sourceId)
  if (!opened.ok) return opened
  const url = pageOf(opened.value)
  if (!url) {
    const message =
      'This source has no address that begins with http:// or https://. Give it one, or upload a file.'
    return fail({ kind: 'invalid', message })
  }
  const fetching = await context.capturer.fetch({ url })
  const came = pageIn(fetching)
  // Also what fails says something about the address; only what was never asked does not.
  const look =
    fetching.kind === 'busy' ? null : await lookAt(context, { id: sourceId, url }, fetching)
  if (!came.ok) {
    if (look) await look.write(context.db)
    if (look?.isNews) context.collab.announce(null, { type: 'sources', ids: [sourceId] })
    return came
  }
  const kept = await keepFetched(context, came.value.page, came.value.readable)
  const capture = await context.db.transaction(async (tx) => {
    await look?.write(tx)
    return addCapture(tx, context, kept, { sourceId, personId: actor.id })
  })
  if (capture.ok) context.collab.announce(null, { type: 'sources', ids: [sourceId] })
  return capture
}

/** What came and can be read; else why not, for a person. */
export function pageIn(
  fetching: Fetching,
): Result<{ readonly page: FetchedPage; readonly readable: Readable }> {
  if (fetching.kind === 'busy')
    return fail({ kind: 'tooMany', message: fetching.message, retryAfter: 60 })
  if (fetching.kind !== 'answer') return fail({ kind: 'invalid', message: fetching.message })
  const { page } = fetching
  if (!page.readable) {
    const message = `The server answers ${page.status}: ${wordsFor(page.status)}`
    return fail({ kind: 'invalid', message })
  }
  if (!page.readable.ok) return page.readable
  return ok({ page, readable: page.readable.value })
}

function wordsFor(status: number): string {
  if (status === 404 || status === 410) return 'the page is not there. Check the address.'
  if (status === 401 || status === 402 || status === 403)
    return 'it does not let us read the page. Save it yourself, and upload the file.'
  if (status === 429) return 'it is asked too often. Try again later.'
  return status >= 500 ? 'it is in trouble. Try again later.' : 'there is nothing to read.'
}

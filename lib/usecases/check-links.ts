import { findDueLink, takeLease } from '#db/repositories/links.ts'
import type { Context } from './context.ts'
import { addCapture, keepFetched } from './keep-capture.ts'
import { lookAt } from './observe-link.ts'

/** Longer than any look may take: whoever crashed in one holds nobody up for more. */
const LEASE_MS = 120_000

/**
 * Looks at the one address that is due longest [CAP10]. False: none is due, or another process is at it. At most one look is under
 * way in the whole newsroom, whatever is started how often.
 */
export async function checkNextLink(context: Context, holder: string): Promise<boolean> {
  const now = context.now()
  const until = new Date(now.getTime() + LEASE_MS)
  if (!(await takeLease(context.db, { name: 'links', holder, now, until }))) return false
  const source = await findDueLink(context.db, now)
  if (!source) return false
  const fetching = await context.capturer.fetch({ url: source.url })
  if (fetching.kind === 'busy') return false
  const look = await lookAt(context, source, fetching)
  // A page that has lost what we quote is kept as it is now: it is the proof of the change.
  const page = look.isLoss && fetching.kind === 'answer' ? fetching.page : null
  const kept = page?.readable?.ok ? await keepFetched(context, page, page.readable.value) : null
  await context.db.transaction(async (tx) => {
    await look.write(tx)
    if (kept) await addCapture(tx, context, kept, { sourceId: source.id, personId: null })
  })
  if (look.isNews) context.collab.announce(null, { type: 'sources', ids: [source.id] })
  return true
}

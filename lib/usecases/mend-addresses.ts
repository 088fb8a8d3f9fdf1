import { lockSources } from '#db/repositories/source-merges.ts'
import { listLoginAddresses } from '#db/repositories/source-rows.ts'
import { updateSource } from '#db/repositories/sources.ts'
import { withoutLogin } from '#lib/domain/text/safe-href.ts'
import { type Context, record } from './context.ts'

/**
 * Takes names and passwords out of the addresses of sources that were added before there was a rule [SRC6]; how many there were. What
 * they said before is not kept, and the trail names the source alone. Approvals of what cites them end: readers are given another address.
 */
export async function mendAddresses(context: Context): Promise<number> {
  let mended = 0
  for (const { id } of await listLoginAddresses(context.db)) {
    mended += await context.db.transaction(async (tx) => {
      await lockSources(tx, [id])
      // Another process may have been quicker.
      const [found] = await listLoginAddresses(tx, id)
      if (!found) return 0
      const source = await updateSource(tx, id, { url: withoutLogin(found.url) }, true)
      const detail = { source: id, publicRevision: source?.publicRevision }
      await record(tx, context, { actorId: null, action: 'source.mended', articleId: null, detail })
      return 1
    })
  }
  return mended
}

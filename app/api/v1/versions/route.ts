import { answer } from '#app/api/http.ts'
import { pageBody, readPageAlways, readQuery } from '#app/api/paging.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { pagePublished, versionFilter } from '#lib/usecases/page-lists.ts'

/** What was published, and taken down, in the whole newsroom. */
export async function GET(request: Request): Promise<Response> {
  return answer(request, async ({ context }) => {
    const wish = readPageAlways(request, 'versions')
    if (!wish.ok) return wish
    const filter = readQuery(request, versionFilter)
    if (!filter.ok) return filter
    return ok(pageBody('versions', await pagePublished(context, filter.value, wish.value)))
  })
}

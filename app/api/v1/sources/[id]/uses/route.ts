import { answer, type Params } from '#app/api/http.ts'
import { pageBody, readPage } from '#app/api/paging.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { showSource } from '#lib/usecases/sources.ts'
import { whereUsed } from '#lib/usecases/where-used.ts'

/** Without a page that was asked for: all of them, as it was always given. */
const ALL = { limit: 1_000_000, after: null }

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const shown = await showSource(context, actor, id)
    if (!shown.ok) return shown
    const wish = readPage(request, 'uses')
    if (!wish.ok) return wish
    const { total, ...page } = await whereUsed(context, actor, id, wish.value ?? ALL)
    return ok(wish.value ? { ...pageBody('uses', page), total } : { uses: page.items, total })
  })
}

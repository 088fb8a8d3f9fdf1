import { answer, originOf } from '#app/api/http.ts'
import { pageBody, readPage, readQuery } from '#app/api/paging.ts'
import { problem } from '#app/api/problem.ts'
import { serveCall } from '#app/api/serve-call.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { exportAudit } from '#lib/usecases/export-audit.ts'
import { auditFilter, pageTrail } from '#lib/usecases/page-lists.ts'

const FILTERS = ['action', 'article', 'actor', 'since']

/** The whole audit trail as a zip, with all that is needed to check it without us; or a page of it, as JSON. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  if (['limit', 'cursor', ...FILTERS].some((name) => query.has(name))) return getPage(request)
  return serveCall(request, async ({ context, actor }) => {
    const outcome = await exportAudit(context, actor, originOf(request))
    if (!outcome.ok) return problem(outcome.failure)
    return new Response(outcome.value, {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': 'attachment; filename="audit.zip"',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })
}

function getPage(request: Request): Promise<Response> {
  return answer(request, async ({ context, actor }) => {
    const wish = readPage(request, 'entries', FILTERS)
    if (!wish.ok) return wish
    const filter = readQuery(request, auditFilter)
    if (!filter.ok || !wish.value) return filter
    const page = await pageTrail(context, actor, filter.value, wish.value)
    return page.ok ? ok(pageBody('entries', page.value)) : page
  })
}

import { answer, readBody } from '#app/api/http.ts'
import { pageBody, readPage, readQuery } from '#app/api/paging.ts'
import { problem } from '#app/api/problem.ts'
import { serveCall } from '#app/api/serve-call.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { FACET_NAMES } from '#lib/domain/sourcing/facets.ts'
import { pageRegistry, sourceFilter } from '#lib/usecases/source-registry.ts'
import { createSource, newSourceInput, searchSources } from '#lib/usecases/sources.ts'

const FILTERS = [...FACET_NAMES, 'facets', 'changedSince']

export async function GET(request: Request): Promise<Response> {
  return answer(request, async ({ context, actor }) => {
    const wish = readPage(request, 'sources', FILTERS)
    if (!wish.ok) return wish
    const filter = readQuery(request, sourceFilter)
    if (!filter.ok) return filter
    if (wish.value) {
      const { page, counted } = await pageRegistry(context, actor, filter.value, wish.value)
      return ok({ ...pageBody('sources', page), ...counted })
    }
    return ok({ sources: await searchSources(context, actor, filter.value.q ?? '') })
  })
}

/** 201 with the new source, or 200 with the one that is in the registry already. */
export async function POST(request: Request): Promise<Response> {
  return serveCall(request, async ({ context, actor }) => {
    const body = await readBody(request, newSourceInput)
    if (!body.ok) return problem(body.failure)
    const made = await createSource(context, actor, body.value)
    if (!made.ok) return problem(made.failure)
    return Response.json(made.value.source, { status: made.value.created ? 201 : 200 })
  })
}

import { answer, problem, readBody } from '#app/api/http.ts'
import { callerOf } from '#lib/auth/session.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { createSource, newSourceInput, searchSources } from '#lib/usecases/sources.ts'

export async function GET(request: Request): Promise<Response> {
  const search = new URL(request.url).searchParams.get('q') ?? ''
  return answer(request, async ({ context, actor }) =>
    ok({ sources: await searchSources(context, actor, search) }),
  )
}

/** 201 with the new source, or 200 with the one that is in the registry already. */
export async function POST(request: Request): Promise<Response> {
  const caller = await callerOf(request)
  if (!caller.ok) return problem(caller.failure)
  const body = await readBody(request, newSourceInput)
  if (!body.ok) return problem(body.failure)
  const made = await createSource(serverContext(), caller.value.actor, body.value)
  if (!made.ok) return problem(made.failure)
  return Response.json(made.value.source, { status: made.value.created ? 201 : 200 })
}

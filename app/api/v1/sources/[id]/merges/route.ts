import { answer, type Params, readBody } from '#app/api/http.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { mergeInput, mergeSources, mergesInto } from '#lib/usecases/merge-sources.ts'
import { showSource } from '#lib/usecases/sources.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const shown = await showSource(context, actor, id)
    return shown.ok ? ok({ merges: await mergesInto(context, actor, id) }) : shown
  })
}

export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(
    request,
    async ({ context, actor }) => {
      const body = await readBody(request, mergeInput)
      return body.ok ? mergeSources(context, actor, id, body.value) : body
    },
    201,
  )
}

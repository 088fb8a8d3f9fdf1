import { answer, answerTagged, type Params, readBody } from '#app/api/http.ts'
import { matching, type Tagged } from '#app/api/tags.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { changeSource } from '#lib/usecases/change-source.ts'
import { tagOfSource } from '#lib/usecases/resource-tags.ts'
import { refuseDeletion, showSource, sourceChangeInput } from '#lib/usecases/sources.ts'

const tagged = (value: Source): Tagged<Source> => ({ value, tag: tagOfSource(value) })
const withTag = (shown: Result<Source>) => (shown.ok ? ok(tagged(shown.value)) : shown)

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answerTagged(request, async ({ context, actor }) =>
    withTag(await showSource(context, actor, id)),
  )
}

export async function PATCH(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answerTagged(request, async ({ context, actor }) => {
    const body = await readBody(request, sourceChangeInput)
    if (!body.ok) return body
    const check = (now: Source) => matching<Source>(request)(tagged(now))
    return withTag(await changeSource(context, actor, id, body.value, check))
  })
}

export async function DELETE(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const shown = await showSource(context, actor, id)
    const matched = shown.ok ? matching<Source>(request)(tagged(shown.value)) : shown
    return matched.ok ? refuseDeletion(context, actor, id) : matched
  })
}

import { answer, readBody } from '#app/api/http.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { candidateInput, duplicatesOf } from '#lib/usecases/find-duplicates.ts'

export async function POST(request: Request): Promise<Response> {
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, candidateInput)
    if (!body.ok) return body
    return ok({ duplicates: await duplicatesOf(context, actor, body.value) })
  })
}

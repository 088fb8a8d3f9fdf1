import { z } from 'zod'
import { answer, type Params, readBody } from '#app/api/http.ts'
import { closeQuestion } from '#lib/usecases/close-question.ts'

const input = z.object({ reason: z.string().max(2_000).default('') })

/** Closes a query or a rejection. */
export async function DELETE(
  request: Request,
  { params }: Params<'id' | 'queryId'>,
): Promise<Response> {
  const { id, queryId } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, input)
    return body.ok ? closeQuestion(context, actor, id, queryId, body.value.reason) : body
  })
}
